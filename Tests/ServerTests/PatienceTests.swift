import Testing

@testable import Server

struct PatienceTests {
    private let limits = Limits()

    private func ends(_ patience: inout Patience, at now: Double, unacknowledged: Int = 0) -> Bool {
        patience.hasEnded(at: now, limits: limits, isCrowded: false) { unacknowledged }
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

    @Test func `a reader that keeps the lowest rate in every window may take as long as it likes`() {
        var patience = Patience(.write, at: 100)
        #expect(!ends(&patience, at: 101, unacknowledged: 1_000_000))
        #expect(!ends(&patience, at: 131, unacknowledged: 985_000))
        #expect(!ends(&patience, at: 161, unacknowledged: 970_000))
        #expect(!ends(&patience, at: 190, unacknowledged: 955_001))
        #expect(ends(&patience, at: 191, unacknowledged: 955_001))
    }

    @Test func `a reader that takes a byte a second for ever is cut off, and so is one that takes nothing`() {
        for bytes in [1, 0] {
            var patience = Patience(.write, at: 100)
            var left = 1_000_000
            let end = (101...200).first { second in
                left -= bytes
                return ends(&patience, at: Double(second), unacknowledged: left)
            }
            #expect(end == 131)
        }
    }

    @Test func `what was handed to the socket and is not acknowledged does not count as read`() {
        var patience = Patience(.write, at: 100)
        patience.sent(2_000_000)
        #expect(!ends(&patience, at: 101, unacknowledged: 2_000_000))
        patience.sent(500_000)
        #expect(ends(&patience, at: 131, unacknowledged: 2_485_001))
        patience.sent(500_000)
        #expect(!ends(&patience, at: 161, unacknowledged: 2_970_001))
    }

    @Test func `a fast beginning buys a reader no long pause`() {
        var patience = Patience(.write, at: 100)
        #expect(!ends(&patience, at: 101, unacknowledged: 1_000_000_000))
        #expect(!ends(&patience, at: 131, unacknowledged: 1_000))
        #expect(ends(&patience, at: 161, unacknowledged: 1_000))
    }

    @Test func `on a crowded server an idle connection is closed sooner, and no other`() {
        for wait in [Patience.Wait.idle, .head, .linger] {
            var patience = Patience(wait, at: 100)
            #expect(!patience.hasEnded(at: 103.9, limits: limits, isCrowded: true) { 0 })
            #expect(patience.hasEnded(at: 104, limits: limits, isCrowded: true) { 0 } == (wait == .idle))
        }
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
