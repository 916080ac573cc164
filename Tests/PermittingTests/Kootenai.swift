import Foundation
import Permitting
import TestSupport

/// The agency of the tests: the file that ships, whole or with something in it changed.
enum Kootenai {
    static let path = ProjectFolder.file("Agencies/kootenai.json")

    static func agency() throws -> Agency { try AgencyFile.read(path) }

    static func agency(_ change: (inout JSONTree) -> Void) throws -> Agency {
        var tree = try JSONTree.read(path)
        change(&tree)
        return try AgencyFile.parse(tree.data, name: "kootenai.json")
    }

    /// Friday before the week of Thanksgiving 2026; Thursday the 26th and Friday the 27th are holidays.
    static let friday = AgencyDay(ordinal: 20_777)
}
