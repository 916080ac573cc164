import Mustache
import Permitting

/// Where a company is signed in, and the way to end what it does not know.
struct SessionsPage: Page {
    static let template = "Accounts/Sessions"
    let table: Table
    let hasOthers: Bool
    let notice: Notice?

    init(_ list: SessionList, clock: OfficeClock, isEnded: Bool) {
        table = list.table(clock: clock, canEnd: true)
        hasOthers = list.entries.contains { !$0.isOwn }
        notice = isEnded ? Notice(kind: .success, text: "Ended. Whoever was signed in there has to sign in again.") : nil
    }

    private init() {
        table = Table(
            id: "sessions", caption: "Signed in now", total: "1 total record(s)", columns: [Table.Column(label: "DEVICE")],
            rows: [Table.Row(id: "session-1", cells: [Cell("DEVICE", "Firefox on Android")])])
        hasOthers = true
        notice = nil
    }

    static let sample = SessionsPage()
    private static let shape = Shape("profileAddress", "action", "table", "hasOthers")
    var value: Value {
        Self.shape(.text(Link.profile.address), .text(Link.sessions.address), table.value, .flag(hasOthers))
    }
}
