import Mustache

/// What is asked for after the password: the telephone's code, or one of the recovery codes.
struct SignInCodePage: Page {
    static let template = "Counter/SignInCode"
    let code: Field
    let recoveryCode: Field
    /// That part of the page stands open.
    let isRecovery: Bool
    let faults: [Fault]

    init(isRecovery: Bool = false, faults: [Fault] = []) {
        code = Self.codeField(faults)
        var recoveryCode = Field("recovery-code", "Recovery code")
        recoveryCode.autocomplete = "off"
        recoveryCode.maxlength = 20
        recoveryCode.size = "medium"
        recoveryCode.hint = "Ten letters and digits, like JBSWY-3DPEH. Each works once."
        recoveryCode.error = faults.text("recovery-code")
        self.recoveryCode = recoveryCode
        self.isRecovery = isRecovery
        self.faults = faults
    }

    static func codeField(_ faults: [Fault]) -> Field {
        var code = Field("code", "Authentication code")
        code.autocomplete = "one-time-code"
        code.inputmode = "numeric"
        code.maxlength = 10
        code.size = "short"
        code.hint = "The six digits that the app on your telephone shows."
        code.error = faults.text("code")
        return code
    }

    static let sample = SignInCodePage(isRecovery: true, faults: [Fault("recovery-code", "Used already")])
    private static let shape = Shape("action", "code", "recoveryCode", "isRecovery")
    var value: Value {
        Self.shape(.text(Link.signInCode.address), code.content, recoveryCode.content, .flag(isRecovery))
    }
}
