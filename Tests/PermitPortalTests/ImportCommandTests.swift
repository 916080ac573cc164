import Foundation
import Testing

struct ImportCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test func `good rows go in, bad ones are set aside with line and reason, unknown status words are listed`() throws {
        let run = try program.importing([
            Program.columns, "LAKE-1,ACTIVE,RESIDENTIAL,1 A ST,LAKESIDE FRAMING,AEC0300", ",ACTIVE,RESIDENTIAL,2 A ST,,",
            "LAKE-2,Half Done,RESIDENTIAL,3 A ST,,", "LAKE-3,ACTIVE", "LAKE-4,Half Done,MECHANICAL,\"4 A ST, REAR\",,",
        ])
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("5 rows read: 3 new, 0 updated, 0 unchanged, 2 rejected\n"))
        let rejects = program.place.file("permits.csv.rejects.csv")
        #expect(run.output.contains("The rejected rows are in \(rejects)"))
        #expect(run.output.contains("\n  2  Half Done\n"))
        let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
        #expect(
            lines.count == 3 && lines[1].hasPrefix(",ACTIVE,RESIDENTIAL,2 A ST,,,3,") && lines[2].hasPrefix("LAKE-3,ACTIVE,5,"))
        #expect(try program.exporting().split(whereSeparator: \.isNewline).count == 4)
    }

    @Test func `the same file again changes nothing, a changed row is updated`() throws {
        let rows = [Program.columns, "LAKE-1,ACTIVE,RESIDENTIAL,1 A ST,,", "LAKE-2,ACTIVE,RESIDENTIAL,2 A ST,,"]
        #expect(try program.importing(rows).code == 0)
        let before = try program.exporting()
        #expect(try program.importing(rows).output.hasPrefix("2 rows read: 0 new, 0 updated, 2 unchanged, 0 rejected"))
        #expect(try program.exporting() == before)
        let changed = rows.map { $0.replacingOccurrences(of: "2 A ST", with: "22 A ST") }
        #expect(try program.importing(changed).output.hasPrefix("2 rows read: 0 new, 1 updated, 1 unchanged, 0 rejected"))
        #expect(try program.exporting() == before.replacingOccurrences(of: "2 A ST", with: "22 A ST"))
    }

    @Test func `what was exported and imported elsewhere is exported the same`() throws {
        let run = try program.importing([
            Program.columns + ",Description", "LAKE-1,ACTIVE,RESIDENTIAL,1 A ST,LAKESIDE FRAMING,AEC0300,",
            "LAKE-2,Half Done,\"A \"\"B\"\"\",\"2 A ST, REAR\",,,\"NEW SHOP,\nÜBERDACHT\"",
        ])
        try #require(run.code == 0)
        let exported = try program.exporting()
        let (file, other) = (program.place.file("out.csv"), program.place.file("other"))
        #expect(try program.run(["export", "permits", file, "--data", program.data]).code == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == exported)
        let again = try program.run(
            ["import", "permits", "-", "--agency", Program.agency, "--data", other], input: exported, in: "/")
        #expect(again.code == 0 && again.output.hasPrefix("2 rows read: 2 new, 0 updated, 0 unchanged, 0 rejected"))
        #expect(try program.exporting(from: other) == exported)
    }

    @Test func `a map names the columns an office calls otherwise`() throws {
        let map = try program.place.write(#"{"Record No": "PermitNum", "Where": "OriginalAddress1"}"#, to: "map.json")
        let run = try program.importing(["Record No,Where,Odd", "LAKE-1,1 A ST,x"], map: map)
        #expect(run.code == 0 && run.output.contains("1 new") && run.output.contains("Columns that are not kept: Odd"))
        #expect(try program.exporting().contains("LAKE-1"))
    }

    @Test func `a file without the number's column, or a map that is none, ends with 65`() throws {
        let run = try program.importing(["Where", "1 A ST"])
        #expect(run.code == 65 && run.complaint.contains("there is no PermitNum column"))
        let map = try program.place.write(#"{"Where": "Nowhere"}"#, to: "map.json")
        #expect(try program.importing([Program.columns], map: map).code == 65)
        #expect(try program.importing([Program.columns], map: program.place.file("none")).code == 74)
    }

    @Test func `what cannot be read or written ends with 74`() throws {
        let none = program.place.file("none")
        #expect(try program.run(["import", "permits", none, "--agency", Program.agency, "--data", program.data]).code == 74)
        #expect(!FileManager.default.fileExists(atPath: program.data))
        #expect(try program.run(["export", "permits", "--data", none]).code == 74)
        #expect(try program.importing([Program.columns]).code == 0)
        #expect(try program.run(["export", "permits", none + "/file", "--data", program.data]).code == 74)
    }

    @Test func `an import that is killed leaves whole rows, and the next one goes on from there`() throws {
        try KilledImport(program).run()
        #expect(try program.run(["check", "--agency", Program.agency, "--data", program.data]).code == 0)
        #expect(try program.importing([Program.columns, "LAKE-1,ACTIVE,RESIDENTIAL,1 A ST,,"]).output.contains("1 new"))
        let stored = try program.exporting().split(whereSeparator: \.isNewline).count - 2
        #expect(stored > 0 && stored < KilledImport.rows)
    }
}
