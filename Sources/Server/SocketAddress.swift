import Glibc

/// An IPv4 or IPv6 address with its port, as the system calls want it.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private(set) var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// What a host name or address means for a listener. "localhost" may be several.
    static func resolve(host: String, port: UInt16) throws(ServerError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0, let first = list else {
            throw .unknownHost(host, reason: String(cString: gai_strerror(code)))
        }
        defer { freeaddrinfo(first) }
        return sequence(first: first) { $0.pointee.ai_next }.compactMap { entry in
            guard let address = entry.pointee.ai_addr else { return nil }
            return SocketAddress(copying: address, length: entry.pointee.ai_addrlen)
        }
    }

    /// An address filled in by a system call such as `accept`.
    static func filled<Result>(by body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result)
        -> (SocketAddress, Result)
    {
        var address = SocketAddress()
        let result = withUnsafeMutablePointer(to: &address.storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &address.length) }
        }
        return (address, result)
    }

    private init() {}

    private init?(copying address: UnsafePointer<sockaddr>, length: socklen_t) {
        guard Int(length) <= MemoryLayout<sockaddr_storage>.size else { return nil }
        self.length = length
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(length)))
        }
    }

    var family: Int32 { Int32(storage.ss_family) }

    var port: UInt16 {
        get {
            withFields {
                UInt16(bigEndian: $0.sin_port)
            } ipv6: {
                UInt16(bigEndian: $0.sin6_port)
            } ?? 0
        }
        set {
            // The port lies at the same place in both families.
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: newValue.bigEndian, toByteOffset: 2, as: UInt16.self) }
        }
    }

    /// The address without its port, in its one canonical spelling; nil for neither IPv4 nor IPv6.
    var address: IPAddress? {
        withFields {
            IPAddress(ipv4: $0.sin_addr)
        } ipv6: {
            IPAddress(ipv6: $0.sin6_addr)
        }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    private func withFields<Result>(ipv4: (sockaddr_in) -> Result, ipv6: (sockaddr_in6) -> Result) -> Result? {
        withUnsafeBytes(of: storage) { bytes in
            switch family {
            case AF_INET: ipv4(bytes.loadUnaligned(as: sockaddr_in.self))
            case AF_INET6: ipv6(bytes.loadUnaligned(as: sockaddr_in6.self))
            default: nil
            }
        }
    }
}
