import Mustache
import Permitting

/// The recovery codes, this once.
struct RecoveryCodesPage: Page {
    static let template = "StaffProfile/RecoveryCodes"
    let codes: [String]
    let agencyName: String
    let account: String
    let notice: Notice?

    init(codes: [String], account: StaffMember, agency: Agency, notice: Notice?) {
        self.init(codes: codes, agencyName: agency.shortName, account: account.email, notice: notice)
    }

    private init(codes: [String], agencyName: String, account: String, notice: Notice?) {
        (self.codes, self.agencyName, self.account, self.notice) = (codes, agencyName, account, notice)
    }

    static let sample = RecoveryCodesPage(
        codes: ["JBSWY-3DPEH"], agencyName: "Kootenai County", account: "clerk@example.com",
        notice: Notice(kind: .success, text: "Your second factor is on."))
    private static let shape = Shape("account", "office", "codes", "nextAddress")
    var value: Value {
        Self.shape(.text(account), .text(agencyName), .list(codes.map { .text($0) }), .text(Link.counter.address))
    }
}
