import Permitting
import Storage

/// The accounts under a mail address, and which of them a link in a mail can give a new password.
struct ForgottenAccounts: Sendable {
    let open: [ForgottenAccount]
    /// Never set up: for these the first password is the way in.
    let new: [ForgottenAccount]

    init(email: String, records: Records, signIn: AgencySignIn) throws {
        let all = try records.contractors.credentials(email: email, limit: PasswordReset.mostAccounts).filter {
            $0.kind == .company || signIn.offersPublicAccounts
        }
        let isOpen = { (account: ContractorStore.Credentials) in
            PasswordReset.isOpen(account.key(at: signIn.firstPassword), signIn: signIn)
        }
        let member = try records.members.login(email: email).flatMap(ForgottenAccount.init)
        open = all.filter(isOpen).map { ForgottenAccount($0, signIn: signIn) } + (member.map { [$0] } ?? [])
        new = all.filter { !isOpen($0) }.map { ForgottenAccount($0, signIn: signIn) }
    }

    var isEmpty: Bool { open.isEmpty && new.isEmpty }
}

extension ContractorStore.Credentials {
    /// "RICH CONTRACTOR (AEC0119)"
    var label: String {
        switch kind {
        case .company: license.isEmpty ? companyName : "\(companyName) (\(license))"
        case .publicUser: "\(companyName) (Public)"
        }
    }
}
