import HTTP

/// What one event queue has answered, by route and status. Each queue has its own, so that none waits for another's cache line.
final class Tally: Sendable {
    /// 0 is a client cut off before there was an answer.
    private static let statuses = [0] + Status.registered

    /// Where a code is counted; one that is not registered as the first of its class (RFC 9110 §15).
    private static let slots: [Int] = (0..<600).map { code in
        statuses.firstIndex(of: code) ?? statuses.firstIndex(of: code / 100 * 100) ?? 0
    }

    private let routeCount: Int
    private let answers: Counters
    private let times: [Stopwatch]
    private let content = Counters(1)

    init(routeCount: Int) {
        self.routeCount = routeCount
        answers = Counters(routeCount * Self.statuses.count)
        times = (0..<routeCount).map { _ in Stopwatch() }
    }

    func count(_ line: AccessLine) {
        guard line.route < routeCount, line.status < Self.slots.count else { return }
        answers.add(at: line.route * Self.statuses.count + Self.slots[line.status])
        times[line.route].add(microseconds: line.microseconds)
        content.add(line.bytes, at: 0)
    }

    var contentBytes: Int { content[0] }

    /// Of each route, asked for or not.
    var routes: [RouteFigures] {
        (0..<routeCount).map { route in
            var answered: [Int: Int] = [:]
            for (slot, status) in Self.statuses.enumerated() {
                let count = answers[route * Self.statuses.count + slot]
                if count > 0 { answered[status] = count }
            }
            return RouteFigures(route: route, answers: answered, seconds: times[route].histogram)
        }
    }
}
