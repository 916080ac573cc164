import Dispatch
import HTTP
import Synchronization

/// What all connections share.
final class Surroundings: Sendable {
    let application: any Application
    let configuration: ServerConfiguration
    let proxies: TrustedProxies
    let pool: WorkerPool
    let log: @Sendable (AccessLine) -> Void
    /// Entered by each connection until its descriptor is closed.
    let open = DispatchGroup()
    private let served = Atomic<Int>(0)
    private let turnedAway = Atomic<Int>(0)
    /// Begins anywhere, so that ids of two runs in one log file differ.
    private let ids = Atomic<UInt64>(.random(in: .min ... .max))

    init(application: some Application, configuration: ServerConfiguration, log: @escaping @Sendable (AccessLine) -> Void) {
        self.application = application
        self.configuration = configuration
        self.log = log
        proxies = TrustedProxies(configuration.trustedProxies)
        pool = WorkerPool(limits: configuration.limits)
    }

    var limits: Limits { configuration.limits }

    func nextID() -> UInt64 { ids.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Decides about one more connection. Those that are turned away do not count as served: a flood of them must not keep the
    /// server full.
    func admit() -> Admission {
        open.enter()
        if served.add(1, ordering: .relaxed).newValue <= limits.connections { return .served }
        served.subtract(1, ordering: .relaxed)
        if turnedAway.add(1, ordering: .relaxed).newValue <= limits.turnedAway { return .turnedAway }
        turnedAway.subtract(1, ordering: .relaxed)
        return .refused
    }

    /// The connection's descriptor is closed.
    func leave(_ admission: Admission) {
        switch admission {
        case .served: served.subtract(1, ordering: .relaxed)
        case .turnedAway: turnedAway.subtract(1, ordering: .relaxed)
        case .refused: break
        }
        open.leave()
    }

    /// The answer of a server that has no room.
    func busy(closes: Bool) -> Response {
        let refusal = Refusal(.serviceUnavailable, "The server is busy. Please try again in a moment.", closes: closes)
        var response = refusal.response
        response.headers["Retry-After"] = String(limits.retryAfterSeconds)
        return response
    }
}
