import HTTP
import Testing

@testable import Portal

/// One route of the portal, an address of it, and what each kind of viewer gets there.
struct RouteRow: Sendable, CustomTestStringConvertible {
    /// ok: the page; go: done, and on to another page; no: done nothing, 422; in: sign in first; up: set up first; 403; 404.
    enum Outcome: String, Sendable { case ok, go, no, `in`, up, forbidden = "403", missing = "404" }

    let method: HTTP.Method
    let pattern: String
    let address: String
    let fields: [(String, String)]
    /// In the order of `Viewers.names`.
    let outcomes: [Outcome]

    var testDescription: String { "\(method.name) \(pattern)" }

    /// `RouteRow("GET", "/permits/{number}", at: "/permits/RES16-0688", "ok ok ok …")`
    init(
        _ method: String, _ pattern: String, at address: String? = nil, _ outcomes: String,
        posting fields: [(String, String)] = []
    ) {
        self.method = HTTP.Method(rawValue: method) ?? .trace
        self.pattern = pattern
        self.address = address ?? pattern
        self.fields = fields
        self.outcomes = outcomes.split(separator: " ").compactMap { Outcome(rawValue: String($0)) }
    }
}

extension RouteRow {
    private static let own = "/permits/RES16-0688"
    private static let anyone = "ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok"
    /// Of somebody who is signed in already.
    private static let company = "in  ok  ok  up  ok  ok  403 403 403 403 403"
    private static let onlyOwn = "in  ok  404 up  ok  ok  403 403 403 403 403"
    private static let onlyParty = "in  ok  403 up  ok  ok  403 403 403 403 403"
    private static let office = "in  403 403 403 403 403  ok  ok  ok  ok  ok"
    private static let clerks = "in  403 403 403 403 403  ok  403 403 403 ok"
    private static let clerksGo = "in  403 403 403 403 403  go  403 403 403 go"
    private static let administrators = "in  403 403 403 403 403  403 403 403 403 ok"
    private static let administratorsGo = "in  403 403 403 403 403  403 403 403 403 go"
    private static let administratorsNot = "in  403 403 403 403 403  403 403 403 403 no"
    private static let officeGo = "in  403 403 403 403 403  go  go  go  go  go"
    private static let officeNot = "in  403 403 403 403 403  no  no  no  no  no"
    /// Of companies, and of those of their people who manage the others.
    private static let managers = "in  ok  ok  up  403 ok   403 403 403 403 403"
    private static let managersOwn = "in  ok  404 up  403 ok   403 403 403 403 403"
    private static let details = "in  ok  403 403 ok  ok  ok  ok  ok  ok  ok"

