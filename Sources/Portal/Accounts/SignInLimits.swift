import Foundation
import Permitting
import Synchronization

/// How many wrong passwords the portal takes from one client and from all together, whatever account they are for: who tries one
/// password on every company is stopped here, and not by any account's own count. Right ones do not count, so that an office
/// behind one address signs in as often as it likes. Kept in memory: a restart forgives.
final class SignInLimits: Sendable {
    private struct State: ~Copyable {
        var clients = AttemptTable<[UInt8]>(burst: 30, milliseconds: 10_000, capacity: 10_000)
        /// Ten a second are more than a county's contractors ever mistype, and fewer than the machine can hash.
        var all = AttemptTable<Bool>(burst: 600, milliseconds: 100, capacity: 1)
    }

    private let state = Mutex(State())

    /// Throws how long to wait where there were too many.
    func take(_ client: String, at now: Instant) throws {
        let seconds = state.withLock { state -> Int? in
            let network = Self.network(of: client)
            if let seconds = state.clients.take(network, at: now) { return seconds }
            guard let seconds = state.all.take(true, at: now) else { return nil }
            state.clients.giveBack(network, at: now)
            return seconds
        }
        if let seconds { throw PortalError.tooManyAttempts(seconds: seconds) }
    }

    func giveBack(_ client: String, at now: Instant) {
        state.withLock { state in
            state.clients.giveBack(Self.network(of: client), at: now)
            state.all.giveBack(true, at: now)
        }
    }

    /// An IPv4 address is one client; of IPv6 a household has a whole /64 to itself (RFC 6177).
    private static func network(of client: String) -> [UInt8] {
        var address = in6_addr()
        guard inet_pton(AF_INET6, client, &address) == 1 else { return Array(client.utf8) }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11].allSatisfy { $0 == 0xFF }
        return isMapped ? bytes : Array(bytes.prefix(8))
    }
}
