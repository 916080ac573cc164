/// A new password by mail: how long what is sent works, and how often it may be asked for.
public enum PasswordReset {
    /// From when the mail leaves (NIST SP 800-63B-4 §4.2.2.3 allows a day).
    public static let linkMinutes = 30
    /// A mail that could not leave for so long would only surprise people.
    public static let mailMinutes = 24 * 60
    /// Requests are counted for this long, and kept a while longer for the office.
    public static let countedMinutes = 60
    public static let keptMinutes = 7 * 24 * 60
    /// More mails in that time would only fill somebody's mailbox.
    public static let mostPerAddress = 3
    /// An office's people may all come from one address of the network.
    public static let mostPerClient = 20
    /// As many accounts under one address are told and reset at once.
    public static let mostAccounts = 20

    /// Whether mail alone can give the account a password. One that nothing opens yet was never let in, unless mail is the way in;
    /// and where the agency asks for a security question, the first password leads to the page that does.
    public static func isOpen(_ key: AccountKey?, signIn: AgencySignIn) -> Bool {
        switch key {
        case .password: true
        case .issued, .telephone: !signIn.asksSecurityQuestion
        case nil: signIn.firstPassword == .resetLink
        }
    }
}
