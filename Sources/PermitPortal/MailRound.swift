import Permitting
import Storage

/// Sends what the outbox has due, one mail after another. At least once: between sending one and noting it the program may end,
/// and then that one is sent again; none is lost. One thread owns it.
final class MailRound {
    /// What waited longer without ever being tried, because there was no mail program, would only surprise people now.
    static let freshDays = 7
    /// However little is due, it looks this often: seconds.
    static let longestWait = 60
    private static let batch = 20

    private let database: PermitDatabase
    private let reader: RecordsReader
    private let carrier: any MailCarrier
    private let isStopping: () -> Bool
    private let seal: (Message, Instant) throws -> Message?
    /// Attempts that could not be noted, the disk being full: noted before anything else is sent, or it would go out again and again.
    private var unnoted: [(id: Int, delivery: MailDelivery)] = []
    private var forgotBodiesAt: Instant?

    /// `seal` completes a mail that leaves now; nil when it is of no use to anybody any more.
    init(
        _ database: PermitDatabase, carrier: any MailCarrier, isStopping: @escaping () -> Bool = { false },
        seal: @escaping (Message, Instant) throws -> Message?
    ) throws {
        self.database = database
        self.carrier = carrier
        self.isStopping = isStopping
        self.seal = seal
        reader = try database.reader()
    }

    /// Sends what is due, and answers in how many seconds to look again.
    func turn(at clock: () -> Instant) throws -> Int {
        try noteTheRest(at: clock())
        try forgetBodies(at: clock())
        while !isStopping() {
            let due = try read { try $0.outbox.due(at: clock(), limit: Self.batch) }
            for entry in due where !isStopping() { try attempt(entry, at: clock()) }
            if due.isEmpty { break }
        }
        guard let next = try read({ try $0.outbox.nextAttempt() }) else { return Self.longestWait }
        return min(max(1, next.seconds - clock().seconds), Self.longestWait)
    }

    private func attempt(_ entry: OutboxStore.Entry, at now: Instant) throws {
        let isStale = entry.attempts == 0 && entry.queuedAt.adding(minutes: Self.freshDays * 24 * 60) < now
        guard !isStale else {
            return try giveUp(entry.id, "It waited for more than \(Self.freshDays) days without a mail program.")
        }
        guard let message = try seal(entry.message, now) else {
            return try giveUp(entry.id, "It is of no use any more.")
        }
        let delivery = carrier.deliver(message, at: now)
        // One that was cut off because the program ends is as it was: tried again at the next start.
        if case .later = delivery, isStopping() { return }
        unnoted.append((entry.id, delivery))
        try noteTheRest(at: now)
    }

    private func noteTheRest(at now: Instant) throws {
        while let (id, delivery) = unnoted.first {
            try database.write { try $0.outbox.note(delivery, id: id, at: now) }
            unnoted.removeFirst()
        }
    }

    private func giveUp(_ id: Int, _ reason: String) throws {
        try database.write { try $0.outbox.giveUp(id: id, reason: reason) }
    }

    private func forgetBodies(at now: Instant) throws {
        if let last = forgotBodiesAt, now < last.adding(minutes: 60) { return }
        try database.write { records in
            try records.outbox.forgetBodies(at: now)
            try records.confirmations.sweep(at: now)
        }
        forgotBodiesAt = now
    }

    private func read<T>(_ body: (Records) throws -> T) throws -> T {
        try reader.begin()
        let result = Result { try body(reader.records) }
        try reader.end()
        return try result.get()
    }
}
