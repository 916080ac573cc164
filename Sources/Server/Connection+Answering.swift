import HTTP

extension Connection {
    func handle(_ head: RequestHead) {
        let surroundings = home.surroundings
        let exchange = beginExchange(head: head)
        let request = Request(head: head, body: intake.take(), client: exchange.client, isSecure: exchange.isSecure)
        if let response = surroundings.application.quick(request, figures: { surroundings.figures }) { return answer(response) }
        if let reason = enqueue(request, of: exchange, in: exchange.destination.lane) {
            answer(surroundings.response(to: reason, closes: false))
        }
    }

    /// Lets a worker answer; or tells why there is no room for the request.
    private func enqueue(_ request: Request, of exchange: Exchange, in lane: Lane, refused: Refusal? = nil) -> TurnAway? {
        let surroundings = home.surroundings
        let claim = exchange.network.map { ClientClaim(client: $0, kind: .request(lane)) }
        guard surroundings.take(claim) else { return .client }
        let job = LaneQueue.Job(request: request, since: exchange.began, refusal: refused) { response in
            // Only now, also where the client has gone meanwhile: its request has kept a worker until here.
            surroundings.giveBack(claim)
            self.reply(response)
        }
        if surroundings.pool.add(job, to: lane) { return nil }
        surroundings.giveBack(claim)
        return .full
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
        if enqueue(request, of: exchange, in: .pages, refused: refusal) != nil { answer(refusal.response) }
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
        let headers = isBehindProxy ? head?.headers : nil
        let client = headers.map { surroundings.proxies.client(behind: peer, headers: $0) } ?? peer
        let destination = head.map { surroundings.application.destination(of: $0) } ?? surroundings.unread
        let exchange = Exchange(
            id: surroundings.nextID(), client: client.text, network: surroundings.network(of: client),
            isSecure: headers.map { surroundings.proxies.isSecure($0) } ?? false, destination: destination, head: head,
            method: conversation.method ?? .get, began: Clock.seconds())
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
