import Credentials
import Foundation
import Permitting
import Storage
import TestSupport
import Testing

/// Kootenai's demo records as a file's bytes, made once: every test gets a copy of its own.
enum DemoFile {
    static let bytes = Result { try make() }
    static let agency = Result { try AgencyFile.read(ProjectFolder.file("Agencies/kootenai.json")) }

    private static func make() throws -> Data {
        let place = try TemporaryFolder()
        let database = try PermitDatabase(folder: try DataFolder(path: place.file("data")))
        defer { database.close() }
        try #require(Demo(named: "kootenai")).load(into: database, agency: try agency.get(), now: MovableClock.opening) {
            try PasswordHash.hash($0, cost: 1)
        }
        let copy = place.file("copy.db")
        try PermitDatabase.backup(folder: place.file("data"), to: copy)
        return try Data(contentsOf: URL(fileURLWithPath: copy))
    }
}
