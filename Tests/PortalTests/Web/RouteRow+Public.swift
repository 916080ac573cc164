import Testing

extension RouteRow {
    /// What a public user with linked permits gets at each address, where the agency lets him view, view and pay, or do all that a
    /// contractor may. Everything under /admin that is not here is closed to him.
    static let publicOutcomes: [String: String] = [
        "GET /": "ok ok ok", "GET /contact": "ok ok ok",
        "GET /login": "go go go", "POST /login": "no no no", "POST /logout": "go go go",
        "GET /first-login": "403 403 403", "POST /first-login": "403 403 403",
        "GET /forgot-password": "ok ok ok", "POST /forgot-password": "no no no", "GET /forgot-password/sent": "ok ok ok",
        "GET /reset-password/{token}": "ok ok ok", "POST /reset-password/{token}": "no no no",
        "GET /account/new": "go go go", "POST /account/new": "no no no", "GET /account/new/sent": "ok ok ok",
        "GET /confirm-email/{token}": "ok ok ok", "POST /confirm-email/{token}": "go go go",
        "GET /profile": "ok ok ok", "POST /profile": "no no no",
        "POST /profile/email/attempt": "go go go", "POST /profile/email/cancellation": "go go go",
        "GET /profile/sessions": "ok ok ok", "POST /profile/sessions": "go go go",
        "GET /profile/activity": "403 403 403",
        "GET /profile/companies": "403 403 403", "POST /profile/companies": "403 403 403",
        "GET /profile/members": "403 403 403", "POST /profile/members": "403 403 403",
        "POST /profile/members/{id}/invitation": "403 403 403", "POST /profile/members/{id}/right": "403 403 403",
        "GET /profile/members/{id}/removal": "403 403 403", "POST /profile/members/{id}/removal": "403 403 403",
        "GET /invitations/{token}": "ok ok ok", "POST /invitations/{token}": "no no no",
        "GET /dashboard": "ok ok ok", "GET /permits": "ok ok ok", "GET /permits.csv": "ok ok ok",
        "GET /permits/link": "ok ok ok", "POST /permits/link": "no no no",
        "POST /permits/{number}/links/{id}/removal": "go go go",
        "GET /permits/{number}": "ok ok ok", "GET /permits/{number}/site": "ok ok ok",
        "GET /permits/{number}/contacts": "ok ok ok", "GET /permits/{number}/fees": "ok ok ok",
        "GET /permits/{number}/inspections": "ok ok ok", "GET /permits/{number}/conditions": "ok ok ok",
        "GET /permits/{number}/reviews": "ok ok ok", "GET /permits/{number}/attachments": "ok ok ok",
        "GET /permits/{number}/attachments/new": "403 403 ok", "POST /permits/{number}/attachments/new": "403 403 no",
        "GET /permits/{number}/attachments/{id}": "ok ok ok",
        "GET /permits/{number}/attachments/{id}/removal": "403 403 403",
        "POST /permits/{number}/attachments/{id}/removal": "403 403 403",
        "GET /permits/{number}/inspections/new": "403 403 ok", "POST /permits/{number}/inspections/new": "403 403 no",
        "GET /inspections/{id}": "ok ok ok", "POST /inspections/{id}/cancellation": "403 403 403",
        "GET /cart": "403 ok ok", "POST /cart": "403 no no", "POST /cart/records": "403 go go",
        "GET /checkout": "403 ok ok", "POST /checkout": "403 no no",
        "GET /payments/{reference}": "403 404 404", "POST /payments/{reference}/cancellation": "403 404 404",
        "POST /payments/notifications": "403 403 403",
        "GET /receipts": "ok ok ok", "GET /receipts/{number}": "404 404 404",
        "GET /trial-provider": "404 404 404", "POST /trial-provider": "404 404 404",
        "GET /admin/login": "ok ok ok", "POST /admin/login": "no no no",
        "GET /admin/invitations/{token}": "ok ok ok", "POST /admin/invitations/{token}": "no no no",
    ]

    /// By the agency's rule: 0 to view, 1 to view and pay, 2 as a contractor.
    func publicOutcome(_ rule: Int) throws -> Outcome {
        guard let words = Self.publicOutcomes[testDescription] else {
            return try #require(pattern.hasPrefix("/admin") ? .forbidden : nil, "no row for a public user: \(testDescription)")
        }
        let outcomes = words.split(separator: " ")
        return try #require(outcomes.count == 3 ? Outcome(rawValue: String(outcomes[rule])) : nil, "\(testDescription)")
    }
}
