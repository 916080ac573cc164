import Glibc

/// An IPv4 or IPv6 address in its canonical spelling, so that two spellings of one address are equal.
/// An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is the IPv4 address: it is the same client.
struct IPAddress: Hashable, Sendable {
    let text: String
    /// Whom it counts as.
    let network: ClientNetwork
    /// 127.0.0.1 or ::1, from where this machine's own programs ask. Who takes another address of 127.0.0.0/8 does so on purpose,
    /// to be told apart.
    let isThisMachine: Bool

    /// Reads what a person or a proxy wrote: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
    init?(_ written: some StringProtocol) {
        var name = Substring(written)
        if name.utf8.first == UInt8(ascii: "[") {
            guard let end = name.firstIndex(of: "]") else { return nil }
            name = name[name.index(after: name.startIndex)..<end]
        } else if name.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = name.firstIndex(of: ":") {
            name = name[..<colon]
        }
        // A C string ends at a NUL: what follows one must not be ignored.
        guard name.utf8.count <= 45, !name.utf8.contains(0) else { return nil }
        var ipv4 = in_addr()
        var ipv6 = in6_addr()
        if inet_pton(AF_INET, String(name), &ipv4) == 1 {
            self.init(ipv4: ipv4)
        } else if inet_pton(AF_INET6, String(name), &ipv6) == 1 {
            self.init(ipv6: ipv6)
        } else {
            return nil
        }
    }

    init(ipv4 address: in_addr) {
        let bytes = withUnsafeBytes(of: address) { Array($0) }
        self.init(text: Self.spelling(of: address, family: AF_INET), ipv4: bytes[...])
    }

    init(ipv6 address: in6_addr) {
        let bytes = withUnsafeBytes(of: address) { Array($0) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped {
            self.init(text: bytes[12...].map(String.init).joined(separator: "."), ipv4: bytes[12...])
        } else {
            let isThisMachine = bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
            self.init(
                text: Self.spelling(of: address, family: AF_INET6), network: ClientNetwork(bytes), isThisMachine: isThisMachine)
        }
    }

    private init(text: String, ipv4 bytes: ArraySlice<UInt8>) {
        self.init(text: text, network: ClientNetwork(bytes), isThisMachine: bytes.elementsEqual([127, 0, 0, 1]))
    }

    private init(text: String, network: ClientNetwork, isThisMachine: Bool) {
        self.text = text
        self.network = network
        self.isThisMachine = isThisMachine
    }

    private static func spelling<Address>(of address: Address, family: Int32) -> String {
        withUnsafeBytes(of: address) { bytes in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
                guard let source = bytes.baseAddress, let target = text.baseAddress,
                    inet_ntop(family, source, target, socklen_t(INET6_ADDRSTRLEN)) != nil
                else { return "unknown" }
                return String(cString: target)
            }
        }
    }
}
