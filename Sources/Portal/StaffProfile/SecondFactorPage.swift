import Credentials
import Mustache
import Permitting
import Storage

/// "Second factor": whether it is on, its set-up, and what can be done about it with the password.
struct SecondFactorPage: Page {
    static let template = "StaffProfile/SecondFactor"

    /// What the buttons beside the password send.
    enum Deed: String, Sendable {
        case setUp = "set-up"
        case recoveryCodes = "recovery-codes"
        case removal
    }

    let facts: [Fact]
    let isOn: Bool
    /// Signing in stops here until it is set up.
    let isSigningIn: Bool
    let setUp: SecondFactorSetUp?
    /// Why it cannot be turned off; nil where it can.
    let reason: String?
    let faults: [Fault]
    let notice: Notice?

    init(_ account: StaffStore.Credentials, _ context: Context, faults: [Fault] = [], notice: Notice? = nil) throws {
        let factor = try context.records.secondFactors.find(member: account.member.id)
        let left = try context.records.secondFactors.recoveryCodes(member: account.member.id).count
        isOn = factor?.secret != nil
        isSigningIn = if case .signingIn = context.viewer { true } else { false }
        setUp = SecondFactorSetUp(factor, of: account.member, context)
        facts = Self.facts(since: factor?.confirmedAt, left: left, context.agency.clock)
        reason = Self.reason(account, context.agency.staff)
        self.faults = faults
        self.notice = notice
    }

    private static func facts(since: Instant?, left: Int, _ clock: OfficeClock) -> [Fact] {
        guard let since else { return [Fact("Second factor", "OFF", tone: "plain")] }
        return [
            Fact("Second factor", "ON", tone: "ok"), Fact("Set up", clock.text(since)),
            Fact("Recovery codes left", "\(left) of \(SecondFactorRoutes.recoveryCodes)"),
        ]
    }

    static func reason(_ account: StaffStore.Credentials, _ staff: AgencyStaff) -> String? {
        if account.hasShortPassword {
            return
                "Your password is shorter than 15 characters, which is enough only with a second factor. To turn it off, set a longer password first."
        }
        return staff.needsSecondFactor(account.member.role, hasShortPassword: false)
            ? "The office's administrators need a second factor, so it cannot be turned off." : nil
    }

    private init() {
        facts = [Fact("Second factor", "ON", tone: "ok"), Fact("Recovery codes left", "9 of 10")]
        (isOn, isSigningIn) = (true, true)
        setUp = SecondFactorSetUp(
            codes: TOTP(secret: Array("12345678901234567890".utf8)), account: "clerk@example.com", issuer: "Kootenai County")
        reason = "It cannot be turned off."
        faults = [Fault("code", "This is not the code that your telephone shows now")]
        notice = Notice(kind: .success, text: "A recovery code was used.")
    }

    static let sample = SecondFactorPage()
    private static let shape = Shape(
        "profileAddress", "facts", "isOn", "isSigningIn", "setUp", "hasForm", "action", "currentPassword", "canEnd", "reason",
        "setUpDeed", "recoveryCodesDeed", "removalDeed")
    var value: Value {
        Self.shape(
            isSigningIn ? .nothing : .text(Link.staffProfile.address), .list(facts.map(\.value)), .flag(isOn),
            .flag(isSigningIn), setUp?.value(faults) ?? .nothing, .flag(isOn || setUp == nil), .text(Link.secondFactor.address),
            isSigningIn ? .nothing : OwnPassword.input(faults).content, .flag(isOn && reason == nil),
            isOn ? .optional(reason) : .nothing, .text(Deed.setUp.rawValue), .text(Deed.recoveryCodes.rawValue),
            .text(Deed.removal.rawValue))
    }
}
