import Dispatch
import Permitting
import Storage
import Synchronization
import TestSupport
import Testing

@testable import PermitPortal

struct MailRoundTests {
    private static let now = Instant(1_795_197_600)

    /// Answers as it is told and remembers what it got.
    private final class Carrier: MailCarrier {
        private let state: Mutex<(answers: [MailDelivery], got: [Message])>

        init(_ answers: [MailDelivery]) { state = Mutex((answers, [])) }

        var got: [String] { state.withLock { $0.got.map(\.subject) } }

        func deliver(_ message: Message, at now: Instant) -> MailDelivery {
            state.withLock { state in
                state.got.append(message)
                return state.answers.isEmpty ? .taken : state.answers.removeFirst()
            }
        }
    }

    private let place: TemporaryFolder
    private let database: PermitDatabase

    init() throws {
        place = try TemporaryFolder()
        database = try PermitDatabase(folder: try DataFolder(path: place.file("data")))
    }

    private func add(_ names: String..., at now: Instant = now) throws {
        let to = Mailbox("RICH", try #require(EmailAddress(rawValue: "rich@example.com")))
        for name in names {
            let id = try #require(MessageID(unique: name, host: "example.gov"))
            let message = Message(id: id, kind: .passwordChanged, to: to, subject: name, body: name)
            try database.write { try $0.outbox.add(message, at: now) }
        }
    }

    private func count(_ state: OutboxStore.State) throws -> Int { try database.reader().records.outbox.count(state) }

    private func round(
        _ carrier: Carrier, isStopping: @escaping () -> Bool = { false },
        seal: @escaping (Message, Instant) throws -> Message? = { message, _ in message }
    ) throws -> MailRound {
        try MailRound(database, carrier: carrier, isStopping: isStopping, seal: seal)
    }

    /// The program is told to end just before a mail leaves.
    private func stopping(_ sign: StopSign) -> (Message, Instant) -> Message? {
        { message, _ in
            sign.raise()
            return message
        }
    }

    @Test func `everything due is sent, each once, and then it looks again in a minute`() throws {
        for number in 1...45 { try add("mail-\(number)") }
        let carrier = Carrier([])
        let round = try round(carrier)
        #expect(try round.turn(at: { Self.now }) == 60)
        #expect(carrier.got == (1...45).map { "mail-\($0)" })
        #expect(try count(.sent) == 45)
        #expect(try round.turn(at: { Self.now.adding(minutes: 10_000) }) == 60)
        #expect(carrier.got.count == 45)
    }

    @Test func `what does not get away waits its time, and the rest goes out meanwhile`() throws {
        try add("a", "b", "c")
        let carrier = Carrier([.later("no connection"), .never("no mailbox")])
        let round = try round(carrier)
        #expect(try round.turn(at: { Self.now }) == 60)
        #expect(carrier.got == ["a", "b", "c"])
        #expect(try round.turn(at: { Self.now.adding(seconds: 59) }) == 1)
        #expect(carrier.got.count == 3)
        _ = try round.turn(at: { Self.now.adding(seconds: 60) })
        #expect(carrier.got == ["a", "b", "c", "a"])
        #expect(try [count(.sent), count(.failed), count(.waiting)] == [2, 1, 0])
    }

    @Test func `one that was cut off because the program ends is as it was`() throws {
        try add("a", "b")
        let isStopping = StopSign()
        let carrier = Carrier([.later("did not end in time")])
        let round = try round(carrier, isStopping: { isStopping.isUp }, seal: stopping(isStopping))
        _ = try round.turn(at: { Self.now })
        #expect(carrier.got == ["a"])
        let waiting = try database.reader().records.outbox.due(at: Self.now, limit: 9)
        #expect(waiting.map(\.attempts) == [0, 0] && waiting.map(\.lastError) == ["", ""])
    }

    @Test func `one that was taken while the program ends is noted all the same`() throws {
        try add("a")
        let isStopping = StopSign()
        let round = try round(Carrier([]), isStopping: { isStopping.isUp }, seal: stopping(isStopping))
        _ = try round.turn(at: { Self.now })
        #expect(try count(.sent) == 1)
    }

    @Test func `what cannot be noted is not sent again`() throws {
        try add("a")
        let carrier = Carrier([])
        let round = try round(carrier)
        database.close()
        #expect(throws: (any Error).self) { try round.turn(at: { Self.now }) }
        #expect(throws: (any Error).self) { try round.turn(at: { Self.now }) }
        #expect(carrier.got.count <= 1)
    }

    @Test func `what waited for weeks without a mail program is given up, and goes out when the office says so`() throws {
        try add("old", at: Self.now.adding(minutes: -8 * 24 * 60))
        try add("new", at: Self.now.adding(minutes: -6 * 24 * 60))
        let carrier = Carrier([])
        let round = try round(carrier)
        _ = try round.turn(at: { Self.now })
        #expect(carrier.got == ["new"])
        let failed = try #require(try database.reader().records.outbox.list(.failed, limit: 1, offset: 0).first)
        #expect(failed.lastError == "It waited for more than 7 days without a mail program.")
        #expect(try database.write { try $0.outbox.retry(id: failed.id, at: Self.now) })
        _ = try round.turn(at: { Self.now })
        #expect(carrier.got == ["new", "old"])
    }

    @Test func `one that is of no use any more is given up`() throws {
        try add("a")
        let carrier = Carrier([])
        _ = try round(carrier, seal: { _, _ in nil }).turn(at: { Self.now })
        #expect(carrier.got.isEmpty)
        #expect(try count(.failed) == 1)
    }

    @Test func `the thread is woken by a mail and ends when it is told to`() throws {
        let carrier = Carrier([])
        let (sign, database, sent) = (StopSign(), database, DispatchSemaphore(value: 0))
        let thread = MailThread(
            bell: database.outboxBell, isStopping: sign, now: { Self.now }, complain: { Issue.record("\($0)") }
        ) {
            try MailRound(database, carrier: carrier) { message, _ in
                sent.signal()
                return message
            }
        }
        try add("a")
        #expect(sent.wait(timeout: .now() + 20) == .success)
        thread.stop()
        #expect(thread.finish(within: 20))
        #expect(carrier.got == ["a"])
        #expect(try count(.sent) == 1)
    }
}
