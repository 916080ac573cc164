import Credentials
import Permitting
import Storage

/// The link by which somebody of the office sets a password: in a mail, or where there is no mail program, for the page that answers.
struct StaffInvitation: Sendable {
    private let mail: Message?
    private let token: RandomToken?
    private let minutes: Int
    /// nil where a mail carries it.
    let link: String?

    init(to member: StaffMember, isNew: Bool, _ context: Context) {
        let configuration = context.site.configuration
        mail = configuration.sendsMail ? StaffMail(context: context).invitation(member, isNew: isNew) : nil
        token = mail == nil ? RandomToken() : nil
        link = token.map { configuration.baseAddress().text + Link.invitation($0.text).address }
        minutes = InvitationSeal.hours(isNew: isNew) * 60
    }

    /// An earlier link works no more.
    func send(to member: Int, _ records: Records, at now: Instant) throws {
        try records.staff.invite(member, tokenHash: token?.hash, until: now.adding(minutes: minutes))
        guard var mail else { return }
        mail.staff = member
        try records.outbox.add(mail, at: now)
    }
}
