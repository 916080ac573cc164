import Testing

@testable import Server

struct PatienceTests {
    private let limits = Limits()

    private func ends(_ patience: inout Patience, at now: Double, unacknowledged: Int = 0) -> Bool {
        patience.hasEnded(at: now, limits: limits) { unacknowledged }
    }

    @Test(arguments: [(Patience.Wait.idle, 60.0), (.head, 10.0), (.linger, 5.0)])
    func `a wait ends when its time is over and not before`(wait: Patience.Wait, seconds: Double) {
        var patience = Patience(wait, at: 100)
        #expect(!ends(&patience, at: 100 + seconds - 0.01))
        #expect(ends(&patience, at: 100 + seconds))
    }

    @Test func `the application's own time is not the client's fault`() {
        var patience = Patience(.answer, at: 100)
        #expect(!ends(&patience, at: 1_000_000))
    }

    @Test func `content must keep its lowest rate in every window`() {
        var patience = Patience(.body, at: 100)
        patience.arrived(5_000)
        #expect(!ends(&patience, at: 110))
        patience.arrived(5_000)
        #expect(!ends(&patience, at: 120))
        patience.arrived(4_999)
        #expect(!ends(&patience, at: 129))
        #expect(ends(&patience, at: 130))
    }

    @Test func `a fast start buys no long pause`() {
        var patience = Patience(.body, at: 100)
        patience.arrived(1_000_000_000)
        #expect(!ends(&patience, at: 110))
        #expect(ends(&patience, at: 120))
    }

    @Test func `a reader is slow but honest as long as it acknowledges something`() {
        var patience = Patience(.write, at: 100)
        #expect(!ends(&patience, at: 101, unacknowledged: 1_000_000))
        #expect(!ends(&patience, at: 129, unacknowledged: 999_000))
        #expect(!ends(&patience, at: 158, unacknowledged: 998_000))
        #expect(!ends(&patience, at: 187, unacknowledged: 998_000))
        #expect(ends(&patience, at: 188, unacknowledged: 998_000))
    }

    @Test func `a reader that takes more begins anew`() {
        var patience = Patience(.write, at: 100)
        patience.sent(at: 129)
        #expect(!ends(&patience, at: 130, unacknowledged: 5))
        #expect(ends(&patience, at: 159, unacknowledged: 5))
    }

    @Test func `deadlines are looked at each second, and oftener where they are short`() {
        var limits = Limits()
        #expect(limits.tickSeconds == 1)
        limits.idleSeconds = 0.4
        #expect(limits.tickSeconds == 0.1)
        limits.idleSeconds = 0
        #expect(limits.tickSeconds == 0.01)
    }
}
