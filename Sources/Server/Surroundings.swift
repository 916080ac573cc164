import Dispatch
import HTTP
import Synchronization

/// What all connections share.
final class Surroundings: Sendable {
    let application: any Application
    let configuration: ServerConfiguration
    let proxies: TrustedProxies
    let pool: WorkerPool
    let clients = ClientTable()
    /// One for each event queue.
    let tallies: [Tally]
    /// Where requests are counted that could not be read.
    let unread: Destination
    let log: @Sendable (AccessLine) -> Void
    /// Entered by each connection until its descriptor is closed.
    let open = DispatchGroup()
    /// Once set, each answer is its connection's last.
    let isStopping = Atomic<Bool>(false)
    private let served = Atomic<Int>(0)
    private let turnedAway = Atomic<Int>(0)
    private let mostServed: Atomic<Int>
    private let mostTurnedAway: Atomic<Int>
    private let accepted = Atomic<Int>(0)
    private let turnedAwayFull = Atomic<Int>(0)
    private let turnedAwayClient = Atomic<Int>(0)
    /// Begins anywhere, so that ids of two runs in one log file differ.
    private let ids = Atomic<UInt64>(.random(in: .min ... .max))

    init(application: some Application, configuration: ServerConfiguration, log: @escaping @Sendable (AccessLine) -> Void) {
        self.application = application
        self.configuration = configuration
        self.log = log
        proxies = TrustedProxies(configuration.trustedProxies, writing: configuration.forwardedFields)
        pool = WorkerPool(limits: configuration.limits)
        let routeCount = application.routeCount
        tallies = (1...max(1, configuration.eventQueues)).map { _ in Tally(routeCount: routeCount + 1) }
        unread = Destination(lane: .pages, route: routeCount)
        mostServed = Atomic(configuration.limits.connections)
        mostTurnedAway = Atomic(configuration.limits.turnedAway)
    }

    var limits: Limits { configuration.limits }

    func nextID() -> UInt64 { ids.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Where the system allows fewer descriptors than the limits: fewer clients are served and the others told so, instead of
    /// waiting in silence for one. An eighth is left for the database, files and the log.
    func fit(intoDescriptors available: Int) {
        mostServed.store(min(limits.connections, available / 4 * 3), ordering: .relaxed)
        mostTurnedAway.store(min(limits.turnedAway, available / 8), ordering: .relaxed)
    }

    /// So nearly full that connections without a request have to make room.
    var isCrowded: Bool { served.load(ordering: .relaxed) > mostServed.load(ordering: .relaxed) / 8 * 7 }

    /// Decides about one more connection. Those that are turned away do not count as served: a flood of them must not keep the
    /// server full.
    func admit(_ peer: IPAddress) -> Admission {
        open.enter()
        let claim = connectionClaim(of: peer)
        guard take(claim) else { return turnAway(.client) }
        if served.add(1, ordering: .relaxed).newValue <= mostServed.load(ordering: .relaxed) {
            accepted.wrappingAdd(1, ordering: .relaxed)
            return .served
        }
        served.subtract(1, ordering: .relaxed)
        giveBack(claim)
        return turnAway(.full)
    }

    /// The connection's descriptor is closed.
    func leave(_ admission: Admission, _ peer: IPAddress) {
        switch admission {
        case .served:
            served.subtract(1, ordering: .relaxed)
            giveBack(connectionClaim(of: peer))
        case .turnedAway: turnedAway.subtract(1, ordering: .relaxed)
        case .refused: break
        }
        open.leave()
    }

    /// Whom a client is counted as. Everybody's connections come through a proxy of ours, so that is not counted. Nor is what this machine asks itself: that
    /// needs no flood to do it harm, and may be a proxy that nobody has named as trusted, which would be turned away with all whom
    /// it brings.
    func network(of client: IPAddress) -> ClientNetwork? {
        client.isThisMachine || proxies.contains(client) ? nil : client.network
    }

    /// False when the client has its share already. Whoever is not counted always gets what it wants.
    func take(_ claim: ClientClaim?) -> Bool {
        guard let claim else { return true }
        return clients.take(claim, most: limits.most(of: claim.kind))
    }

    func giveBack(_ claim: ClientClaim?) {
        if let claim { clients.giveBack(claim) }
    }

    func response(to reason: TurnAway, closes: Bool) -> Response {
        reason.response(retryAfterSeconds: limits.retryAfterSeconds, closes: closes)
    }

    var connectionFigures: ServerFigures.Connections {
        ServerFigures.Connections(
            open: served.load(ordering: .relaxed), limit: mostServed.load(ordering: .relaxed),
            accepted: accepted.load(ordering: .relaxed), turnedAwayFull: turnedAwayFull.load(ordering: .relaxed),
            turnedAwayClient: turnedAwayClient.load(ordering: .relaxed))
    }

    private func connectionClaim(of peer: IPAddress) -> ClientClaim? {
        network(of: peer).map { ClientClaim(client: $0, kind: .connection) }
    }

    private func turnAway(_ reason: TurnAway) -> Admission {
        switch reason {
        case .full: turnedAwayFull.wrappingAdd(1, ordering: .relaxed)
        case .client: turnedAwayClient.wrappingAdd(1, ordering: .relaxed)
        }
        let most = mostTurnedAway.load(ordering: .relaxed)
        if turnedAway.add(1, ordering: .relaxed).newValue <= most { return .turnedAway(reason) }
        turnedAway.subtract(1, ordering: .relaxed)
        return .refused(reason)
    }
}