    //                anon own other newcomer member manager  clerk reviewer inspector cashier administrator
    static let all = [
        RouteRow("GET", "/", anyone),
        RouteRow("GET", "/contact", anyone),
        RouteRow("GET", "/login", "ok  go  go  go  go  go  ok  ok  ok  ok  ok"),
        RouteRow("POST", "/login", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("POST", "/logout", "go  go  go  go  go  go  go  go  go  go  go"),
        RouteRow("GET", "/first-login", "in  403 403 ok  403 403  403 403 403 403 403"),
        RouteRow("POST", "/first-login", "in  403 403 no  403 403  403 403 403 403 403"),
        RouteRow("GET", "/forgot-password", anyone),
        RouteRow("POST", "/forgot-password", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("GET", "/forgot-password/sent", anyone),
        RouteRow("GET", "/reset-password/{token}", at: "/reset-password/TOKEN", anyone),
        RouteRow("POST", "/reset-password/{token}", at: "/reset-password/TOKEN", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("GET", "/account/new", "ok  go  go  go  go  go  ok  ok  ok  ok  ok"),
        RouteRow("POST", "/account/new", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("GET", "/account/new/sent", anyone),
        RouteRow("GET", "/confirm-email/{token}", at: "/confirm-email/TOKEN", anyone),
        RouteRow(
            "POST", "/confirm-email/{token}", at: "/confirm-email/TOKEN", "go  404 404 404 404 404  404 404 404 404 404"),
        RouteRow("GET", "/profile", company),
        RouteRow("POST", "/profile", "in  no  no  up  no  no  403 403 403 403 403"),
        RouteRow("POST", "/profile/email/attempt", "in  go  go  up  403 403  403 403 403 403 403"),
        RouteRow("POST", "/profile/email/cancellation", "in  go  go  up  403 403  403 403 403 403 403"),
        RouteRow("GET", "/profile/sessions", company),
        RouteRow("POST", "/profile/sessions", "in  go  go  up  in  in  403 403 403 403 403"),
        RouteRow("GET", "/profile/activity", company),
        RouteRow("GET", "/profile/companies", "in  404 404 up  ok  ok   403 403 403 403 403"),
        RouteRow("POST", "/profile/companies", "in  404 404 up  no  no   403 403 403 403 403"),
        RouteRow("GET", "/profile/members", managers),
        RouteRow("POST", "/profile/members", "in  no  no  up  403 no   403 403 403 403 403"),
        RouteRow(
            "POST", "/profile/members/{id}/invitation", at: "/profile/members/MEMBER/invitation",
            "in  go  404 up  403 go   403 403 403 403 403"),
        RouteRow(
            "POST", "/profile/members/{id}/right", at: "/profile/members/MEMBER/right",
            "in  go  404 up  403 go   403 403 403 403 403"),
        RouteRow("GET", "/profile/members/{id}/removal", at: "/profile/members/MEMBER/removal", managersOwn),
        RouteRow(
            "POST", "/profile/members/{id}/removal", at: "/profile/members/MEMBER/removal",
            "in  go  404 up  403 404  403 403 403 403 403"),
        RouteRow("GET", "/invitations/{token}", at: "/invitations/TOKEN", anyone),
        RouteRow(
            "POST", "/invitations/{token}", at: "/invitations/TOKEN", "no  no  no  no  no  no   no  no  no  no  no"),
        RouteRow("GET", "/dashboard", company),
        RouteRow("GET", "/permits", anyone),
        RouteRow("GET", "/permits.csv", anyone),
        RouteRow("GET", "/permits/link", "in  403 403 up  403 403  403 403 403 403 403"),
        RouteRow("POST", "/permits/link", "in  403 403 up  403 403  403 403 403 403 403"),
        RouteRow(
            "POST", "/permits/{number}/links/{id}/removal", at: own + "/links/USER/removal",
            "in  go  403 403 go  go   go  403 403 403 go"),
        RouteRow("GET", "/permits/{number}", at: own, anyone),
        RouteRow("GET", "/permits/{number}/site", at: own + "/site", anyone),
        RouteRow("GET", "/permits/{number}/contacts", at: own + "/contacts", details),
        RouteRow("GET", "/permits/{number}/fees", at: own + "/fees", details),
        RouteRow("GET", "/permits/{number}/inspections", at: own + "/inspections", anyone),
        RouteRow("GET", "/permits/{number}/conditions", at: own + "/conditions", anyone),
        RouteRow("GET", "/permits/{number}/reviews", at: own + "/reviews", anyone),
        RouteRow("GET", "/permits/{number}/attachments", at: own + "/attachments", details),
        RouteRow("GET", "/permits/{number}/attachments/new", at: own + "/attachments/new", onlyParty),
        RouteRow(
            "POST", "/permits/{number}/attachments/new", at: own + "/attachments/new",
            "in  no  403 up  no  no  403 403 403 403 403"),
        RouteRow("GET", "/permits/{number}/attachments/{id}", at: own + "/attachments/FILE", details),
        RouteRow(
            "GET", "/permits/{number}/attachments/{id}/removal", at: own + "/attachments/FILE/removal",
            "in  ok  403 403 ok  ok  ok  403 403 403 ok"),
        RouteRow(
            "POST", "/permits/{number}/attachments/{id}/removal", at: own + "/attachments/FILE/removal",
            "in  go  403 403 go  go  go  403 403 403 go"),
        RouteRow("GET", "/permits/{number}/inspections/new", at: "/permits/RES16-0304/inspections/new", onlyParty),
        RouteRow(
            "POST", "/permits/{number}/inspections/new", at: "/permits/RES16-0304/inspections/new",
            "in  no  403 up  no  no  403 403 403 403 403"),
        RouteRow("GET", "/inspections/{id}", at: "/inspections/ID", onlyOwn),
        RouteRow(
            "POST", "/inspections/{id}/cancellation", at: "/inspections/ID/cancellation",
            "in  go  404 up  no  no  403 403 403 403 403"),
        RouteRow("GET", "/cart", company),
        RouteRow("POST", "/cart", "in  no  no  up  no  no  403 403 403 403 403"),
        RouteRow("POST", "/cart/records", "in  go  403 up  go  go  403 403 403 403 403", posting: [("permit", "RES17-0167")]),
        RouteRow("GET", "/checkout", "in  ok  go  up  ok  ok  403 403 403 403 403"),
        RouteRow("POST", "/checkout", "in  go  go  up  go  go  403 403 403 403 403"),
        RouteRow("GET", "/payments/{reference}", at: "/payments/reference-AEC0119-1", onlyOwn),
        RouteRow(
            "POST", "/payments/{reference}/cancellation", at: "/payments/reference-AEC0119-1/cancellation",
            "in  go  404 up  go  go  403 403 403 403 403"),
        RouteRow("POST", "/payments/notifications", "403 403 403 403 403 403  403 403 403 403 403"),
        RouteRow("GET", "/receipts", company),
        RouteRow("GET", "/receipts/{number}", at: "/receipts/R000001", onlyOwn),
        RouteRow("GET", "/trial-provider", "404 404 404 404 404 404  404 404 404 404 404"),
        RouteRow("POST", "/trial-provider", "404 404 404 404 404 404  404 404 404 404 404"),
        RouteRow("GET", "/admin/login", "ok  ok  ok  ok  ok  ok  go  go  go  go  go"),
        RouteRow("POST", "/admin/login", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("GET", "/admin/login/code", officeGo),
        RouteRow("POST", "/admin/login/code", officeGo),
        RouteRow("GET", "/admin/invitations/{token}", at: "/admin/invitations/TOKEN", anyone),
        RouteRow(
            "POST", "/admin/invitations/{token}", at: "/admin/invitations/TOKEN", "no  no  no  no  no  no  no  no  no  no  no"),
        RouteRow("GET", "/admin", office),
        RouteRow("GET", "/admin/accounts", clerks),
        RouteRow("GET", "/admin/accounts/{id}", at: "/admin/accounts/1", clerks),
        RouteRow("POST", "/admin/accounts/{id}/unlocking", at: "/admin/accounts/1/unlocking", clerksGo),
        RouteRow(
            "POST", "/admin/accounts/{id}/sign-out", at: "/admin/accounts/9999/sign-out",
            "in  403 403 403 403 403  404 403 403 403 404"),
        RouteRow("POST", "/admin/accounts/{id}/pin", at: "/admin/accounts/NEWCOMER/pin", clerks),
        RouteRow("POST", "/admin/members/{id}/unlocking", at: "/admin/members/MEMBER/unlocking", clerksGo),
        RouteRow(
            "POST", "/admin/permits/{number}/issuance", at: "/admin/permits/RES17-0167/issuance",
            "in  403 403 403 403 403  no  403 403 403 no"),
        RouteRow(
            "POST", "/admin/inspections/{id}/assignment", at: "/admin/inspections/ID/assignment",
            "in  403 403 403 403 403  no  403 no  403 no"),
        RouteRow("GET", "/admin/mail", clerks),
        RouteRow("POST", "/admin/mail/{id}/attempt", at: "/admin/mail/MAIL/attempt", clerksGo),
        RouteRow("GET", "/admin/staff", administrators),
        RouteRow("GET", "/admin/staff/new", administrators),
        RouteRow("POST", "/admin/staff/new", administratorsNot),
        RouteRow("GET", "/admin/staff/{id}", at: "/admin/staff/1", administrators),
        RouteRow("POST", "/admin/staff/{id}/role", at: "/admin/staff/1/role", administratorsGo, posting: [("role", "reviewer")]),
        RouteRow("POST", "/admin/staff/{id}/invitation", at: "/admin/staff/1/invitation", administratorsGo),
        RouteRow("POST", "/admin/staff/{id}/unlocking", at: "/admin/staff/1/unlocking", administratorsGo),
        RouteRow(
            "POST", "/admin/staff/{id}/second-factor/removal", at: "/admin/staff/1/second-factor/removal", administratorsNot,
            posting: [("reason", "Lost")]),
        RouteRow("POST", "/admin/staff/{id}/deactivation", at: "/admin/staff/1/deactivation", administratorsGo),
        RouteRow("POST", "/admin/staff/{id}/reactivation", at: "/admin/staff/1/reactivation", administratorsNot),
        RouteRow("GET", "/admin/profile", office),
        RouteRow("POST", "/admin/profile", officeNot),
        RouteRow("GET", "/admin/profile/sessions", office),
        RouteRow("POST", "/admin/profile/sessions", officeGo),
        RouteRow("GET", "/admin/profile/second-factor", office),
        RouteRow("POST", "/admin/profile/second-factor", officeNot, posting: [("deed", "set-up")]),
        RouteRow("POST", "/admin/profile/second-factor/confirmation", officeGo),
    ]
}
