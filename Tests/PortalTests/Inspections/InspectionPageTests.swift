import Permitting
import Storage
import Testing

/// ADDRESSING of RES17-0150, on Monday, Nov 23: to be cancelled here until seven in the morning of that day.
struct InspectionPageTests {
    private let site: DemoSite
    private let visitor: Visitor
    private let id: Int

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
        id = try #require(try site.inspections("RES17-0150").first).id
    }

    private func state() throws -> Inspection.State? { try site.read { try $0.inspections.find(id: id) }?.state }

    /// Monday morning, with a session of that moment.
    private func monday(at hour: Int, _ minute: Int, _ second: Int) throws -> Visitor {
        site.clock.set(Instant(20_780 * 86_400 + (hour + 8) * 3_600 + minute * 60 + second))
        return try site.contractor()
    }

    @Test func `the page says when, where and how long it can be cancelled`() throws {
        let answer = try visitor.get("/inspections/\(id)")
        #expect(answer.heading == "ADDRESSING - RES17-0150")
        #expect(answer.facts["Date"] == "Mon, Nov 23, 2026" && answer.facts["Time"] == "AM (8:00 AM to 12:00 PM)")
        #expect(answer.facts["Status"] == "SCHEDULED" && answer.facts["Reference"] == String(id))
        #expect(answer.text.contains("It can be cancelled here until Mon, Nov 23, 2026, 7:00 AM. After that, call 208-446-1040."))
    }

    @Test func `cancelling leads to the dashboard, where it stands no more`() throws {
        try visitor.get("/inspections/\(id)")
        #expect(try visitor.submit("CANCEL INSPECTION").location == "/dashboard?cancelled=\(id)")
        #expect(try visitor.follow().banner == "The inspection ADDRESSING on Mon, Nov 23, 2026 (reference \(id)) is cancelled.")
        #expect(visitor.answer.rows(in: "active-inspections").isEmpty)
        #expect(try state() == .cancelled)
    }

    @Test func `one second before seven it can be cancelled, at seven no more`() throws {
        let early = try monday(at: 6, 59, 59)
        try early.get("/inspections/\(id)")
        let page = try early.twin()
        let late = try monday(at: 7, 0, 0)
        #expect(!(try late.get("/inspections/\(id)").text.contains("CANCEL INSPECTION")))
        #expect(late.answer.text.contains("It is too late to cancel this here. Call 208-446-1040."))
        #expect(try page.submit("CANCEL INSPECTION").status == 422)
        #expect(page.answer.problems == ["It is too late to cancel this here. Call 208-446-1040."])
        #expect(try state() == .requested)
        let again = try monday(at: 6, 59, 59)
        try again.get("/inspections/\(id)")
        #expect(try again.submit("CANCEL INSPECTION").status == 303)
        #expect(try state() == .cancelled)
    }

    @Test func `a cancellation sent twice cancels once and says so`() throws {
        try visitor.get("/inspections/\(id)")
        let twin = try visitor.twin()
        try visitor.submit("CANCEL INSPECTION")
        #expect(try twin.submit("CANCEL INSPECTION").problems == ["This inspection is not scheduled any more."])
        #expect(try state() == .cancelled)
    }

    @Test func `another company's inspection is not there`() throws {
        let other = try site.contractor(DemoSite.second)
        try other.get("/dashboard")
        #expect(try other.get("/inspections/\(id)").status == 404)
        try other.get("/dashboard")
        #expect(try other.post("/inspections/\(id)/cancellation", [("csrf", other.token)]).status == 404)
        #expect(try state() == .requested)
    }

    @Test(arguments: ["0", "-1", "1e3", "01", "+1", "9223372036854775808", "999999999999999999", "x", "%201"])
    func `an id that is none is not found`(text: String) throws {
        #expect(try visitor.get("/inspections/\(text)").status == 404)
    }
}
