import Foundation
import Permitting
import Storage
import Testing

struct PermitSearchTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    private func search(_ value: String, by: String = "Anything", _ operation: String = "Contains") throws -> [String] {
        try visitor.get("/permits")
        try visitor.submit("SEARCH") { form in
            try form.choose(by, in: "Search By")
            try form.choose(operation, in: "Operator")
            try form.type(value, in: "Value")
        }
        return visitor.answer.rows(in: "results").map { String($0.prefix(10)) }
    }

    @Test func `a permit is found by number, address, contractor and words of its description`() throws {
        #expect(try search("RES16-0688") == ["RES16-0688"])
        #expect(try search("dodd rd") == ["RES16-0688"])
        #expect(try search("1968", by: "Address", "Begins With") == ["RES16-0688"])
        #expect(try search("furnace", by: "Description") == ["WEB17-0002"])
        #expect(try search("second street", by: "Contractor") == ["RES16-0601"])
        #expect(try search("RES17", by: "Permit Number", "Begins With").count == 4)
        #expect(visitor.answer.text.contains("Results 4 total record(s)"))
    }

    @Test func `what was searched for stands in the form again`() throws {
        _ = try search("dodd", by: "Address", "Begins With")
        let form = try #require(visitor.answer.forms.first { $0.action == "/permits" })
        #expect(
            form["Value"]?.value == "dodd" && form["Search By"]?.value == "address" && form["Operator"]?.value == "beginsWith")
    }

    @Test func `nothing found says what to do`() throws {
        #expect(try search("no such permit anywhere") == [])
        #expect(visitor.answer.text.contains("No permit was found. Check the spelling"))
        #expect(!visitor.answer.text.contains("Download as CSV"))
    }

    @Test func `results sort by their headers and come in pages`() throws {
        #expect(try search("").count == 14)
        try visitor.click("PERMIT NO.")
        let up = visitor.answer.rows(in: "results")
        try visitor.click("PERMIT NO.")
        #expect(visitor.answer.rows(in: "results") == up.reversed())
        try site.addPermits(30)
        #expect(try search("").count == 20)
        #expect(visitor.answer.text.contains("1–20 of 44"))
        try visitor.click("Next")
        try visitor.click("Next")
        #expect(visitor.answer.text.contains("41–44 of 44") && visitor.answer.rows(in: "results").count == 4)
    }

    @Test func `the results come as a file that no spreadsheet takes for formulas`() throws {
        let status = site.agency.statuses.status("ACTIVE")
        try site.write { records in
            guard let number = PermitNumber(rawValue: "=1+1") else { return }
            var permit = Permit(id: 0, number: number, type: "@SUM", status: status)
            permit.description = "-2, \"quoted\""
            permit.site = Site(address: "+DODD RD")
            try records.permits.insert(permit, contractors: [])
        }
        _ = try search("dodd", by: "Address")
        let file = try visitor.click("Download as CSV")
        #expect(file.response.headers["Content-Type"] == "text/csv; charset=utf-8")
        #expect(file.response.headers["Content-Disposition"] == "attachment; filename=\"permits.csv\"")
        let lines = file.body.components(separatedBy: "\r\n")
        #expect(
            lines[0]
                == "PermitNum,OriginalAddress1,PermitType,StatusCurrent,Description,ContractorCompanyName,AppliedDate,IssuedDate")
        #expect(lines.contains("'=1+1,'+DODD RD,'@SUM,ACTIVE,\"'-2, \"\"quoted\"\"\",,,"))
        #expect(
            lines.contains {
                $0.hasPrefix("RES16-0688,1968 E DODD RD,RESIDENTIAL,READY TO ISSUE,") && $0.hasSuffix(",2026-10-31,")
            })
        #expect(lines.count == 4 && lines[3].isEmpty)
    }

    @Test(arguments: [
        "\"", "'", "*", "AND", "OR NOT", "a* b*", "NEAR(a b)", "address:dodd", "(", ")", "-", "--", ";", "%", "_", "\u{0}x",
        "^dodd", "{}", "😀",
    ])
    func `whatever is typed is words to look for and never a command`(value: String) throws {
        let encoded = value.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        for by in ["any", "number", "address", "contractor", "description"] {
            let answer = try visitor.get("/permits?by=\(by)&value=\(value == "\u{0}x" ? "x" : encoded)")
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        "page=0", "page=-1", "page=999999", "page=9999999999999999999", "sort=-", "sort=x", "op=like", "by=password_hash",
    ])
    func `an address typed by hand still shows the search`(query: String) throws {
        #expect(try visitor.get("/permits?" + query).heading == "Permit Search")
        #expect(visitor.answer.status == 200)
    }

    @Test func `a value of any length is cut, not refused`() throws {
        let answer = try visitor.get("/permits?value=" + String(repeating: "dodd+", count: 1_000))
        #expect(answer.status == 200)
        #expect((answer.forms.first { $0.action == "/permits" }?["Value"]?.value.count ?? 0) <= 200)
    }
}
