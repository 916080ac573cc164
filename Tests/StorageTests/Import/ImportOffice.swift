import Foundation
import Permitting
import SQLite
import TestSupport
import Testing

@testable import Storage

/// A permit office with an empty database of its own, for one test.
final class ImportOffice: Sendable {
    struct CutOff: Error {}

    let folder: TemporaryFolder
    let database: PermitDatabase
    let agency: Agency

    init() throws {
        folder = try TemporaryFolder()
        agency = try Self.agency()
        database = try PermitDatabase(folder: DataFolder(path: folder.path))
    }

    deinit { database.close() }

    static func agency() throws -> Agency {
        try AgencyFile.read(PackageRoot.path + "/Agencies/kootenai.json")
    }

    var rejectsPath: String { folder.file("rejects.csv") }

    func load(
        _ text: String, map: ColumnMap = .none, chunkBytes: Int = 64 << 10, cutOffAfter: Int? = nil
    ) throws -> ImportReport {
        try load(Array(text.utf8), map: map, chunkBytes: chunkBytes, cutOffAfter: cutOffAfter)
    }

    func load(
        _ bytes: [UInt8], map: ColumnMap = .none, chunkBytes: Int = 64 << 10, cutOffAfter: Int? = nil
    ) throws -> ImportReport {
        let path = folder.file("permits.csv")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try load(path: path, map: map, chunkBytes: chunkBytes, cutOffAfter: cutOffAfter)
    }

    func load(path: String, map: ColumnMap = .none, chunkBytes: Int = 64 << 10, cutOffAfter: Int? = nil) throws -> ImportReport {
        let file = try #require(FileHandle(forReadingAtPath: path))
        defer { withExtendedLifetime(file) {} }
        var limits = CSVLimits()
        limits.recordBytes = chunkBytes / 4
        limits.fieldBytes = chunkBytes / 8
        limits.chunkBytes = chunkBytes
        return try PermitImport(database: database, agency: agency, limits: limits).run(
            descriptor: file.fileDescriptor, map: map, rejects: rejectsPath
        ) { progress in
            if let cutOffAfter, progress.rows >= cutOffAfter { throw CutOff() }
        }
    }

    /// The rejects file's lines behind its header, or nothing where there is no file.
    func rejects() throws -> [String] {
        guard FileManager.default.fileExists(atPath: rejectsPath) else { return [] }
        let text = try String(contentsOfFile: rejectsPath, encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map(String.init)
    }

    func permit(_ number: String) throws -> Permit? {
        let number = try #require(PermitNumber(rawValue: number))
        return try database.reader().records.permits.find(number)
    }

    func count(_ table: SQL) throws -> Int {
        try database.reader().records.connection.first("SELECT count(*) FROM " + table) { try $0[0] } ?? -1
    }

    /// Every statement that the schema is made of, in the order of the names.
    func schema() throws -> [String] {
        try database.reader().records.connection.rows("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name") {
            let sql: String = try $0[0]
            return sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    func journalMode() throws -> String? {
        try database.bulk { try $0.first("PRAGMA journal_mode") { try $0[0] } }
    }

    func numbers(ofCompany name: String) throws -> [String] {
        try database.reader().records.connection.rows(
            """
            SELECT mine.number FROM permit_contractors AS mine JOIN contractors ON contractors.id = mine.contractor_id
            WHERE contractors.company_name = ? ORDER BY mine.number
            """, name
        ) { try $0[0] }
    }

    func found(_ value: String, _ field: PermitQuery.Field = .any) throws -> [String] {
        try database.reader().records.search.find(PermitQuery(field: field, value: value)).rows.map(\.number.rawValue)
    }

    func export() throws -> [UInt8] {
        let path = folder.file("export.csv")
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try #require(FileHandle(forWritingAtPath: path))
        try PermitExport(reader: database.reader()).write(to: file.fileDescriptor)
        try file.close()
        return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
