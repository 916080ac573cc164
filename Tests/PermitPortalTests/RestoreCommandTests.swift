import Foundation
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
