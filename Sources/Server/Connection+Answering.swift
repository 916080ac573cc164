import HTTP

extension Connection {
    func handle(_ head: RequestHead) {
        let surroundings = home.surroundings
        let exchange = beginExchange(head: head)
        let request = Request(head: head, body: intake.take(), client: exchange.client, isSecure: exchange.isSecure)
        if let response = surroundings.application.quick(request) { return answer(response) }
        let job = LaneQueue.Job(request: request) { self.reply($0) }
        let lane = surroundings.application.lane(for: request)
        if !surroundings.pool.add(job, to: lane) { answer(surroundings.busy(closes: false)) }
    }

    /// Takes a worker's answer, on the worker's thread. A file is sent from the queue, so that a slow disk holds no worker.
    private func reply(_ response: Response) {
        if response.body.holdsFile {
            home.queue.async { self.alone { self.conclude(response) } }
        } else {
            alone { conclude(response) }
        }
    }

    private func conclude(_ response: Response) {
        answer(response)
        advance()
    }

    /// Answers a request that could not be taken whole. Where its content alone was the matter, a worker makes the page.
    func refuse(_ refusal: Refusal) {
        _ = intake.take()
        let exchange = beginExchange(head: conversation.head)
        guard let head = conversation.head, [.contentTooLarge, .insufficientStorage].contains(refusal.status) else {
            return answer(refusal.response)
        }
        let request = Request(head: head, body: .empty, client: exchange.client, isSecure: exchange.isSecure)
        let job = LaneQueue.Job(request: request, refusal: refusal) { self.reply($0) }
        if !home.surroundings.pool.add(job, to: .pages) { answer(refusal.response) }
    }

    func keep(_ bytes: ArraySlice<UInt8>) {
        do {
            try intake.append(bytes)
        } catch {
            let refusal =
                error.isOutOfSpace
                ? Refusal(.insufficientStorage, "There is no room for the content at the moment.")
                : Refusal(.internalServerError, "The content could not be stored.")
            _ = conversation.refuse(refusal, at: Clock.seconds())
            refuse(refusal)
        }
    }

    /// Nothing else is being written at this moment, so the few bytes fit, unless the client has gone.
    func invite() {
        let isSent = ResponseWriter.continueBytes.withUnsafeBytes { bytes in
            socket.write(bytes, UnsafeRawBufferPointer(start: nil, count: 0)) == .bytes(bytes.count)
        }
        if !isSent { close() }
    }

    /// Begins to write an answer, and ends it where the socket takes it whole.
    func answer(_ response: Response) {
        guard !isClosed, var exchange else { return }
        let now = Clock.seconds()
        let (response, content) = Self.opened(response)
        exchange.answered(with: response.status)
        self.exchange = exchange
        let head = ResponseWriter.head(
            of: response, method: exchange.method, version: exchange.version,
            keepsAlive: conversation.beginsAnswer(at: now, isStopping: home.isStopping), date: home.currentDate())
        let hasContent = ResponseWriter.sendsBody(of: response, method: exchange.method)
        write(Outgoing(head: head, content: hasContent ? content : []))
    }

    @discardableResult
    func beginExchange(head: RequestHead?) -> Exchange {
        let surroundings = home.surroundings
        let isBehindProxy = surroundings.proxies.contains(peer)
        let headers = isBehindProxy ? head?.headers : nil
        let exchange = Exchange(
            id: surroundings.nextID(),
            client: headers.map { surroundings.proxies.client(behind: peer, headers: $0).text } ?? peer.text,
            isSecure: headers.map { surroundings.proxies.isSecure($0) } ?? false,
            head: head, method: conversation.method ?? .get, began: Clock.seconds())
        self.exchange = exchange
        return exchange
    }

    /// A file that has vanished since the application named it is a page that is not there.
    private static func opened(_ response: Response) -> (Response, [Outgoing.Piece]) {
        if let pieces = Outgoing.Piece.opened(response.body) { return (response, pieces) }
        let missing = Refusal(.notFound, "The file is not there any more.", closes: false).response
        return (missing, Outgoing.Piece.opened(missing.body) ?? [])
    }
}
