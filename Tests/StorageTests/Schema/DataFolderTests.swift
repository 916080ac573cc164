import Foundation
import SQLite
import TestSupport
import Testing

@testable import Storage

struct DataFolderTests {
    private let place: TemporaryFolder

    init() throws { place = try TemporaryFolder() }

    private func message(_ path: String) -> String? {
        do {
            _ = try DataFolder(path: path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `a new folder is made, for its owner alone, and holds no records`() throws {
        let folder = try DataFolder(path: place.file("data"))
        #expect(!folder.holdsRecords)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a second program is told that the folder is in use, and may have it when the first is gone`() throws {
        let path = place.file("data")
        do {
            let first = try DataFolder(path: path)
            #expect(message(path) == "the data folder \(path) is in use by another permit-portal; stop that one first")
            #expect(first.path == path)
        }
        #expect(message(path) == nil)
    }

    @Test func `a folder that cannot be made is told with the reason`() {
        let path = place.file("no/such/place")
        #expect(message(path) == "the data folder \(path) cannot be made: No such file or directory")
    }

    @Test func `a file in the folder's place is told with the reason`() throws {
        let path = try place.write("not a folder", to: "data")
        #expect(message(path) == "the data folder \(path) cannot be written: Not a directory")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a folder")
    }

    @Test func `records are there again when the folder is opened again, and migrated once`() throws {
        let path = place.file("data")
        for opening in 1...3 {
            let folder = try DataFolder(path: path)
            #expect(folder.holdsRecords == (opening > 1))
            let database = try PermitDatabase(folder: folder)
            defer { database.close() }
            try database.write { try $0.events.record("opened", by: .portal, at: DemoRecords.now) }
            let (events, migrations): (Int, Int) = try database.write { records in
                (
                    try records.connection.first("SELECT count(*) FROM events") { try $0[0] } ?? -1,
                    try records.connection.first("SELECT count(*) FROM schema_migrations") { try $0[0] } ?? -1
                )
            }
            #expect(events == opening)
            #expect(migrations == Schema.migrations.count)
            #expect(try database.check() == [])
        }
    }

    @Test func `an office's dashboards, fees and keys are the same when its folder is opened again`() throws {
        func snapshot(_ records: Records) throws -> [String] {
            let contractor = try #require(try records.contractors.credentials(license: DemoRecords.rich)).id
            let listings = try records.permits.active(
                contractor: contractor, today: DemoRecords.today, order: PermitOrder(.number), limit: 50, offset: 0)
            let carts = try records.carts.lines(contractor: contractor).map(\.record.number.rawValue)
            let session = try records.sessions.find(tokenHash: [1])?.csrf
            return listings.map { "\($0.permit.number) \($0.due)" } + carts + [session ?? "nobody"]
        }
        let (place, path, before): (TemporaryFolder, String, [String])
        do {
            let records = try DemoRecords()
            _ = try records.startPayment(for: ["RES17-0163"])
            let contractor = try records.contractor(DemoRecords.rich)
            try records.write {
                try $0.sessions.start(
                    tokenHash: [1], csrf: "csrf", contractor: contractor, isSettingUp: false, at: DemoRecords.now)
            }
            (place, path, before) = (records.place, records.folder.path, try records.read { try snapshot($0) })
            #expect(try records.write { try $0.secrets.key("signing") { [1, 2] } } == [1, 2])
        }
        #expect(before.count == 12 && before.suffix(2) == ["RES17-0163", "csrf"])
        try withExtendedLifetime(place) {
            let database = try PermitDatabase(folder: DataFolder(path: path))
            defer { database.close() }
            #expect(try snapshot(try database.reader().records) == before)
            #expect(try database.write { try $0.secrets.key("signing") { [9] } } == [1, 2])
        }
    }

    @Test func `records of a newer program are left alone`() throws {
        let folder = try DataFolder(path: place.file("data"))
        do {
            let database = try PermitDatabase(folder: folder)
            defer { database.close() }
            _ = try database.write { records in
                try records.connection.run(
                    "INSERT INTO schema_migrations VALUES (99, 'from the future', '', '2030-01-01T00:00:00Z')")
            }
        }
        #expect(throws: MigrationError.self) { try PermitDatabase(folder: folder) }
        let reader = try PermitDatabase.reader(folder: folder.path)
        #expect(try reader.records.connection.first("SELECT count(*) FROM permits") { row -> Int in try row[0] } == 0)
    }

    @Test func `a copy made while the portal runs holds what was there`() throws {
        let records = try DemoRecords()
        let copy = place.file("copy")
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        try PermitDatabase.backup(folder: records.folder.path, to: copy + "/" + DataFolder.databaseName)
        let reader = try PermitDatabase.reader(folder: copy)
        #expect(try reader.records.connection.first("SELECT count(*) FROM permits") { row -> Int in try row[0] } == 14)
    }
}
