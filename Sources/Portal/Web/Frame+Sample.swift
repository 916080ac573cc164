import Mustache
import Permitting

extension Frame {
    /// A frame with something in every place of it, to render the samples of pages in: the office's people have another one.
    static func sample(isOffice: Bool, faults: [Fault], notice: Notice?) -> Value {
        let company = CompanyList.Company(id: 1, label: "RICH CONTRACTOR", isSelected: true)
        return shape(
            "Kootenai County Community Development", "Kootenai County", "/assets/portal.css", "/assets/favicon.svg", "token",
            .flag(isOffice), .flag(!isOffice), true, "RICH CONTRACTOR", "2", true, true, .text(Link.home.address),
            .text(Link.dashboard.address), .text(Link.profile.address), .text(Link.cart.address), .text(Link.logout.address),
            .text(Link.login.address), .text(Link.forgotPassword.address), "Contractor", false, "Company", true,
            .list([company.value]), false, "/profile",
            .list(Menu.groups(mayPay: true, mayLink: true)), true, .list(Menu.topLinks(offersPublicAccounts: true)),
            .list(Menu.officeLinks(of: .administrator)), sampleFooter,
            notice?.value ?? .nothing,
            .flag(!faults.isEmpty), .list(faults.map(\.value)), "Sat, Nov 21, 2026")
    }

    private static let sampleFooter = Letterhead.footerShape(
        "208-446-1040", "tel:+12084461040", "208-446-1071", "permits@example.com", ["Monday to Friday, 9:00 AM to 5:00 PM"],
        "Records are shown as the office has them today.")
}
