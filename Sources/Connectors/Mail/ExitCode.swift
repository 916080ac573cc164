import Permitting

/// What a mail program's exit code says of the mail, by sysexits.h.
enum ExitCode {
    private static let dataError: Int32 = 65
    private static let noUser: Int32 = 67

    /// Only what is certainly the mail's own fault is final. The rest (no connection, no name server, a wrong password, a missing
    /// file) is the machine's, and somebody will mend it: no such mail may be lost.
    static func delivery(_ code: Int32, complaint: String) -> MailDelivery {
        if code == 0 { return .taken }
        let reason = complaint.isEmpty ? "the mail program ended with \(code)" : complaint
        return code == dataError || code == noUser ? .never(reason) : .later(reason)
    }
}
