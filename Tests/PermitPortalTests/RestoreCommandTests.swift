import Foundation
import SQLite
import Storage
import Testing

/// `backup`, `check` and `restore`: the way out and the way back.
struct RestoreCommandTests {
    private let program: Program
    private let copy: String

    init() throws {
        program = try Program()
        copy = program.place.file("backup.db")
    }

    private func fill(_ number: String) throws {
        try #require(try program.importing([Program.columns, "\(number),ACTIVE,RESIDENTIAL,1 A ST,,"]).code == 0)
    }

    private func backUp() throws -> Program.Run { try program.run(["backup", copy, "--data", program.data]) }
    private func restore(_ file: String? = nil, into data: String? = nil) throws -> Program.Run {
        try program.run(["restore", file ?? copy, "--data", data ?? program.data])
    }
    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `a copy put into a new folder is sound and holds what was there`() throws {
        try fill("LAKE-1")
        let backup = try backUp()
        #expect(backup.code == 0 && backup.output == "The records are in \(copy).\n")
        let other = program.place.file("other")
        let restored = try restore(into: other)
        #expect(restored.code == 0 && restored.output == "The records of \(copy) are in \(other)/permits.db.\n")
        #expect(try names(in: other) == ["lock", "permits.db"])
        #expect(try program.run(["check", "--data", other]).output.hasSuffix("records: sound\n"))
        #expect(try program.exporting(from: other) == (try program.exporting()))
    }

    @Test func `the records that were there are put aside and can be put back`() throws {
        try fill("LAKE-1")
        _ = try backUp()
        let old = try program.exporting()
        try fill("LAKE-2")
        let new = try program.exporting()
        let restored = try restore()
        #expect(restored.code == 0)
        #expect(try program.exporting() == old)
        let aside = try #require(restored.output.firstMatch(of: #/Those there were before are in (.+)\./#)?.1)
        #expect(aside.hasPrefix(program.data + "/permits.db.before-restore-"))
        let other = program.place.file("other")
        #expect(try restore(String(aside), into: other).code == 0)
        #expect(try program.exporting(from: other) == new)
    }

    @Test func `a file that exists is not written over by a backup`() throws {
        try fill("LAKE-1")
        try program.place.write("mine", to: "backup.db")
        #expect(try backUp().code == 74)
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
        #expect(try program.run(["backup", program.place.file("b"), "--data", program.place.file("none")]).code == 74)
    }

    @Test func `what is no copy of records ends with 65, what is not there with 74, and the records stay`() throws {
        try fill("LAKE-1")
        let before = try program.exporting()
        let wrong = try restore(Program.agency)
        #expect(wrong.code == 65 && wrong.complaint.contains("\(Program.agency) holds no sound records"))
        #expect(try restore(program.place.file("none")).code == 74)
        #expect(try program.exporting() == before)
        #expect(try !names(in: program.data).contains { $0.contains("restor") })
    }

    @Test func `nothing is restored while the portal has the folder`() throws {
        try fill("LAKE-1")
        _ = try backUp()
        try fill("LAKE-2")
        let before = try program.exporting()
        let folder = try DataFolder(path: program.data)
        let run = try restore()
        #expect(run.code == 74 && run.complaint.contains("the data folder \(folder.path) is in use by another permit-portal"))
        #expect(try program.exporting() == before)
    }

    @Test func `attachments go with the records, and check sees whether each is there as it was sent`() throws {
        try #require(try program.run(["demo", "--agency", Program.agency, "--data", program.data]).code == 0)
        let backup = try backUp()
        #expect(backup.code == 0 && backup.output.hasSuffix("Their attachments are in \(copy).attachments.\n"))
        let other = program.place.file("other")
        #expect(try restore(into: other).code == 0)
        let sound = try program.run(["check", "--data", other, "--contents"])
        #expect(sound.code == 0 && sound.output.hasSuffix("records: sound\nattachments: 2, sound\n"))

        let folder = other + "/attachments/"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.utf8.count > 30 }.map { folder + $0 }
        try #require(files.count == 2)
        var content = try Data(contentsOf: URL(fileURLWithPath: files[0]))
        content[content.count - 1] ^= 1
        // A file of its own: the copy's is another name for the old one.
        try FileManager.default.removeItem(atPath: files[0])
        try content.write(to: URL(fileURLWithPath: files[0]))
        #expect(try program.run(["check", "--data", other]).code == 0)
        let damaged = try program.run(["check", "--data", other, "--contents"])
        #expect(damaged.code == 65 && damaged.complaint.contains("\(files[0]) does not hold what was sent"))
        try FileManager.default.removeItem(atPath: files[1])
        let missing = try program.run(["check", "--data", other])
        #expect(missing.code == 65 && missing.complaint.contains("\(files[1]) is missing"))
        let again = try program.run(["backup", program.place.file("again.db"), "--data", other])
        #expect(again.code == 65 && again.complaint.contains(files[1]) && again.output.contains("The records are in"))
    }

    @Test func `a copy whose attachments are lost is restored only when that is said`() throws {
        try #require(try program.run(["demo", "--agency", Program.agency, "--data", program.data]).code == 0)
        _ = try backUp()
        try FileManager.default.removeItem(atPath: copy + ".attachments")
        let other = program.place.file("other")
        let refused = try restore(into: other)
        #expect(refused.code == 65 && refused.complaint.contains("2 of its attachments are missing"))
        #expect(try program.run(["restore", copy, "--data", other, "--without-attachments"]).code == 0)
        #expect(try program.run(["check", "--data", other]).complaint.contains("is missing"))
    }

    @Test func `a file that no record names is told by check and cleared away by a start`() throws {
        try fill("LAKE-1")
        let stray = try program.place.write("x", to: "data/attachments/ab/ab" + String(repeating: "0", count: 30))
        let check = try program.run(["check", "--data", program.data])
        #expect(check.code == 0 && check.output.contains("Files that no record names") && check.output.contains(stray))
        try fill("LAKE-2")
        #expect(FileManager.default.fileExists(atPath: stray))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -4_000)], ofItemAtPath: stray)
        try fill("LAKE-3")
        #expect(!FileManager.default.fileExists(atPath: stray))
    }

    @Test func `check tells that somebody changed the record of who did what`() throws {
        try #require(try program.run(["demo", "--agency", Program.agency, "--data", program.data]).code == 0)
        try #require(try program.run(["pin", "AEC0119", "--data", program.data]).code == 0)
        #expect(
            try program.run(["check", "--data", program.data]).output.contains("events: 1, the chain is whole and ends with "))
        let database = try Connection(path: program.data + "/permits.db", mode: .writer)
        try database.run("DROP TRIGGER events_stay")
        try database.run("UPDATE events SET what = 'nothing' WHERE id = 1")
        let run = try program.run(["check", "--data", program.data])
        #expect(run.code == 65 && run.complaint.contains("event 1: it, or what was recorded before it, is not as it was written"))
    }

    @Test func `check tells damaged records, and a folder without any`() throws {
        let none = try program.run(["check", "--data", program.data])
        #expect(none.code == 65 && none.complaint.contains("holds no records"))
        try fill("LAKE-1")
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: program.data + "/permits.db"))
        // Past the schema's own pages, which are read at every start.
        try file.seek(toOffset: 40 * 4_096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 10 * 4_096))
        try file.close()
        let run = try program.run(["check", "--data", program.data])
        #expect(run.code == 65 && run.complaint.contains("the records are damaged"))
        #expect(!run.output.contains("records: sound"))
    }
}
