import Mustache
import Permitting

/// Where somebody is signed in, and the way to end what they do not know.
struct SessionsPage: Page {
    static let template = "Accounts/Sessions"
    let table: Table
    let hasOthers: Bool
    let owner: SessionOwner
    let notice: Notice?

    init(_ list: SessionList, of owner: SessionOwner, clock: OfficeClock, isEnded: Bool) {
        self.owner = owner
        table = list.table(clock: clock, ending: owner.link)
        hasOthers = list.entries.contains { !$0.isOwn }
        notice = isEnded ? Notice(kind: .success, text: "Ended. Whoever was signed in there has to sign in again.") : nil
    }

    private init() {
        table = Table(
            id: "sessions", caption: "Signed in now", total: "1 total record(s)", columns: [Table.Column(label: "DEVICE")],
            rows: [Table.Row(id: "session-1", cells: [Cell("DEVICE", "Firefox on Android")])])
        hasOthers = true
        owner = .contractor(1)
        notice = nil
    }

    static let sample = SessionsPage()
    private static let shape = Shape("profileAddress", "profileLabel", "isCompany", "action", "table", "hasOthers")
    var value: Value {
        let isCompany = if case .contractor = owner { true } else { false }
        return Self.shape(
            .text(owner.profile.link.address), .text(owner.profile.label), .flag(isCompany), .text(owner.link.address),
            table.value, .flag(hasOthers))
    }
}
