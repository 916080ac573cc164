import HTTP
import Mustache
import Permitting

/// The two kinds of account to sign in to, as tabs above the form. Nothing where the agency has companies only.
struct SignInTabs: Sendable {
    private let tabs: [(label: String, address: String, isCurrent: Bool)]

    init(_ context: Context, isPublic: Bool, next: String?) {
        guard context.agency.signIn.offersPublicAccounts else {
            tabs = []
            return
        }
        let rest = next.map { [("next", $0)] } ?? []
        let address = { (kind: String) in Link.login.address + "?" + FormFields.encode([("kind", kind)] + rest) }
        tabs = [
            ("Public", address("public"), isPublic),
            (context.agency.signIn.contractorsCalled, address("contractor"), !isPublic),
        ]
    }

    private init(tabs: [(label: String, address: String, isCurrent: Bool)]) { self.tabs = tabs }

    static let sample = SignInTabs(tabs: [("Public", "/login?kind=public", true), ("Contractor", "/login", false)])
    private static let shape = Shape("tabsLabel", "tabs")
    private static let tabShape = Shape("label", "address", "isCurrent")
    var value: Value {
        guard !tabs.isEmpty else { return .nothing }
        return Self.shape(
            "Account type", .list(tabs.map { Self.tabShape(.text($0.label), .text($0.address), .flag($0.isCurrent)) }))
    }
}
