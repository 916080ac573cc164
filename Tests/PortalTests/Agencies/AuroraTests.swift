import Permitting
import Portal
import Testing

/// The City of Aurora's guide: files stand on the dashboard, and what is paid online says so.
struct AuroraTests {
    private static let license = "EL-2020-0031"
    private let site: DemoSite

    init() throws { site = try DemoSite(of: "aurora") }

    private func foxValley() throws -> Visitor { try site.contractor(Self.license) }

    @Test func `the dashboard has the agency's tables, columns and rows`() throws {
        let visitor = try foxValley()
        let answer = try visitor.get("/dashboard")
        #expect(
            answer.headers == [
                "PERMIT NO., ADDRESS, TYPE, STATUS, FEES DUE, ATTACHMENTS, INSPECTION",
                "REC NO, REC TYPE, REC STATUS, ADDRESS, INSPECTION, DATE",
            ])
        #expect(
            answer.rows(in: "active-permits") == ["BLD20-0310 | 1432 GARFIELD AVE | BUILDING | ISSUED | $85.00 | 2 | Request"])
        #expect(
            answer.rows(in: "active-inspections") == [
                "BLD20-0310 | PERMIT | ISSUED | 1432 GARFIELD AVE | INSULATION | 11/23/2026 AM"
            ])
        #expect(try visitor.click("2").rows(in: "attachments").count == 2)
    }

    @Test func `one mail leads both accounts to a password, and each signs in under its licence`() throws {
        let visitor = try site.visitor()
        try visitor.get("/forgot-password")
        try visitor.submit("RESET PASSWORD") { try $0.type("office@example.com", in: "Email") }
        try visitor.submit("CONTINUE")
        let (entry, base) = (try #require(try site.outbox().first), try #require(BaseAddress(DemoSite.address)))
        let mail = try #require(try LinkSeal(database: site.database) { base }.seal(entry.message, at: site.clock.now))
        let accounts = ["FOX VALLEY ELECTRIC (EL-2018-0007)", "FOX VALLEY ELECTRIC (EL-2020-0031)"]
        for account in accounts { #expect(mail.body.contains("- " + account)) }
        try visitor.get(try #require(mail.body.split(separator: "\n").first { $0.contains("/reset-password/") }.map(String.init)))
        try visitor.submit("RESET PASSWORD") { form in
            try form.type("Plumbline77", in: "Password")
            try form.type("Plumbline77", in: "Confirm Password")
        }
        for account in accounts { #expect(try site.visitor().signIn(account, "Plumbline77").location == "/dashboard") }
    }

    @Test func `a payment that leaves nothing due makes the status PAID ONLINE, and inspections go on`() throws {
        let visitor = try foxValley()
        try site.fillCart("BLD20-0310", of: Self.license)
        try site.pay(.approved, of: Self.license)
        #expect(
            try visitor.get("/dashboard").rows(in: "active-permits") == [
                "BLD20-0310 | 1432 GARFIELD AVE | BUILDING | PAID ONLINE | $0.00 | 2 | Request"
            ])
        #expect(
            try site.count("SELECT count(*) FROM events WHERE what = 'status changed' AND detail = 'ISSUED to PAID ONLINE'") == 1)
    }

    @Test(arguments: [PaymentNotification.Outcome.declined, .cancelled])
    func `a payment that came to nothing changes no status`(outcome: PaymentNotification.Outcome) throws {
        try site.fillCart("BLD20-0310", of: Self.license)
        try site.pay(outcome, of: Self.license)
        #expect(try site.permit("BLD20-0310").status.word == "ISSUED")
    }

    @Test func `while something is still due the status stays`() throws {
        let (permit, today) = (try site.permit("BLD20-0310"), AgencyDay(ordinal: 20_777))
        let other = try site.credentials("EL-2018-0007").id
        try site.write {
            _ = try $0.fees.assess(permit: permit.id, name: "LATE FEE", amount: Money(cents: 1), on: today, chargedTo: other)
        }
        try site.fillCart("BLD20-0310", of: Self.license)
        try site.pay(.approved, of: Self.license)
        #expect(try site.permit("BLD20-0310").status.word == "ISSUED")
    }
}
