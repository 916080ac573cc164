import Foundation
import Testing

@testable import SQLite

@Suite struct DatabaseBackupTests {
    private let place: TemporaryDatabase
    private let database: Database

    init() throws {
        place = try TemporaryDatabase()
        database = try place.database()
        try database.write { connection in
            for number in 1...200 { try connection.addPermit("BP-\(number)") }
        }
    }

    @Test func `a backup is the whole database, and a database of its own`() throws {
        let path = place.folder.file("backup.db")
        try database.backup(to: path)
        try database.write { try $0.addPermit("BP-later") }
        let files = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).filter { $0.hasPrefix("backup") }
        #expect(files == ["backup.db"])
        let copy = try Database(path: path, migrations: [TemporaryDatabase.office])
        #expect(try copy.quickCheck() == [])
        #expect(try copy.reader().permitNumbers.count == 200)
        try copy.write { try $0.addPermit("BP-other") }
    }

    @Test func `a backup overwrites nothing, the live file least of all`() throws {
        let path = try place.folder.write("a letter", to: "letter.txt")
        #expect(databaseError { try database.backup(to: path) }?.kind == .cannotOpen)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a letter")
        #expect(databaseError { try database.backup(to: place.path) }?.kind == .cannotOpen)
        #expect(try database.reader().permitNumbers.count == 200)
    }

    @Test func `a backup that fails leaves no file`() throws {
        #expect(databaseError { try database.backup(to: place.folder.file("none/backup.db")) } != nil)
        let partial = place.folder.file("backup.db.partial")
        try FileManager.default.createDirectory(atPath: partial, withIntermediateDirectories: false)
        #expect(databaseError { try database.backup(to: place.folder.file("backup.db")) }?.kind == .inputOutput)
        #expect(!FileManager.default.fileExists(atPath: place.folder.file("backup.db")))
    }
}
