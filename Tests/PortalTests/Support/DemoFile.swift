import Credentials
import Foundation
import Permitting
import Storage
import Synchronization
import TestSupport
import Testing

/// An agency's demo records as a file's bytes, made once: every test gets a copy of its own.
enum DemoFile {
    private static let known = Mutex<[String: Result<Made, any Error>]>([:])

    static func made(_ name: String) throws -> Made {
        try known.withLock { known in
            let made = known[name] ?? Result { try make(name) }
            known[name] = made
            return try made.get()
        }
    }

    static func agencyFile(_ name: String) -> String { ProjectFolder.file("Agencies/\(name).json") }

    struct Made {
        let agency: Agency
        let database: Data
        /// By their paths in the data folder.
        let attachments: [String: Data]

        func write(into folder: DataFolder) throws {
            try database.write(to: URL(fileURLWithPath: folder.databasePath))
            for (path, content) in attachments {
                let file = URL(fileURLWithPath: folder.path + "/" + path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try content.write(to: file)
            }
        }
    }

    private static func make(_ name: String) throws -> Made {
        let place = try TemporaryFolder()
        let database = try PermitDatabase(folder: try DataFolder(path: place.file("data")))
        defer { database.close() }
        let agency = try AgencyFile.read(agencyFile(name))
        try #require(Demo(named: name)).load(
            into: database, agency: agency, now: MovableClock.opening, digest: { SHA256.digest($0) }
        ) {
            try PasswordHash.hash($0, cost: 1)
        }
        let copy = place.file("copy.db")
        try PermitDatabase.backup(folder: place.file("data"), to: copy)
        let files = try database.reader().records.attachments.listed().map { database.attachments.path(of: $0.file) }
        let attachments = try files.map { path in
            (String(path.dropFirst(place.file("data/").count)), try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        return Made(
            agency: agency, database: try Data(contentsOf: URL(fileURLWithPath: copy)),
            attachments: Dictionary(uniqueKeysWithValues: attachments))
    }
}
