import HTTP
import Testing

@testable import Server

struct ConversationTests {
    /// Runs a conversation on pieces of input and writes down its steps; requests are answered as soon as they are handled.
    private func steps(_ pieces: [[UInt8]], ends: Bool = false, bodyLimit: Int = 1_000, isStopping: Bool = false) -> [String] {
        var conversation = Conversation(limits: Limits(), at: 0)
        var steps: [String] = []
        var content: [UInt8] = []
        func advance() {
            for _ in 0..<1_000 {
                switch conversation.next(at: 0, bodyLimit: { _ in bodyLimit }) {
                case .wait: return
                case .invite: steps.append("invite")
                case .keep(let bytes): content += bytes
                case .handle(let head):
                    steps.append("handle \(head.target.path) \(String(decoding: content, as: UTF8.self))")
                    content = []
                    answer()
                case .refuse(let refusal):
                    steps.append("refuse \(refusal.status.code)")
                    answer()
                case .close: return steps.append("close")
                }
            }
            steps.append("never waits")
        }
        func answer() {
            let keeps = conversation.beginsAnswer(at: 0, isStopping: isStopping)
            #expect(conversation.answered(at: 0, isStopping: isStopping) == keeps)
            if !keeps { steps.append("linger") }
        }
        for piece in pieces {
            piece.withUnsafeBytes { conversation.received($0, at: 0) }
            advance()
        }
        if ends {
            conversation.inputEnded()
            advance()
        }
        return steps
    }

    private let requests = Array(
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
            + "POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n").utf8)

    @Test func `wherever the input is cut, the steps are the same`() {
        let expected = ["handle /1 ", "handle /2 abc", "handle /3 def", "close"]
        for cut in 0...requests.count {
            #expect(steps([Array(requests[..<cut]), Array(requests[cut...])], ends: true) == expected)
        }
        #expect(steps(requests.map { [$0] }, ends: true) == expected)
    }

    @Test func `what comes after a last request is not read`() {
        let bytes = Array("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        #expect(steps([bytes], ends: true) == ["handle /1 ", "linger", "close"])
    }

    @Test func `while the server stops, the request in flight is the last one`() {
        #expect(steps([requests], ends: true, isStopping: true) == ["handle /1 ", "linger", "close"])
    }

    @Test func `lingering ends after a bounded amount, whether or not the client does`() {
        let flood = [UInt8](repeating: 0, count: 9_000_000)
        let bad = Array("BAD\r\n\r\n".utf8)
        #expect(steps([bad, flood]) == ["refuse 400", "linger"])
        #expect(steps([bad, flood, flood]) == ["refuse 400", "linger", "close"])
    }

    @Test func `an invitation is given once, and only before content that is accepted`() {
        let head = Array("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n".utf8)
        #expect(steps([head, Array("a".utf8), Array("bc".utf8)]) == ["invite", "handle /1 abc"])
        #expect(steps([head + Array("a".utf8), Array("bc".utf8)]) == ["handle /1 abc"])
        #expect(steps([head], bodyLimit: 2) == ["refuse 413", "linger"])
    }

    @Test func `input is wanted except while a request is being answered`() {
        var conversation = Conversation(limits: Limits(), at: 0)
        #expect(conversation.wantsInput)
        #expect(conversation.isBetweenRequests)
        Array("GET / HTTP/1.1\r\nHo".utf8).withUnsafeBytes { conversation.received($0, at: 0) }
        _ = conversation.next(at: 0) { _ in 0 }
        #expect(conversation.wantsInput)
        #expect(!conversation.isBetweenRequests)
        Array("st: a\r\n\r\n".utf8).withUnsafeBytes { conversation.received($0, at: 0) }
        while case .wait = conversation.next(at: 0, bodyLimit: { _ in 0 }) {}
        #expect(!conversation.wantsInput)
    }

    @Test func `a new connection that says nothing is closed, one that says half is told why`() {
        var silent = Conversation(limits: Limits(), at: 0)
        guard case .wait = silent.look(at: 9, isCrowded: false, unacknowledged: { 0 }),
            case .close = silent.look(at: 10, isCrowded: false, unacknowledged: { 0 })
        else {
            Issue.record("not closed after ten seconds")
            return
        }
        var slow = Conversation(limits: Limits(), at: 0)
        Array("GET".utf8).withUnsafeBytes { slow.received($0, at: 9) }
        guard case .wait = slow.next(at: 9, bodyLimit: { _ in 0 }),
            case .refuse(let refusal) = slow.look(at: 10, isCrowded: false, unacknowledged: { 0 })
        else {
            Issue.record("not refused after ten seconds")
            return
        }
        #expect(refusal.status == .requestTimeout)
    }

    @Test func `a header that comes a byte a second gets its ten seconds and no more`() {
        var conversation = Conversation(limits: Limits(), at: 0)
        let header = Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
        for second in 0..<header.count {
            header[second...second].withUnsafeBytes { conversation.received($0, at: Double(second)) }
            _ = conversation.next(at: Double(second), bodyLimit: { _ in 0 })
            if case .refuse(let refusal) = conversation.look(at: Double(second), isCrowded: false, unacknowledged: { 0 }) {
                #expect(second == 10 && refusal.status == .requestTimeout)
                return
            }
        }
        Issue.record("read to its end")
    }
}
