/// What a company signs in with before it has a password of its own. Dead once it has one.
public enum FirstPassword: String, Sendable, CaseIterable {
    /// The office issues it.
    case pin
    /// The last four digits of the telephone number on file.
    case phone
    /// The office issues it too, under this name.
    case registrationCode
    /// There is none: the link of a mail to the address on file leads to the password.
    case resetLink

    /// What it opens.
    public enum Sequel: String, Sendable, CaseIterable {
        /// The page on which a password is set, and nothing else.
        case setUp
        /// Everything; the dashboard asks for a password of one's own until there is one.
        case dashboard
    }
}
