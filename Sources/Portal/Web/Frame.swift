import Credentials
import Mustache
import Permitting
import Storage

/// What stands around every page: the agency, the viewer, the menu, the sign-in ribbon, the footer.
struct Frame {
    let context: Context
    let page: any Page

    static let shape = Shape(
        "agencyName", "agencyShortName", "stylesheet", "icon", "csrf", "isOffice", "signedOut", "signedIn", "viewerName",
        "cartCount", "hasMenu", "hasCart", "homeLink", "dashboardLink", "profileLink", "cartLink", "logoutLink", "loginLink",
        "forgotLink",
        "contractorsCalled", "offersPublicAccounts", "companyLabel", "listsCompanies", "companies", "canRemember", "next", "menu",
        "hasTopLinks", "topLinks", "officeLinks", "footer", "notice", "hasErrors", "errors", "printedOn")

    var value: Value {
        get throws {
            let agency = context.agency
            let letterhead = context.site.letterhead
            let faults = page.faults
            let isAnonymous: Bool = if case .anonymous = context.viewer { true } else { false }
            let companies: [CompanyList.Company]? =
                if isAnonymous, case .list(let listed) = try CompanyList(context: context).kind { listed } else { nil }
            return Self.shape(
                .text(agency.name), .text(agency.shortName), letterhead.stylesheet, letterhead.icon,
                .text(MaskedToken.masked(context.visit.csrf)), .flag(isOffice),
                .flag(isAnonymous), .flag(!isAnonymous), .text(viewerName), .text(String(cartCount)), .flag(hasMenu),
                .flag(hasMenu && context.may(.pay)),
                .text(Link.home.address), .text(Link.dashboard.address), .text(Link.profile.address), .text(Link.cart.address),
                .text(Link.logout.address), .text(Link.login.address),
                .text(Link.forgotPassword.address), .text(agency.signIn.contractorsCalled),
                .flag(agency.signIn.offersPublicAccounts), .text(agency.signIn.companyLabel), .flag(companies != nil),
                .list((companies ?? []).map(\.value)),
                .flag(agency.signIn.offersRememberMe), .nothing, .list(Menu(context: context).groups), .flag(isAnonymous),
                .list(isAnonymous ? Menu.topLinks(offersPublicAccounts: agency.signIn.offersPublicAccounts) : []),
                .list(Menu(context: context).office),
                letterhead.footer, page.notice?.value ?? .nothing, .flag(!faults.isEmpty), .list(faults.map(\.value)),
                .text(context.today.description))
        }
    }

    private var isOffice: Bool {
        switch context.viewer {
        case .staff, .signingIn: true
        case .anonymous, .account: false
        }
    }

    private var viewerName: String {
        switch context.viewer {
        case .anonymous: ""
        case .account(let account, _): account.named
        case .staff(let member), .signingIn(let member): member.name
        }
    }

    private var cartCount: Int {
        if case .account(_, let count) = context.viewer { return count }
        return 0
    }

    /// A contractor past the set-up page; before it nothing but that page is open.
    private var hasMenu: Bool { context.viewer.contractorID != nil && !context.visit.isSettingUp }
}
