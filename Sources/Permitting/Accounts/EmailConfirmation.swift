/// A mail address that somebody claims, until the link mailed to it is used: how long that works, and how often it may be asked for.
public enum EmailConfirmation {
    /// From when the mail leaves.
    public static let linkMinutes = 24 * 60
    /// A mail that could not leave for so long would only surprise people.
    public static let mailMinutes = 24 * 60
    /// After that nothing of the request can be of use.
    public static let keptMinutes = linkMinutes + mailMinutes
    /// Requests are counted for this long.
    public static let countedMinutes = 60
    /// More mails in that time would only fill somebody's mailbox.
    public static let mostPerAddress = 3
    /// A household or an office may all come from one address of the network.
    public static let mostPerClient = 20
    public static let mostPerAccount = 5
}
