import Credentials
import Permitting
import Storage

/// The living sessions of a company or of a member of the office, as a table: for the owner, and for the office.
struct SessionList {
    struct Entry: Sendable {
        let handle: String
        let device: String
        let startedAt: Instant
        let seenAt: Instant
        let isOwn: Bool
        /// nil for the company's shared login.
        let person: String?
    }

    let entries: [Entry]

    init(of owner: SessionOwner, context: Context) throws {
        entries = try owner.sessions(context.records).filter { session in
            SessionTimes.of(isRemembered: session.isRemembered)
                .isAlive(startedAt: session.startedAt, seenAt: session.seenAt, at: context.now)
        }.map { session in
            Entry(
                handle: Self.handle(session.tokenHash), device: session.device.isEmpty ? "Unknown browser" : session.device,
                startedAt: session.startedAt, seenAt: session.seenAt, isOwn: session.tokenHash == context.visit.sessionHash,
                person: session.member?.name)
        }
    }

    init(entries: [Entry]) { self.entries = entries }

    /// Names a session on a page: a piece of the hash of its token, which opens nothing.
    static func handle(_ tokenHash: [UInt8]) -> String { Hex.encode(tokenHash.prefix(8)) }

    /// `ending`: where each but the one that is looking can be ended; nil where none can.
    func table(clock: OfficeClock, ending: Link?) -> Table {
        // Told apart only where there is more than the shared login.
        let hasPeople = entries.contains { $0.person != nil }
        let labels = ["DEVICE", "SIGNED IN", "LAST SEEN"]
        let more = (hasPeople ? ["WHO"] : []) + (ending == nil ? [] : ["ACTION"])
        let rows = entries.map { entry in
            var cells = [
                Cell.header(labels[0], entry.device), Cell(labels[1], clock.text(entry.startedAt)),
                Cell(labels[2], clock.text(entry.seenAt)),
            ]
            if hasPeople { cells.append(Cell("WHO", entry.person ?? "Shared login")) }
            if let ending {
                let post = Cell.Post(link: ending, fields: [("session", entry.handle)])
                cells.append(
                    entry.isOwn
                        ? Cell.tag("ACTION", "THIS ONE", tone: "ok") : Cell("ACTION", "END SESSION", post: post))
            }
            return Table.Row(id: "session-" + entry.handle, cells: cells)
        }
        return Table(
            id: "sessions", caption: "Signed in now", total: "\(entries.count) total record(s)",
            emptyText: "Nobody is signed in.", columns: (labels + more).map { Table.Column(label: $0) }, rows: rows)
    }
}
