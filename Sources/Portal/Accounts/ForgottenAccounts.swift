import Permitting
import Storage

/// The accounts under a mail address, and which of them a link in a mail can give a new password.
struct ForgottenAccounts: Sendable {
    let open: [ContractorStore.Credentials]
    /// Never set up: for these the first password is the way in.
    let new: [ContractorStore.Credentials]

    init(email: String, records: Records, signIn: AgencySignIn) throws {
        let all = try records.contractors.credentials(email: email, limit: PasswordReset.mostAccounts)
        let isOpen = { PasswordReset.isOpen($0, signIn: signIn) }
        open = all.filter { isOpen($0.key(at: signIn.firstPassword)) }
        new = all.filter { !isOpen($0.key(at: signIn.firstPassword)) }
    }

    var isEmpty: Bool { open.isEmpty && new.isEmpty }
}

extension ContractorStore.Credentials {
    /// "RICH CONTRACTOR (AEC0119)"
    var label: String { license.isEmpty ? companyName : "\(companyName) (\(license))" }
}
