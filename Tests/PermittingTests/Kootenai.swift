import Foundation
import Permitting
import TestSupport
import Testing

/// The agency of the tests: the file that ships, whole or with something in it changed.
enum Kootenai {
    static let path = ProjectFolder.file("Agencies/kootenai.json")

    static func agency() throws -> Agency { try AgencyFile.read(path) }

    static func agency(_ change: (inout JSONTree) -> Void) throws -> Agency {
        var tree = try JSONTree.read(path)
        change(&tree)
        return try AgencyFile.parse(tree.data, name: "kootenai.json")
    }

    /// The rules as they are at that time of that day.
    static func rules(_ agency: Agency, on day: AgencyDay = friday, at time: String = "10:00") throws -> InspectionRules {
        let time = try #require(TimeOfDay(text: time))
        return InspectionRules(agency: agency, now: agency.clock.instant(of: day, at: time))
    }

    /// Friday before the week of Thanksgiving 2026; Thursday the 26th and Friday the 27th are holidays.
    static let friday = AgencyDay(ordinal: 20_777)
}
