import Permitting
import Storage
import Testing

/// `/profile/activity`: who of a company did what.
struct ActivityTests {
    private let site: DemoSite
    private let pat: Int

    init() throws {
        site = try DemoSite()
        pat = try site.addMember("Pat Plumber", "pat@example.com")
    }

    private func record(_ what: String, member: Int? = nil, permit: String? = nil, detail: String = "") throws {
        let (company, now) = (try site.credentials(DemoSite.rich).id, site.clock.now)
        let permit = try permit.map { try site.permit($0).id }
        try site.write {
            try $0.events.record(
                what, by: .contractor(company, member: member, from: "192.0.2.1"), permit: permit, detail: detail, at: now)
        }
    }

    @Test func `the shared login sees what all did, newest first, with the permit`() throws {
        try record("inspection requested", member: pat, permit: "RES16-0304", detail: "FRAMING")
        site.clock.advance(minutes: 1)
        try record("payment started", detail: "$36.05")
        let visitor = try site.contractor()
        try visitor.get("/profile")
        #expect(try visitor.click("Activity").heading == "Activity")
        #expect(
            visitor.answer.rows(in: "activity") == [
                "Fri, Nov 20, 2026, 10:01 AM | Shared login | Payment started |  | $36.05",
                "Fri, Nov 20, 2026, 10:00 AM | Pat Plumber | Inspection requested | RES16-0304 | FRAMING",
            ])
        #expect(!visitor.answer.body.contains("192.0.2.1"))
    }

    @Test func `a member sees the own part of it, those who manage all`() throws {
        try record("payment started")
        try record("inspection requested", member: pat)
        let member = try site.member(pat)
        #expect(try member.get("/profile/activity").rows(in: "activity").map { $0.contains("Pat Plumber") } == [true])
        let manager = try site.member(try site.addMember("Max", "max@example.com", mayManage: true))
        #expect(try manager.get("/profile/activity").rows(in: "activity").count == 2)
    }

    @Test func `another company sees nothing of it, and the office all`() throws {
        try record("inspection requested", member: pat, detail: "<b>FRAMING</b>")
        let other = try site.contractor(DemoSite.second)
        #expect(try other.get("/profile/activity").text.contains("Nothing was done here yet."))
        let page = try site.staff().get("/admin/accounts/\(try site.credentials(DemoSite.rich).id)")
        #expect(
            page.rows(in: "activity") == [
                "Fri, Nov 20, 2026, 10:00 AM | Pat Plumber | Inspection requested |  | <b>FRAMING</b>"
            ])
    }

    @Test func `somebody removed keeps their name there`() throws {
        try record("inspection requested", member: pat)
        let now = site.clock.now
        try site.write { [pat] in try $0.members.remove(pat, at: now) }
        #expect(try site.contractor().get("/profile/activity").rows(in: "activity").first?.contains("Pat Plumber") == true)
    }

    @Test func `fifty stand on a page`() throws {
        for number in 1...51 { try record("event \(number)", member: number == 1 ? pat : nil) }
        let visitor = try site.contractor()
        #expect(try visitor.get("/profile/activity").rows(in: "activity").count == 50)
        #expect(visitor.answer.body.utf8.count < 40_000)
        #expect(try visitor.get("/profile/activity?page=2").rows(in: "activity").map { $0.contains("Event 1 ") } == [true])
        for odd in ["0", "-1", "x", "99999999999999999999"] {
            #expect(try visitor.get("/profile/activity?page=" + odd).status == 200)
        }
    }
}
