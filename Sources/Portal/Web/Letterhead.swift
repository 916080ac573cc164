import Mustache
import Permitting

/// What stands around every page and is the same for all who look: made once, for it changes with the agency's file and the
/// static files only.
struct Letterhead: Sendable {
    let stylesheet: Value
    let icon: Value
    let footer: Value
    /// Of a company that is signed in.
    let menu: [Value]
    /// Of a public user.
    let publicMenu: [Value]

    static let footerShape = Shape("telephone", "telephoneLink", "fax", "email", "hours", "disclaimer")

    init(agency: Agency, assets: AssetStore) {
        let office = agency.office
        stylesheet = .text(assets.address("portal.css"))
        icon = .text(assets.address("favicon.svg"))
        footer = Self.footerShape(
            .text(office.telephone), .text(office.telephoneLink), .text(office.fax), .text(office.email),
            .list(office.hours) { .text($0) }, .text(office.disclaimer))
        let (paysOnline, signIn) = (agency.payments != nil, agency.signIn)
        menu = Menu.groups(mayPay: paysOnline, mayLink: false)
        publicMenu = Menu.groups(mayPay: paysOnline && signIn.publicAccounts.may(.pay), mayLink: true)
    }
}
