/// A permit office: its name, texts and rules, read from its agency file.
///
/// This module is the domain, pure: permits, fees, inspections, payments and the rules over them. No SQL, no HTTP, and no
/// clock but the one passed in. Rules state facts (`.feesUnpaid(balance:)`); what a user reads is written in Portal.
///
/// A class, because every page and every row of it asks something of its agency: a struct's many texts and lists would be
/// counted each time.
public final class Agency: Sendable {
    public let name: String
    public let shortName: String
    public let clock: OfficeClock
    public let office: AgencyOffice
    public let signIn: AgencySignIn
    public let staff: AgencyStaff
    public let dashboard: AgencyDashboard
    public let permits: AgencyPermits
    public let inspections: AgencyInspections
    /// nil where fees are paid at the counter only.
    public let payments: AgencyPayments?
    public let attachments: AgencyAttachments
    public let statuses: AgencyStatuses

    init(_ object: AgencyFileObject) throws {
        name = try object.text("name")
        shortName = try object.text("shortName")
        clock = try object.parsed("timeZone", as: "a time zone such as America/Chicago", OfficeClock.init(zone:))
        office = try object.object("office", AgencyOffice.init)
        signIn = try object.object("signIn", AgencySignIn.init)
        staff = try object.object("staff", AgencyStaff.init)
        dashboard = try object.object("dashboard", AgencyDashboard.init)
        statuses = try object.object("statuses", AgencyStatuses.init)
        let known = statuses
        permits = try object.object("permits") { try AgencyPermits($0, statuses: known) }
        inspections = try object.object("inspections", AgencyInspections.init)
        if dashboard.amountOpens == .nothing {
            guard !object.keys.contains("payments") else {
                throw object.error("payments", "nothing is paid online where dashboard.amountOpens is nothing")
            }
            payments = nil
        } else {
            payments = try object.object("payments") { try AgencyPayments($0, statuses: known) }
        }
        attachments = try object.object("attachments", AgencyAttachments.init)
    }
}
