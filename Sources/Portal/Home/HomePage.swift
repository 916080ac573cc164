import Mustache
import Permitting

/// The front page: find a permit, or sign in.
struct HomePage: Page {
    static let template = "Home/Home"
    let shortName: String
    let contractors: String
    let searchAddress: String
    /// Where a contractor who is signed in goes on; nothing for somebody who is not.
    let dashboardAddress: String?

    init(agency: Agency, isSignedIn: Bool) {
        shortName = agency.shortName
        contractors = agency.signIn.contractorsCalled
        searchAddress = Link.search([]).address
        dashboardAddress = isSignedIn ? Link.dashboard.address : nil
    }

    private init() {
        shortName = "Kootenai County"
        contractors = "Contractor"
        searchAddress = "/permits"
        dashboardAddress = nil
    }

    static let sample = HomePage()
    private static let shape = Shape("shortName", "contractors", "searchAddress", "ownDashboard")
    var value: Value {
        Self.shape(.text(shortName), .text(contractors), .text(searchAddress), .optional(dashboardAddress))
    }
}
