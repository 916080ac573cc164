import Credentials
import Permitting
import SQLite

/// The digests that run through the events: each is made of the one before and of every word of its entry.
struct EventChain {
    struct Entry {
        let id: Int
        let at: Instant
        let actor: EventStore.Actor
        let permit: Int?
        let what: String
        let detail: String
    }

    private(set) var lastID = 0
    private(set) var digest = [UInt8](repeating: 0, count: SHA256.digestSize)

    mutating func append(_ entry: Entry) -> [UInt8] {
        lastID = entry.id
        digest = SHA256.digest(digest + Self.bytes(of: entry))
        return digest
    }

    /// Where the chain ends now. Entries older than the chain are walked through once, before its first link.
    static func end(_ connection: Connection) throws -> EventChain {
        let last = try connection.first("SELECT id, digest FROM events WHERE id = (SELECT max(id) FROM events)") { row in
            (id: try row[0] as Int, digest: try row[1] as [UInt8]?)
        }
        guard let last else { return EventChain() }
        guard let digest = last.digest else {
            var chain = EventChain()
            try connection.each(Self.all) { row in
                _ = chain.append(try Self.entry(row))
                return true
            }
            return chain
        }
        return EventChain(lastID: last.id, digest: digest)
    }

    /// How many entries there are, and where one was changed, taken out or put in.
    static func audit(_ connection: Connection) throws -> EventAudit {
        var (chain, count, hasBegun, faults) = (EventChain(), 0, false, [String]())
        try connection.each(all) { row in
            let entry = try entry(row)
            let stored: [UInt8]? = try row[9]
            let expected = chain.append(entry)
            count += 1
            if let stored {
                hasBegun = true
                if stored != expected {
                    faults.append("event \(entry.id): it, or what was recorded before it, is not as it was written")
                    chain.digest = stored
                }
            } else if hasBegun {
                faults.append("event \(entry.id): it has no digest")
            }
            return true
        }
        return EventAudit(count: count, digest: chain.digest, faults: faults)
    }

    private static let all: SQL = """
        SELECT id, at, contractor_id, member_id, staff_id, permit_id, client, what, detail, digest FROM events ORDER BY id
        """

    private static func entry(_ row: Row) throws -> Entry {
        let actor = EventStore.Actor(contractor: try row[2], member: try row[3], staff: try row[4], client: try row[6])
        return Entry(id: try row[0], at: try row[1], actor: actor, permit: try row[5], what: try row[7], detail: try row[8])
    }

    /// Each text with its length before it, so that no two entries read the same.
    private static func bytes(of entry: Entry) -> [UInt8] {
        let numbers: [Int?] = [
            entry.id, Int(entry.at.seconds), entry.actor.contractor, entry.actor.member, entry.actor.staff, entry.permit,
        ]
        let texts = numbers.map { $0.map(String.init) ?? "-" } + [entry.actor.client, entry.what, entry.detail]
        return texts.flatMap { Array("\($0.utf8.count):\($0),".utf8) }
    }
}
