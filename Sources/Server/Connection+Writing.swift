extension Connection {
    /// Tried at once; only a socket that takes no more is watched.
    func write(_ answer: Outgoing) {
        var answer = answer
        let before = answer.contentSent
        let result = answer.write(to: socket, most: home.surroundings.limits.writeTurn)
        let now = Clock.seconds()
        switch result {
        case .done:
            outgoing = nil
            watch.pauseWriting()
            finish(sent: answer.contentSent, at: now)
            if !conversation.answered(at: now, isStopping: home.isStopping) { socket.endWriting() }
        case .unfinished:
            outgoing = answer
            conversation.sent(answer.contentSent - before)
            if !watch.resumeWriting() { close() }
        case .broken:
            outgoing = answer
            close()
        }
    }

    /// The answer is over, whole or cut short: its line goes to the log.
    func finish(sent bytes: Int, at now: Double) {
        guard let exchange else { return }
        self.exchange = nil
        let line = exchange.line(bytes: bytes, at: now)
        home.tally.count(line)
        home.surroundings.log(line)
    }

    func writable() {
        guard let outgoing else { return }
        // Given up first, so that the answer is not copied while it is written.
        self.outgoing = nil
        write(outgoing)
        advance()
    }
}
