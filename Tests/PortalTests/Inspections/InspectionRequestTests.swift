import Permitting
import Storage
import Testing

struct InspectionRequestTests {
    private static let address = "/permits/RES16-0304/inspections/new"

    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        try visitor.get(Self.address)
    }

    private func add(
        _ type: String, _ day: String = "Tue, Nov 24, 2026", _ time: String = "AM (8:00 AM to 12:00 PM)", press: String = "SUBMIT"
    )
        throws -> Answer
    {
        try visitor.submit(press, to: Self.address) { form in
            try form.choose(type, in: "Inspection Type")
            try form.choose(day, in: "Requested Date")
            try form.choose(time, in: "Time")
        }
    }

    private func asked() throws -> [String] {
        try site.inspections("RES16-0304").filter(\.state.isActive).map { "\($0.type) \($0.day.rawValue) \($0.slot)" }.sorted()
    }

    @Test func `the page is filled in with what is known and offers what may be asked for`() throws {
        #expect(visitor.answer.heading == "PERMIT Inspection Request - RES16-0304")
        let form = try #require(visitor.answer.forms.first { $0.action == Self.address })
        #expect(form["Contact Name"]?.value == "RICH CONTRACTOR" && form["Phone Number"]?.value == "208-555-0119")
        #expect(form["Site Address"]?.value == "1502 E FALLVIEW DR, COEUR D'ALENE, ID 83814")
        #expect(form["Email Address"]?.value == "contractor@example.com")
        #expect(
            form["Inspection Type"]?.options.dropFirst().map(\.label) == [
                "ADDRESSING", "FOUNDATION WALL", "UNDERFLOOR PLUMBING", "ROUGH MECHANICAL",
            ])
        #expect(
            form["Requested Date"]?.options.dropFirst().map(\.value) == [
                "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04",
            ])
        #expect(form["Time"]?.options.dropFirst().map(\.label) == ["AM (8:00 AM to 12:00 PM)", "PM (12:00 PM to 4:00 PM)"])
        #expect(visitor.answer.text.contains("SETBACK / FOOTING passed already"))
        #expect(visitor.answer.text.contains("FRAMING needs FOUNDATION WALL passed first"))
        #expect(visitor.answer.text.contains("Today you can book Mon, Nov 23, 2026 to Fri, Dec 4, 2026"))
    }

    @Test func `a request is saved and the dashboard says reference, window and until when it can be cancelled`() throws {
        let answer = try add("ADDRESSING")
        let made = try #require(try site.inspections("RES16-0304").first { $0.state.isActive })
        #expect(answer.location == "/dashboard?requested=\(made.id)")
        let banner = try #require(try visitor.follow().banner)
        #expect(
            banner
                == "Your request was received: ADDRESSING on Tue, Nov 24, 2026, AM (8:00 AM to 12:00 PM) (reference \(made.id)), "
                + "which can be cancelled here until Tue, Nov 24, 2026, 7:00 AM.")
        #expect(
            visitor.answer.rows(in: "active-inspections").last
                == "RES16-0304 | PERMIT | ACTIVE | 1502 E FALLVIEW DR | ADDRESSING | 11/24/2026 AM")
    }

    @Test func `SUBMIT sends the rows added and the one being typed`() throws {
        #expect(try add("ADDRESSING", press: "ADD INSPECTION").status == 200)
        #expect(visitor.answer.text.contains("ADDRESSING, Tue, Nov 24, 2026, AM (8:00 AM to 12:00 PM)"))
        #expect(try asked() == [])
        #expect(
            visitor.answer.forms.first { $0.action == Self.address }?["Inspection Type"]?.options.contains {
                $0.label == "ADDRESSING"
            } == false)
        #expect(try add("ROUGH MECHANICAL", "Mon, Nov 30, 2026", "PM (12:00 PM to 4:00 PM)").status == 303)
        #expect(try asked() == ["ADDRESSING 2026-11-24 AM", "ROUGH MECHANICAL 2026-11-30 PM"])
        #expect(try visitor.follow().banner?.contains("; ROUGH MECHANICAL on") == true)
    }

    @Test func `a row that was removed is not asked for`() throws {
        _ = try add("ADDRESSING", press: "ADD INSPECTION")
        _ = try add("ROUGH MECHANICAL", press: "ADD INSPECTION")
        #expect(try visitor.submit("Remove ADDRESSING").status == 200)
        #expect(try visitor.submit("SUBMIT", to: Self.address).status == 303)
        #expect(try asked() == ["ROUGH MECHANICAL 2026-11-24 AM"])
    }

    @Test func `one bad row keeps all of them from being saved`() throws {
        _ = try add("ADDRESSING", press: "ADD INSPECTION")
        let answer = try visitor.submit("SUBMIT", to: Self.address) { form in
            form.forge("row-type", "FRAMING")
            try form.choose("ROUGH MECHANICAL", in: "Inspection Type")
            try form.choose("Tue, Nov 24, 2026", in: "Requested Date")
            try form.choose("AM (8:00 AM to 12:00 PM)", in: "Time")
        }
        #expect(answer.status == 422 && answer.problems == ["FRAMING: needs FOUNDATION WALL passed first"])
        #expect(try asked() == [])
    }

    @Test func `an empty form says what is missing`() throws {
        let answer = try visitor.submit("SUBMIT", to: Self.address) { form in
            for label in ["Contact Name", "Phone Number", "Site Address", "Email Address"] { try form.type("", in: label) }
        }
        #expect(answer.status == 422)
        #expect(
            answer.problems == [
                "Fill in Contact Name", "Fill in Phone Number", "Fill in Site Address", "Fill in Email Address",
                "Choose an inspection type", "Choose a requested date", "Choose a time, AM or PM",
            ])
        #expect(try asked() == [])
    }

    @Test(arguments: [
        ("type", "NO SUCH", "NO SUCH is not an inspection of this permit"),
        ("type", "FINAL", "FINAL: needs ADDRESSING and DRYWALL passed first"),
        ("type", "SETBACK / FOOTING", "SETBACK / FOOTING: passed already"),
        ("day", "2026-11-26", "Thu, Nov 26, 2026 cannot be chosen: choose one of the days offered"),
        ("day", "2026-11-21", "Sat, Nov 21, 2026 cannot be chosen: choose one of the days offered"),
        ("day", "2026-11-20", "Fri, Nov 20, 2026 cannot be chosen: choose one of the days offered"),
        ("day", "2026-12-07", "Mon, Dec 7, 2026 cannot be chosen: choose one of the days offered"),
        ("day", "11/24/2026", "Choose one of the days offered"), ("day", "2026-02-30", "Choose one of the days offered"),
        ("time", "NIGHT", "Choose one of the times offered"),
        ("phone", "call me", "Enter a telephone number with its area code, like 208-555-0119"),
        ("email", "nobody", "Enter an email address, like name@example.com"),
        ("notes", String(repeating: "x", count: 2_001), "The notes may have at most 2000 characters"),
    ])
    func `what the page does not offer cannot be posted`(name: String, value: String, reason: String) throws {
        let answer = try visitor.submit("SUBMIT", to: Self.address) { form in
            try form.choose("ADDRESSING", in: "Inspection Type")
            try form.choose("Tue, Nov 24, 2026", in: "Requested Date")
            try form.choose("AM (8:00 AM to 12:00 PM)", in: "Time")
            form.forge(name, value)
        }
        #expect(answer.status == 422 && answer.problems == [reason])
        #expect(try asked() == [])
    }

    @Test func `the same type cannot be asked for twice, in one request or in two`() throws {
        _ = try add("ADDRESSING", press: "ADD INSPECTION")
        let twice = try visitor.submit("SUBMIT", to: Self.address) { form in
            form.forge("type", "ADDRESSING")
            form.forge("day", "2026-11-24")
            form.forge("time", "AM")
        }
        #expect(twice.problems == ["ADDRESSING is in this request twice"])
        try visitor.get(Self.address)
        let second = try visitor.twin()
        #expect(try add("ADDRESSING").status == 303)
        let again = try second.submit("SUBMIT", to: Self.address) { form in
            form.forge("type", "ADDRESSING")
            form.forge("day", "2026-11-25")
            form.forge("time", "PM")
        }
        #expect(again.problems == ["ADDRESSING: asked for already: Tue, Nov 24, 2026, AM"])
        #expect(try asked() == ["ADDRESSING 2026-11-24 AM"])
    }

    @Test(arguments: [
        ("RES16-0688", "The permit is READY TO ISSUE. Inspections can be asked for once it is issued."),
        ("RES16-0310", "The permit expired on Mon, Oct 10, 2016. Call the office to renew it."),
    ])
    func `a permit that allows none says why and takes none`(number: String, reason: String) throws {
        let address = "/permits/\(number)/inspections/new"
        #expect(try visitor.get(address).text.contains(reason))
        let fields = [
            ("csrf", visitor.token), ("contact", "A"), ("phone", "2085550119"), ("site", "S"), ("email", "a@example.com"),
            ("type", "ADDRESSING"), ("day", "2026-11-24"), ("time", "AM"),
        ]
        #expect(try visitor.post(address, fields).status == 422)
        #expect(try site.inspections(number).isEmpty)
    }

    @Test func `an unpaid re-inspection fee keeps a posted request out`() throws {
        let second = try site.contractor(DemoSite.second)
        let address = "/permits/RES16-0686/inspections/new"
        #expect(try second.get(address).text.contains("A re-inspection fee of $65.00 has to be paid first."))
        let fields = [
            ("csrf", second.token), ("contact", "A"), ("phone", "2085550119"), ("site", "S"), ("email", "a@example.com"),
            ("type", "ADDRESSING"), ("day", "2026-11-24"), ("time", "AM"),
        ]
        #expect(try second.post(address, fields).status == 422)
        #expect(try site.inspections("RES16-0686").allSatisfy { !$0.state.isActive })
    }

    @Test func `more rows than a permit has types are not read`() throws {
        let rows = Array(repeating: [("row-type", "X"), ("row-day", "2026-11-24"), ("row-time", "AM")], count: 100).flatMap { $0 }
        let answer = try visitor.post(Self.address, [("csrf", visitor.token), ("remove", "99")] + rows)
        #expect(answer.status == 200 && answer.forms.flatMap(\.controls).filter { $0.name == "row-type" }.count == 20)
    }
}
