import Credentials
import Mustache
import Permitting
import Storage

/// A secret that waits for its first code, as it is brought onto a telephone: read off a square code, followed as a link on the
/// telephone itself, or typed off.
struct SecondFactorSetUp: Sendable {
    /// Begun longer ago, it is begun anew.
    static let minutes = 30

    let codes: TOTP
    let account: String
    let issuer: String

    /// The one that waits for this member; nil where none does.
    init?(_ factor: SecondFactorStore.Factor?, of member: StaffMember, _ context: Context) {
        guard let secret = factor?.newSecret, let since = factor?.newSince, context.now < since.adding(minutes: Self.minutes)
        else { return nil }
        codes = TOTP(secret: secret)
        account = member.email
        issuer = context.agency.shortName
    }

    init(codes: TOTP, account: String, issuer: String) { (self.codes, self.account, self.issuer) = (codes, account, issuer) }

    private static let shape = Shape("secret", "address", "picture", "action", "code")

    func value(_ faults: [Fault]) -> Value {
        let address = codes.address(account: account, issuer: issuer)
        return Self.shape(
            .text(codes.groupedSecret), .text(address), QRCode(address)?.value ?? .nothing,
            .text(Link.secondFactorConfirmation.address), SignInCodePage.codeField(faults).content)
    }
}
