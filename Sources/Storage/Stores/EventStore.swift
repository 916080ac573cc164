import Credentials
import Permitting
import SQLite

/// Who did what to which record, when and from where. Appended only, each entry chained to the one before by a digest, so that
/// whoever changes one in the file breaks the chain (`EventChain` looks).
public struct EventStore {
    public struct Actor: Sendable {
        let contractor: Int?
        let member: Int?
        let staff: Int?
        /// The network address; nothing for the command line and for what the portal does by itself.
        let client: String

        /// The portal by itself, or somebody at its command line.
        public static let portal = Actor(contractor: nil, member: nil, staff: nil, client: "")

        /// A stranger who shows what the portal cannot know: a provider's notification, a wrong link.
        public static func stranger(from client: String) -> Actor {
            Actor(contractor: nil, member: nil, staff: nil, client: client)
        }

        public static func contractor(_ id: Int, member: Int? = nil, from client: String = "") -> Actor {
            Actor(contractor: id, member: member, staff: nil, client: client)
        }

        public static func staff(_ id: Int, from client: String = "") -> Actor {
            Actor(contractor: nil, member: nil, staff: id, client: client)
        }
    }

    let connection: Connection

    public func record(_ what: String, by actor: Actor, permit: Int? = nil, detail: String = "", at now: Instant) throws {
        var chain = try EventChain.end(connection)
        // The next of SQLite's row ids; said here, because the digest covers it.
        let entry = EventChain.Entry(
            id: chain.lastID + 1, at: now, actor: actor, permit: permit, what: what, detail: detail)
        try connection.run(
            """
            INSERT INTO events (id, at, contractor_id, member_id, staff_id, permit_id, client, what, detail, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, entry.id, now, actor.contractor, actor.member, actor.staff, permit, actor.client, what, detail,
            chain.append(entry))
    }
}
