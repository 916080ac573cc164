import Permitting
import Testing

/// Files that read well and cannot be meant.
struct AgencyFileContradictionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let path: String
        let reason: String
        let change: @Sendable (inout JSONTree) -> Void

        init(_ sentence: String, at path: String, _ reason: String, _ change: @escaping @Sendable (inout JSONTree) -> Void) {
            self.sentence = sentence
            self.path = path
            self.reason = reason
            self.change = change
        }

        var testDescription: String { sentence }
    }

    private static let slot: [JSONTree.Step] = [.key("inspections"), .key("slots"), .index(1)]
    private static let method: [JSONTree.Step] = [.key("payments"), .key("methods"), .index(1)]

    private static func types(_ list: [(String, [String])]) -> JSONTree {
        .list(list.map { .object(["name": .text($0.0), "after": .list($0.1.map { .text($0) })]) })
    }

    static let cases = [
        Case(
            "an unknown time zone", at: "timeZone", "a time zone such as America/Chicago is needed here, not \"America/Spokane\""
        ) {
            $0["timeZone"] = .text("America/Spokane")
        },
        Case("an unknown kind of file", at: "attachments.kinds", "\"exe\" is no kind; the kinds are pdf, jpeg, ") {
            $0["attachments", "kinds"] = .list([.text("pdf"), .text("exe")])
        },
        Case("a kind of file named twice", at: "attachments.kinds", "a kind is named twice") {
            $0["attachments", "kinds"] = .list([.text("pdf"), .text("pdf")])
        },
        Case("no kind of file", at: "attachments.kinds", "there is no kind of file to send") {
            $0["attachments", "kinds"] = .list([])
        },
        Case("a permit smaller than a file", at: "attachments.megabytesPerPermit", "99 is below largestMegabytes, which is 100") {
            $0["attachments", "megabytesPerPermit"] = .number(99)
        },
        Case("a day smaller than a file", at: "attachments.megabytesPerCompanyAndDay", "99 is below largestMegabytes") {
            $0["attachments", "megabytesPerCompanyAndDay"] = .number(99)
        },
        Case(
            "a first password nobody knows", at: "signIn.firstPassword",
            "one of pin, phone, registrationCode, resetLink is needed"
        ) {
            $0["signIn", "firstPassword"] = .text("PIN")
        },
        Case("a first password that leads nowhere", at: "signIn.afterFirstPassword", "one of setUp, dashboard is needed here") {
            $0["signIn", "afterFirstPassword"] = .text("profile")
        },
        Case("something after no first password", at: "signIn.afterFirstPassword", "there is no first password") {
            $0["signIn", "firstPassword"] = .text("resetLink")
            $0["signIn", "securityQuestion"] = .flag(false)
        },
        Case(
            "a telephone number that opens everything", at: "signIn.afterFirstPassword", "may open nothing but the set-up page"
        ) {
            $0["signIn", "firstPassword"] = .text("phone")
            $0["signIn", "afterFirstPassword"] = .text("dashboard")
            $0["signIn", "securityQuestion"] = .flag(false)
        },
        Case("a security question that no page asks for", at: "signIn.securityQuestion", "only the set-up page asks for one") {
            $0["signIn", "afterFirstPassword"] = .text("dashboard")
        },
        Case("a security question where mail alone gives a password", at: "signIn.securityQuestion", "only the set-up page") {
            $0["signIn", "firstPassword"] = .text("resetLink")
            $0["signIn", "afterFirstPassword"] = nil
        },
        Case("an empty name", at: "name", "this text is empty") { $0["name"] = .text("") },
        Case(
            "a slot that ends before it begins", at: "inspections.slots[1].ends",
            "the slot ends at 8:00 AM, before it begins at 12:00 PM"
        ) {
            $0[slot + [.key("ends")]] = .text("08:00")
        },
        Case("a slot that ends as it begins", at: "inspections.slots[1].ends", "before it begins") {
            $0[slot + [.key("ends")]] = .text("12:00")
        },
        Case("a slot at no time", at: "inspections.slots[1].begins", "a time such as 08:30") {
            $0[slot + [.key("begins")]] = .text("noon")
        },
        Case("a slot without places", at: "inspections.slots[1].capacity", "0 is outside 1 to") {
            $0[slot + [.key("capacity")]] = .number(0)
        },
        Case("two slots of one name", at: "inspections.slots", "two slots have one name") {
            $0[slot + [.key("name")]] = .text("AM")
        },
        Case("no slot", at: "inspections.slots", "there is no slot to choose") { $0["inspections", "slots"] = .list([]) },
        Case("no day ahead", at: "inspections.latestDaysAhead", "0 is outside 1 to 90") {
            $0["inspections", "latestDaysAhead"] = .number(0)
        },
        Case("a holiday that is no day", at: "inspections.holidays", "\"2026-02-29\" is no day") {
            $0["inspections", "holidays"] = .list([.text("2026-02-29")])
        },
        Case(
            "a circle of inspections", at: "inspections.types.FENCE",
            "\"FRAMING\" comes after \"FINAL\", which does not stand before it"
        ) {
            $0["inspections", "types", "FENCE"] = types([("FRAMING", ["FINAL"]), ("FINAL", ["FRAMING"])])
        },
        Case("an inspection after itself", at: "inspections.types.FENCE", "\"FINAL\" comes after \"FINAL\"") {
            $0["inspections", "types", "FENCE"] = types([("FINAL", ["FINAL"])])
        },
        Case("an inspection after one that is not there", at: "inspections.types.FENCE", "\"FINAL\" comes after \"SITE\"") {
            $0["inspections", "types", "FENCE"] = types([("FINAL", ["SITE"])])
        },
        Case("one inspection twice", at: "inspections.types.FENCE", "\"SITE\" stands here twice") {
            $0["inspections", "types", "FENCE"] = types([("SITE", []), ("SITE", [])])
        },
        Case(
            "one type of permit in two spellings", at: "inspections.types.residential",
            "stands here twice, in different letter case"
        ) {
            $0["inspections", "types", "residential"] = types([("SITE", [])])
        },
        Case("two methods of one key", at: "payments.methods", "two methods have one key") {
            $0[method + [.key("key")]] = .text("card")
        },
        Case("no method", at: "payments.methods", "there is no method to choose") { $0["payments", "methods"] = .list([]) },
        Case("a charge of two kinds", at: "payments.methods[1].charge", "either percent or fixed") {
            $0[method + [.key("charge")]] = .object(["percent": .text("3"), "fixed": .text("1.50")])
        },
        Case("a charge nobody knows", at: "payments.methods[1].charge", "either percent or fixed") {
            $0[method + [.key("charge")]] = .object(["percentage": .text("3")])
        },
        Case(
            "a share that is none", at: "payments.methods[1].charge.percent",
            "a percentage such as 2.5 is needed here, not \"3%\""
        ) {
            $0[method + [.key("charge")]] = .object(["percent": .text("3%")])
        },
        Case(
            "an amount that is none", at: "payments.methods[1].charge.fixed", "an amount such as 1.50 is needed here, not \"1.5\""
        ) {
            $0[method + [.key("charge"), .key("fixed")]] = .text("1.5")
        },
        Case("a kind of method nobody knows", at: "payments.methods[1].kind", "card or check is needed here, not \"cash\"") {
            $0[method + [.key("kind")]] = .text("cash")
        },
        Case("a password's minimum above its maximum", at: "signIn.password.maximum", "25 is below the minimum of 26") {
            $0["signIn", "password", "minimum"] = .number(26)
        },
        Case("passwords of four and fewer characters", at: "signIn.password.minimum", "3 is outside 4 to") {
            $0["signIn", "password", "minimum"] = .number(3)
        },
        Case("passwords longer than can be hashed", at: "signIn.password.maximum", "128 is outside 4 to 127") {
            $0["signIn", "password", "maximum"] = .number(128)
        },
        Case(
            "a special character among letters and digits only", at: "signIn.password.lettersAndDigitsOnly",
            "this contradicts \"special\""
        ) {
            $0["signIn", "password", "special"] = .flag(true)
            $0["signIn", "password", "lettersAndDigitsOnly"] = .flag(true)
        },
        Case("a lock after every mistake", at: "signIn.lockout.failures", "1 is outside 3 to 100") {
            $0["signIn", "lockout", "failures"] = .number(1)
        },
        Case("a lock for no time", at: "signIn.lockout.minutes", "0 is outside 1 to") {
            $0["signIn", "lockout", "minutes"] = .number(0)
        },
        Case("a column nobody knows", at: "dashboard.activePermits", "\"fees\" is no column; the columns are number, address") {
            $0["dashboard", "activePermits"] = .list([.text("number"), .text("fees")])
        },
        Case("a column twice", at: "dashboard.activePermits", "a column is named twice") {
            $0["dashboard", "activePermits"] = .list([.text("number"), .text("type"), .text("type")])
        },
        Case("a list whose permits cannot be opened", at: "dashboard.expiredPermits", "the first column must be number") {
            $0["dashboard", "expiredPermits"] = .list([.text("address"), .text("number")])
        },
        Case("no column", at: "dashboard.activePermits", "the first column must be number") {
            $0["dashboard", "activePermits"] = .list([])
        },
        Case("an amount that opens nothing", at: "dashboard.amountOpens", "cart, checkout or nothing") {
            $0["dashboard", "amountOpens"] = .text("receipt")
        },
        Case(
            "a status once issued that is not active", at: "permits.statusOnceIssued",
            "\"FINAL\" is not mapped to active under statuses"
        ) {
            $0["permits", "statusOnceIssued"] = .text("FINAL")
        },
        Case("a status once issued that is not mapped", at: "permits.statusOnceIssued", "\"ACTIVE\" is not mapped to active") {
            $0["statuses", "ACTIVE"] = nil
        },
        Case("a status word twice", at: "statuses.active", "this word stands here twice, in different letter case") {
            $0["statuses", "active"] = .object(["state": .text("pending"), "onDashboard": .flag(true)])
        },
        Case("a state nobody knows", at: "statuses.ACTIVE.state", "one of pending, ready, active") {
            $0["statuses", "ACTIVE", "state"] = .text("open")
        },
        Case("payments where nothing is paid online", at: "payments", "nothing is paid online where") {
            $0["dashboard", "amountOpens"] = .text("nothing")
        },
        Case("a payment that issues a permit", at: "payments.statusOncePaid.READY TO ISSUE", "\"ACTIVE\" is not mapped to ready")
        {
            $0["payments", "statusOncePaid"] = .object(["READY TO ISSUE": .text("ACTIVE")])
        },
        Case("a status once paid of a word nobody knows", at: "payments.statusOncePaid.PAYED", "\"PAYED\" is not mapped") {
            $0["payments", "statusOncePaid"] = .object(["PAYED": .text("ACTIVE")])
        },
        Case("a status once paid that nobody knows", at: "payments.statusOncePaid.ACTIVE", "\"PAYED\" is not mapped to active") {
            $0["payments", "statusOncePaid"] = .object(["ACTIVE": .text("PAYED")])
        },
        Case("cancelling after the day", at: "inspections.cancelUntil.daysBefore", "-1 is outside 0 to 30") {
            $0["inspections", "cancelUntil", "daysBefore"] = .number(-1)
        },
        Case("cancelling until no time", at: "inspections.cancelUntil.time", "a time such as 16:00, or 24:00") {
            $0["inspections", "cancelUntil", "time"] = .text("24:01")
        },
        Case("requests until no time", at: "inspections.requestUntil", "a time such as 16:00, or 24:00") {
            $0["inspections", "requestUntil"] = .text("4 PM")
        },
        Case("a permit that is never good", at: "permits.validDays", "0 is outside 1 to") {
            $0["permits", "validDays"] = .number(0)
        },
    ]

    @Test(arguments: cases) func `a contradiction stops the start with file, place and reason`(wrong: Case) throws {
        var tree = try JSONTree.read(Kootenai.path)
        wrong.change(&tree)
        let data = try tree.data
        let error = AgencyFileTests.error { try AgencyFile.parse(data, name: "kootenai.json") }
        #expect(error?.file == "kootenai.json")
        #expect(error?.path == wrong.path)
        #expect(error?.reason.contains(wrong.reason) == true, "\(error?.reason ?? "nothing was refused")")
    }

    @Test func `a charge that names neither share nor amount is no charge`() throws {
        let agency = try Kootenai.agency { $0[Self.method + [.key("charge")]] = .object([:]) }
        #expect(agency.payments?.method("check")?.charge == PaymentMethod.Charge.none)
    }
}
