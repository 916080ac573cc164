import Permitting
import Testing

@testable import Storage

struct PermitSearchTests {
    @Test func `words and their beginnings are found in any letter case, newest first`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("main") == ["COM17-0688", "RES16-0689"])
        #expect(try office.numbers("GARAG") == ["1980-001138 BP", "RES16-0688"])
        #expect(try office.numbers("s") == ["1980-001138 BP", "COM17-0688", "RES16-0689"])
        #expect(try office.numbers("arage").isEmpty)
    }

    @Test func `every word must be there, in whichever of the fields`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("house dodd rich") == ["RES16-0688"])
        #expect(try office.numbers("house main").isEmpty)
        #expect(try office.numbers("st street") == ["1980-001138 BP", "RES16-0689"])
    }

    @Test func `an address is found as it stands on an envelope, with its city`() throws {
        let rows = "PermitNum,OriginalAddress1,OriginalCity\nA-1,1968 E DODD RD,HAYDEN\nA-2,12 HAYDEN AVE,POST FALLS\n"
        let office = try SearchOffice(rows)
        #expect(try office.numbers("1968 E Dodd Rd Hayden") == ["A-1"])
        #expect(try office.numbers("hayden", .address) == ["A-2", "A-1"])
        #expect(try office.numbers("hayden", .contractor).isEmpty)
    }

    @Test func `a field is searched alone`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("main", .address) == ["COM17-0688", "RES16-0689"])
        #expect(try office.numbers("main", .description) == ["COM17-0688"])
        #expect(try office.numbers("sign", .contractor) == ["COM17-0688"])
        #expect(try office.numbers("dodd", .contractor).isEmpty)
    }

    @Test(arguments: ["cafe muller", "CAFÉ MÜLLER", "Cafe\u{301} Mu\u{308}ller", "sohn"])
    func `diacritics do not count, however they are typed`(value: String) throws {
        let office = try SearchOffice()
        #expect(try office.numbers(value, .contractor) == ["RES16-0689"])
        #expect(try office.numbers(value, .contractor, .beginsWith) == (value == "sohn" ? [] : ["RES16-0689"]))
    }

    @Test func `one letter and three find whatever Latin letter or number comes next`() throws {
        let letters = (UInt32(0x21)...0x17F).compactMap { Unicode.Scalar($0).map(String.init) }
            .filter { SearchWords($0).words.count == 1 }
        #expect(letters.count > 230)
        let rows = letters.enumerated().map { "N-\(1000 + $0),q\($1)j,xyz\($1) stree\($1)\n" }.joined()
        let office = try SearchOffice("PermitNum,Description,OriginalAddress1\n" + rows)
        for value in ["q", "xyz", "stree"] {
            #expect(try office.search(PermitQuery(value: value)).total == letters.count)
        }
    }

    @Test func `a permit number typed anywhere is found at once, and alone`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("RES16-0688") == ["RES16-0688"])
        #expect(try office.numbers(" res16 0688 ") == ["RES16-0688"])
        #expect(try office.numbers("1980-001138 bp") == ["1980-001138 BP"])
        #expect(try office.numbers("res16", .any) == ["RES16-0689", "RES16-0688"])
        #expect(try office.numbers("0688", .any) == ["COM17-0688", "RES16-0688"])
    }

    @Test func `a number contains what it begins with and what follows its dash`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("0688", .number) == ["COM17-0688", "RES16-0688"])
        #expect(try office.numbers("res", .number) == ["RES16-0689", "RES16-0688"])
        #expect(try office.numbers("0688", .number, .beginsWith).isEmpty)
        #expect(try office.numbers("com17-06", .number, .beginsWith) == ["COM17-0688"])
        #expect(try office.numbers("RES16-068", .number, .equals).isEmpty)
        #expect(try office.numbers("res16-0688", .number, .equals) == ["RES16-0688"])
        #expect(try office.numbers("house", .number).isEmpty)
    }

    @Test func `a field that begins with the words, or is the words, is told from one that contains them`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("12 main", .address, .beginsWith) == ["RES16-0689"])
        #expect(try office.numbers("200 main s", .address, .beginsWith) == ["COM17-0688"])
        #expect(try office.numbers("main", .address, .beginsWith).isEmpty)
        #expect(try office.numbers("12 MAIN  street.", .address, .equals) == ["RES16-0689"])
        #expect(try office.numbers("12 main", .address, .equals).isEmpty)
        #expect(try office.numbers("heat pump", .any, .equals) == ["RES16-0689"])
        #expect(try office.numbers("sign main", .description, .beginsWith) == ["COM17-0688"])
    }

    @Test func `a blank value finds every permit, one without letter or digit none`() throws {
        let office = try SearchOffice()
        #expect(try office.search(PermitQuery(value: "  \t")).total == 4)
        #expect(try office.search(PermitQuery(value: "*")).total == 0)
        #expect(try office.search(PermitQuery(value: "🙂")).total == 0)
    }

    @Test(arguments: PermitQuery.Field.allCases, PermitQuery.Operator.allCases)
    func `whatever is typed is text, never a query`(field: PermitQuery.Field, comparison: PermitQuery.Operator) throws {
        let office = try SearchOffice()
        for value in [
            "\"", "\"\"", "'", "main\"", "\"main", "main AND", "OR", "NOT main", "NEAR(main street)", "main*", "^main",
            "address:main",
            "{address} : main", "-main", "main + street", "(", ")", "%", "_", "[", "main; DROP TABLE permits", "🙂🙂", "\0",
            "ma\0in",
            "\u{301}", "\u{FFFD}", "ﬁ", "Ⅷ", "١٢", "中文", "\u{E000}", "\u{1F1E6}", "𝔘𝔫𝔦", "\u{200D}", "\u{A7C1}\u{1E030}",
            String(repeating: "main ", count: 2_000), String(repeating: "x", count: 10_000),
            String(repeating: "\"", count: 10_000),
            String(repeating: "a b c d e ", count: 1_000), String(repeating: "\u{301}", count: 10_000),
        ] {
            #expect(throws: Never.self) { try office.search(PermitQuery(field: field, operator: comparison, value: value)) }
        }
        #expect(try office.office.count("permits") == 4)
    }

    @Test func `words of the query language are words like others`() throws {
        let office = try SearchOffice()
        #expect(try office.numbers("and") == ["COM17-0688"])
        #expect(try office.numbers("more AND sign") == ["COM17-0688"])
        #expect(try office.numbers("more OR sign").isEmpty)
        #expect(try office.numbers("address:main").isEmpty)
    }

    @Test func `results are sorted by a column as asked, and read page by page without gap or repeat`() throws {
        let office = try SearchOffice()
        let all = ["1980-001138 BP", "COM17-0688", "RES16-0688", "RES16-0689"]
        #expect(try office.numbers("", order: SearchOrder(.number)) == all)
        #expect(try office.numbers("", order: SearchOrder(.number, isDescending: true)) == all.reversed())
        #expect(try office.numbers("main", order: SearchOrder(.address)) == ["RES16-0689", "COM17-0688"])
        #expect(try office.numbers("garage", order: SearchOrder(.type, isDescending: true)) == ["RES16-0688", "1980-001138 BP"])
        #expect(try office.numbers("", order: SearchOrder(.status)).last == "1980-001138 BP")
        #expect(try office.numbers("", order: SearchOrder(.issued)).first == "COM17-0688")
        for order in [SearchOrder.newestFirst, SearchOrder(.status), SearchOrder(.address, isDescending: true)] {
            let pages = try (0..<4).map { try office.search(PermitQuery(order: order, limit: 1, offset: $0)) }
            #expect(pages.allSatisfy { $0.total == 4 && $0.isTotalExact && $0.sortedBy == order })
            #expect(pages.flatMap { $0.rows.map(\.number.rawValue) } == (try office.numbers("", order: order)))
        }
    }

    @Test func `limits and offsets beyond reason give an empty page`() throws {
        let office = try SearchOffice()
        for (limit, offset) in [(Int.max, Int.max), (25, Int.max), (-1, 0), (0, 0), (Int.min, 0)] {
            let results = try office.search(PermitQuery(value: "main", limit: limit, offset: offset))
            #expect(results.rows.isEmpty)
            #expect(results.total == 2)
        }
        #expect(try office.search(PermitQuery(value: "main", limit: .max, offset: .min)).rows.count == 2)
    }

    @Test func `a found permit carries what a list shows`() throws {
        let office = try SearchOffice()
        let found = try #require(try office.search(PermitQuery(value: "RES16-0688")).rows.first)
        #expect(found.address == "1968 E DODD RD")
        #expect(found.type == "RESIDENTIAL")
        #expect(found.status == office.office.agency.statuses.status("ACTIVE"))
        #expect(found.description == "New house with garage")
        #expect(found.contractorName == "RICH CONTRACTOR")
        #expect(found.appliedOn?.rawValue == "2016-01-05")
        #expect(found.issuedOn?.rawValue == "2016-02-01")
    }
}
