import Permitting

/// First passwords in the words of those who use them.
extension FirstPassword {
    /// What the office issues; nil where it issues none. Where the telephone number opens an account, a PIN does so in its stead.
    public var issuedName: String? {
        switch self {
        case .pin, .phone: "PIN"
        case .registrationCode: "registration code"
        case .resetLink: nil
        }
    }

    /// What there is to know beside the password's field.
    var hint: String {
        switch self {
        case .pin: "The first time, the PIN that the office gave you."
        case .phone: "The first time, the last four digits of the telephone number that the office has on file for you."
        case .registrationCode: "The first time, your registration code."
        case .resetLink: "No password yet? Below you get one by mail, at the address that the office has on file."
        }
    }

    /// What to try after a wrong password, and whom to call.
    func advice(telephone: String) -> String {
        switch self {
        case .pin, .registrationCode:
            "A \(issuedName ?? "") works only until you have set a password; without either, call the office at \(telephone)."
        case .phone:
            "The last four digits of your telephone number work only until you have set a password; if neither does, call the office at \(telephone)."
        case .resetLink: "Without a password, ask for one under Forgot Password, or call the office at \(telephone)."
        }
    }

    /// What somebody came in with, as the beginning of a sentence.
    var subject: String {
        switch self {
        case .pin: "The PIN"
        case .registrationCode: "The registration code"
        // Also where the office issued a PIN in its stead.
        case .phone, .resetLink: "What you signed in with just now"
        }
    }

    /// What a company does that has an account and no password yet.
    func wayIn(telephone: String) -> String {
        switch self {
        case .pin, .registrationCode:
            "sign in with the \(issuedName ?? "") that the office gave you, or call the office at \(telephone) for another one."
        case .phone:
            "sign in with the last four digits of the telephone number that the office has on file for you, or call the office at \(telephone)."
        case .resetLink: "call the office at \(telephone)."
        }
    }
}
