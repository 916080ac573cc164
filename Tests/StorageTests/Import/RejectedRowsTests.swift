import Foundation
import Testing

@testable import Storage

struct RejectedRowsTests {
    private static let header = "PermitNum,Description,AppliedDate,Latitude,EstProjectCost,StatusCurrent\n"

    @Test(arguments: [
        (",x,,,,", "the permit number is missing"),
        ("   ,x,,,,", "the permit number is missing"),
        (String(repeating: "9", count: 61) + ",x,,,,", "this cannot be a permit number"),
        ("A-1,x,tomorrow,,,", "AppliedDate is not a date"),
        ("A-1,x,2013-02-30,,,", "AppliedDate is not a date"),
        ("A-1,x,,north,,", "Latitude is not a number"),
        ("A-1,x,,,$100,", "EstProjectCost is not a number"),
        ("A-1,x,,,1e9,", "EstProjectCost is not a number"),
        ("A-1,x\u{0},,,,", "a control character"),
        ("A-1,x,,,,AC\u{1B}[31mTIVE", "a control character"),
        ("A-1,x,,,", "5 columns where 6 are expected"),
        ("A-1,x,,,,,", "7 columns where 6 are expected"),
        ("A-1,a \"quote\",,,,", "a quote inside a field that is not quoted"),
        ("A-1,\"a\" quote,,,,", "text after a closing quote"),
    ])
    func `a row that cannot be taken is set aside as it was, with line and reason, and the others go in`(
        row: String, reason: String
    ) throws {
        let office = try ImportOffice()
        let report = try office.load(Self.header + "B-1,before,,,,\n\n" + row + "\nB-2,after,,,,\n")
        #expect(report.new == 2)
        #expect(report.rejected == 1)
        #expect(report.rowsRead == 3)
        #expect(try office.rejects() == [row + ",4," + reason])
        #expect(try office.count("permits") == 2)
        #expect(try office.permit("A-1") == nil)
    }

    @Test func `of two rows with one number the first goes in, and the same file again changes nothing`() throws {
        let office = try ImportOffice()
        let file = Self.header + "A-1,first,,,,\nA-2,x,,,,\nA-1,second,,,,\nA-1,never,no day,,,\n"
        for isAgain in [false, true] {
            let report = try office.load(file)
            #expect(report.new == (isAgain ? 0 : 2))
            #expect(report.updated == 0)
            #expect(report.unchanged == (isAgain ? 2 : 0))
            #expect(
                try office.rejects() == [
                    "A-1,second,,,,,4,the permit number stands in this file before",
                    "A-1,never,no day,,,,5,AppliedDate is not a date",
                ])
            #expect(try office.permit("A-1")?.description == "first")
        }
    }

    @Test func `a row whose number stood in a rejected row goes in`() throws {
        let office = try ImportOffice()
        let report = try office.load(Self.header + "A-1,x,no day,,,\nA-1,right,,,,\n")
        #expect(report.new == 1)
        #expect(try office.permit("A-1")?.description == "right")
    }

    @Test func `a word processor's control characters in a description are kept as they stand`() throws {
        let office = try ImportOffice()
        let report = try office.load(Self.header + "A-1,one\u{B}two\u{1D},,,,\n")
        #expect(report.rejected == 0)
        #expect(try office.permit("A-1")?.description == "one\u{B}two\u{1D}")
    }

    @Test func `text that is not UTF-8 is set aside byte for byte`() throws {
        let office = try ImportOffice()
        let bad: [UInt8] = Array("A-1,caf".utf8) + [0xE9] + Array(",,,,".utf8)
        let report = try office.load(Array(Self.header.utf8) + bad + Array("\r\nA-2,café,,,,\r\n".utf8))
        #expect(report.rejected == 1)
        #expect(try office.permit("A-2")?.description == "café")
        let file = try Data(contentsOf: URL(fileURLWithPath: office.rejectsPath))
        let header = Array(Self.header.utf8.dropLast()) + Array(",Line,Reason\n".utf8)
        #expect(Array(file) == header + bad + Array(",2,the text is not UTF-8\n".utf8))
    }

    @Test func `a quoted description may run over several lines, a status may not`() throws {
        let office = try ImportOffice()
        let report = try office.load(Self.header + "A-1,\"one\r\n\ttwo\",,,,\nA-2,x,,,,\"AC\nTIVE\"\nA-3,x,,,,\n")
        #expect(try office.permit("A-1")?.description == "one\r\n\ttwo")
        #expect(report.new == 2)
        #expect(report.rejected == 1)
        #expect(try office.permit("A-2") == nil)
    }

    @Test func `the rejects of an earlier run do not stay behind`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.header + "A-1,x,never,,,\n")
        #expect(try office.rejects().count == 1)
        _ = try office.load(Self.header + "A-1,x,2013-07-08,,,\n")
        #expect(!FileManager.default.fileExists(atPath: office.rejectsPath))
    }

    @Test func `rejects that cannot be written stop the import before anything is stored`() throws {
        let office = try ImportOffice()
        let file = try InMemoryFile(Array((Self.header + "A-1,x,never,,,\nA-2,x,,,,\n").utf8))
        #expect(throws: ImportError.self) {
            try PermitImport(database: office.database, agency: office.agency).run(
                descriptor: file.descriptor, rejects: office.folder.path + "/missing/rejects.csv")
        }
        #expect(try office.count("permits") == 0)
    }

    @Test func `a rejected row leaves nothing of itself behind`() throws {
        let office = try ImportOffice()
        let report = try office.load(
            "PermitNum,StatusCurrent,ContractorCompanyName,HousingUnits\nA-1,Strange,\"Some \"\"Body\"\"\",many\n")
        #expect(report.rejected == 1)
        #expect(report.unmappedWords.isEmpty)
        #expect(try office.count("contractors") == 0)
        #expect(try office.count("statuses") == 0)
    }

    @Test func `formulas come in as they are and go out as text`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.header + "A-1,\"=HYPERLINK(\"\"http://x\"\")\",,-97.7,,\nA-2,'=1+1,,,,\nA-3,'quoted',,,,\n")
        #expect(try office.permit("A-1")?.description == "=HYPERLINK(\"http://x\")")
        #expect(try office.permit("A-2")?.description == "=1+1")
        #expect(try office.permit("A-3")?.description == "'quoted'")
        let text = String(decoding: try office.export(), as: UTF8.self)
        #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\""))
        #expect(text.contains(",-97.7,"))
        #expect(text.contains(",'quoted',"))
        #expect(!text.contains(",="))
    }
}
