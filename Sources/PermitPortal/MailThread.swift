import Foundation
import Permitting
import Storage
import Synchronization

/// Sends mail beside the pages: woken when some was added, and by the clock. A fault is told and does not end it.
final class MailThread: Sendable {
    private let isStopping: StopSign
    private let bell: OutboxBell
    private let hasEnded = DispatchSemaphore(value: 0)

    /// `round` is made on the thread that owns it.
    init(
        bell: OutboxBell, isStopping: StopSign, now: @escaping @Sendable () -> Instant,
        complain: @escaping @Sendable (String) -> Void, round: @escaping @Sendable () throws -> MailRound
    ) {
        self.bell = bell
        self.isStopping = isStopping
        let hasEnded = hasEnded
        let thread = Thread { @Sendable in
            Self.run(bell, isStopping, now, complain, round)
            hasEnded.signal()
        }
        thread.name = "mail"
        thread.start()
    }

    /// No mail is begun any more.
    func stop() {
        isStopping.raise()
        bell.ring()
    }

    /// Waits for the one that is being sent. Answers whether it ended in time.
    @discardableResult
    func finish(within seconds: Int) -> Bool { hasEnded.wait(timeout: .now() + .seconds(seconds)) == .success }

    private static func run(
        _ bell: OutboxBell, _ isStopping: StopSign, _ now: () -> Instant, _ complain: (String) -> Void,
        _ make: () throws -> MailRound
    ) {
        var round: MailRound?
        while !isStopping.isUp {
            var seconds = MailRound.longestWait
            do {
                let current = try round ?? make()
                round = current
                seconds = try current.turn(at: now)
            } catch {
                complain("mail: \(error)")
            }
            if !isStopping.isUp { bell.wait(seconds: seconds) }
        }
    }
}
