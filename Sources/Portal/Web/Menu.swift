import Mustache
import Permitting

/// The menu "My Dashboard", in the guide's order. An entry stands here only once its page works.
struct Menu {
    let context: Context

    private static let groupShape = Shape("heading", "entries")
    private static let topShape = Shape("label", "address", "isEnd")
    private static let entryShape = Shape("label", "address", "isCurrent")

    var groups: [Value] {
        guard context.viewer.contractorID != nil, !context.visit.isSettingUp else { return [] }
        let isPublic = context.viewer.account?.kind == .publicUser
        return isPublic ? context.site.letterhead.publicMenu : context.site.letterhead.menu
    }

    var office: [Value] {
        guard let member = context.viewer.staffMember else { return [] }
        return Self.officeLinks(of: member.role)
    }

    static func groups(mayPay: Bool, mayLink: Bool) -> [Value] {
        let permits: [(String, Link)] = [("Search Permit", .search([]))] + (mayPay ? [("Pay Fees", .cart)] : [])
        let cart = group("Shopping Cart", [("Paid Items", .receipts)])
        return [
            group("Permits", permits + (mayLink ? [("Link To Permits", .permitLinks)] : [])),
            group("Inspections", [("Scheduled", .dashboard)]),
        ] + (mayPay ? [cart] : []) + [group("Contact", [("Contact us", .contact)])]
    }

    /// Above every page of somebody who is signed out.
    static func topLinks(offersPublicAccounts: Bool) -> [Value] {
        let new = topShape(.text("Setup an Account"), .text(Link.signUp.address), false)
        return (offersPublicAccounts ? [new] : []) + [
            topShape(.text("Forgot Password"), .text(Link.forgotPassword.address), true)
        ]
    }

    static func officeLinks(of role: StaffRole) -> [Value] {
        var links = [entry("Counter", .counter), entry("Search Permit", .search([]))]
        if role.may(.manageAccounts) { links.append(entry("Accounts", .accounts)) }
        if role.may(.seeMail) { links.append(entry("Mail", .mail)) }
        if role.may(.manageStaff) { links.append(entry("Staff", .staffAccounts)) }
        if role.may(.keepOwnAccount) { links.append(entry("Profile", .staffProfile)) }
        return links
    }

    private static func group(_ heading: String, _ entries: [(String, Link)]) -> Value {
        groupShape(.text(heading), .list(entries.map { entry($0.0, $0.1) }))
    }

    private static func entry(_ label: String, _ link: Link) -> Value {
        entryShape(.text(label), .text(link.address), .flag(false))
    }
}
