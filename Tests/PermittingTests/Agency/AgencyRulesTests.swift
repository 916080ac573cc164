import Permitting
import TestSupport
import Testing

/// The five files that ship, held against the table of what their guides say.
struct AgencyRulesTests {
    private static func agency(_ name: String) throws -> Agency {
        try AgencyFile.read(ProjectFolder.file("Agencies/\(name).json"))
    }

    private static func rules(_ name: String, _ time: String = "10:00", on day: String = "2026-12-07") throws -> InspectionRules {
        try Kootenai.rules(try agency(name), on: try #require(AgencyDay(rawValue: day)), at: time)
    }

    static let names = ["aurora", "harnett", "hemet", "kootenai", "round-rock"]

    @Test(arguments: [
        ("harnett", "America/New_York", "Contractor / Design Professional", "Username", FirstPassword.phone, 5),
        ("hemet", "America/Los_Angeles", "Contractor", "Company", .pin, 10),
        ("kootenai", "America/Los_Angeles", "Contractor", "Company", .pin, 10),
        ("round-rock", "America/Chicago", "Contractor", "Company", .registrationCode, 10),
        ("aurora", "America/Chicago", "Contractor / Developer / Design Professional", "Company", .resetLink, 10),
    ])
    func `each office has its zone, its words and its way to sign in first`(
        name: String, zone: String, called: String, label: String, first: FirstPassword, failures: Int
    ) throws {
        let agency = try Self.agency(name)
        #expect(agency.clock.zone.identifier == zone)
        #expect(agency.signIn.contractorsCalled == called && agency.signIn.companyLabel == label)
        #expect(agency.signIn.firstPassword == first && agency.signIn.listsCompanies)
        #expect(agency.signIn.lockout == Lockout(failures: failures, minutes: 30))
        #expect(agency.signIn.asksSecurityQuestion == (name == "kootenai"))
        #expect(agency.signIn.offersRememberMe == (name == "round-rock"))
    }

    @Test(arguments: [
        ("harnett", FirstPassword.Sequel?.some(.setUp), PublicAccounts.asContractor), ("hemet", .dashboard, .none),
        ("kootenai", .setUp, .view), ("round-rock", .dashboard, .none), ("aurora", nil, .viewAndPay),
    ])
    func `what follows a first password, and what public users may do, is the agency's`(
        name: String, sequel: FirstPassword.Sequel?, publicAccounts: PublicAccounts
    ) throws {
        let signIn = try Self.agency(name).signIn
        #expect(signIn.afterFirstPassword == sequel && signIn.publicAccounts == publicAccounts)
    }

    @Test(arguments: [
        ("harnett", "Permit2Build!", true), ("harnett", "Permit2Build", false), ("harnett", "Plumb7!", false),
        ("harnett", "Plumbline-77-plumbline-77", true), ("harnett", "Plumbline-77-plumbline-777", false),
        ("hemet", "Permit2Build", true), ("hemet", "Plumb7", true), ("hemet", "Plumb", false), ("hemet", "Plumb-77", false),
        ("hemet", "Plumbline771234", true), ("hemet", "Plumbline7712345", false), ("hemet", "plumblines", true),
        ("kootenai", "Permit2Build", true), ("kootenai", "plumblines", false),
        ("round-rock", "Permit2Build", true), ("round-rock", "Plumb7", true), ("round-rock", "plumblines", false),
        ("aurora", "Permit2Build", true), ("aurora", "Plumb77", false), ("aurora", "plumblines", false),
    ])
    func `a password is what the office's rule takes`(name: String, password: String, isTaken: Bool) throws {
        #expect(try Self.agency(name).signIn.password.faults(of: password, names: []).isEmpty == isTaken)
    }

    @Test(arguments: [
        ("harnett", "number address type status inspection feesDue", "number address type status expired feesDue"),
        ("hemet", "number address type status expired inspection feesDue", "number address type status expired feesDue"),
        ("kootenai", "number address type status inspection feesDue", "number address type status expired feesDue"),
        ("round-rock", "number address type status inspection feesDue", ""),
        ("aurora", "number address type status feesDue attachments inspection", "number address type status expired feesDue"),
    ])
    func `the dashboard's columns are the agency's`(name: String, active: String, expired: String) throws {
        let dashboard = try Self.agency(name).dashboard
        #expect(dashboard.activePermits.map(\.rawValue).joined(separator: " ") == active)
        #expect(dashboard.expiredPermits.map(\.rawValue).joined(separator: " ") == expired)
    }

    @Test(arguments: names) func `only Hemet tags numbers, and only those that begin with A`(name: String) throws {
        let dashboard = try Self.agency(name).dashboard
        let tag = dashboard.tag(of: try #require(PermitNumber(rawValue: "A1806-065")))
        #expect(tag == (name == "hemet" ? "(Pending)" : nil))
        #expect(dashboard.tag(of: try #require(PermitNumber(rawValue: "BA1806-065"))) == nil)
    }

    @Test(arguments: [
        ("harnett", "12/8 12/9 12/10 12/11 12/14"), ("hemet", "12/8 12/9 12/10 12/11 12/14"),
        ("kootenai", "12/8 12/9 12/10 12/11 12/14 12/15 12/16 12/17 12/18 12/21"),
        ("round-rock", "12/8 12/9 12/10 12/11 12/14 12/15 12/16 12/17 12/18 12/21"), ("aurora", "12/8 12/9 12/10 12/11 12/14"),
    ])
    func `on a Monday morning these days are open, the last one included`(name: String, open: String) throws {
        let days = try Self.rules(name).openDays.map { String($0.short.dropLast(5)) }
        #expect(days.joined(separator: " ") == open)
    }

    @Test(arguments: [("15:59", "12/8/2026"), ("16:00", "12/9/2026"), ("23:59", "12/9/2026"), ("00:00", "12/8/2026")])
    func `at Round Rock the next working day can be had before four o'clock, then the one after`(time: String, first: String)
        throws
    {
        #expect(try Self.rules("round-rock", time).openDays.first?.short == first)
        for name in Self.names where name != "round-rock" {
            #expect(try Self.rules(name, time).openDays.first?.short == "12/8/2026")
        }
    }

    @Test func `at Round Rock late on a Friday the first day is Tuesday`() throws {
        #expect(try Self.rules("round-rock", "16:00", on: "2026-12-04").openDays.first?.short == "12/8/2026")
        #expect(try Self.rules("round-rock", "15:59", on: "2026-12-04").openDays.first?.short == "12/7/2026")
    }

    /// Hours of UTC on the day of the inspection.
    @Test(arguments: [("harnett", 12), ("hemet", 15), ("kootenai", 15), ("round-rock", 6), ("aurora", 13)])
    func `a request can be cancelled until seven o'clock of its day, at Round Rock until that day begins`(
        name: String, utc: Int
    ) throws {
        let day = try #require(AgencyDay(rawValue: "2026-12-10"))
        #expect(try Self.rules(name).cancelUntil(day) == Instant(day.ordinal * 86_400 + utc * 3_600))
    }

    @Test func `Hemet's windows are the guide's`() throws {
        #expect(
            try Self.agency("hemet").inspections.slots.map(\.label) == [
                "AM (8:30 AM to 12:00 PM)", "PM (1:00 PM to 5:00 PM)",
            ])
    }

    @Test(arguments: [
        ("harnett", AgencyDashboard.AmountOpens.cart, String?.some("$102.50")), ("hemet", .nothing, nil),
        ("kootenai", .checkout, "$103.00"),
        ("round-rock", .cart, "$100.00"), ("aurora", .cart, "$102.00"),
    ])
    func `a hundred dollars by card cost what the agency's method says`(
        name: String, opens: AgencyDashboard.AmountOpens, total: String?
    ) throws {
        let (agency, fees) = (try Self.agency(name), Money(cents: 10_000))
        #expect(agency.dashboard.amountOpens == opens)
        let card = agency.payments?.method("card")
        #expect(card.map { (fees + $0.convenienceFee(on: fees)).description } == total)
    }

    @Test(arguments: names) func `only Aurora's status changes with a payment, of what is issued and once nothing is due`(
        name: String
    ) throws {
        let agency = try Self.agency(name)
        let issued = agency.statuses.status("ISSUED")
        let after = agency.payments?.status(after: issued, balance: .zero)
        #expect(after?.word == (name == "aurora" ? "PAID ONLINE" : nil) && after?.state == (name == "aurora" ? .active : nil))
        #expect(agency.payments?.status(after: issued, balance: Money(cents: 1)) == nil)
        for word in ["READY TO ISSUE", "APPLIED", "PAID ONLINE", "FINALED"] {
            #expect(agency.payments?.status(after: agency.statuses.status(word), balance: .zero) == nil)
        }
    }

    @Test(arguments: names) func `an unpaid re-inspection fee blocks the next request where the table says so`(name: String)
        throws
    {
        let blocks = ["harnett", "kootenai", "round-rock"].contains(name)
        #expect(try Self.agency(name).inspections.unpaidReinspectionFeeBlocks == blocks)
    }

    @Test(arguments: names) func `every type of permit has eight inspections or more, and words that are not known none fewer`(
        name: String
    ) throws {
        let inspections = try Self.agency(name).inspections
        for type in ["RESIDENTIAL", "BUILDING", "MECHANICAL", "ELECTRICAL", "IRRIGATION", "ACCESSIBILITY", "ANYTHING"] {
            #expect(inspections.types(for: type).count >= 8)
        }
    }
}
