import Permitting
import SQLite

/// Who did what, appended only.
public struct EventStore {
    public enum Actor: Sendable {
        case contractor(Int)
        case staff(Int)
        case portal
    }

    let connection: Connection

    public func record(_ what: String, by actor: Actor, permit: Int? = nil, detail: String = "", at now: Instant) throws {
        let (contractor, staff): (Int?, Int?) =
            switch actor {
            case .contractor(let id): (id, nil)
            case .staff(let id): (nil, id)
            case .portal: (nil, nil)
            }
        try connection.run(
            "INSERT INTO events (at, contractor_id, staff_id, permit_id, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
            now, contractor, staff, permit, what, detail)
    }
}
