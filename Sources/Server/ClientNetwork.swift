/// Whom a client counts as where each may have only so much: an IPv4 address, or the /64 of an IPv6 one. Within its /64 a
/// single customer picks addresses at will (RFC 4291 §2.5.1, RFC 8981), so counting those one by one would count nothing.
struct ClientNetwork: Hashable, Sendable {
    private let isIPv6: Bool
    private let prefix: UInt64

    /// The four bytes of an IPv4 address, or the sixteen of an IPv6 one.
    init(_ address: some Collection<UInt8>) {
        isIPv6 = address.count > 4
        prefix = address.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
