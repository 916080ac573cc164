/// The host a server answers for. A request sent to another's name is misdirected (RFC 9110 §7.4): a page that a
/// stranger's name leads to would be shown, and its cookies kept, as the stranger's.
///
/// Addresses and `localhost` are always let in: so ask health checks, proxies on the same machine, and whoever tries out
/// an installation that has no name yet. Ports differ behind proxies and are not compared.
public struct OwnHost: Sendable {
    private let name: Substring.UTF8View
    private let authority: String

    /// A name with or without a port: "permits.example.gov", "permits.example.gov:8443".
    public init(_ authority: some StringProtocol) {
        self.authority = String(authority)
        name = Self.name(of: self.authority)
    }

    /// Throws 421. The request was read to the letter, so the connection goes on.
    public func check(_ request: Request) throws(Refusal) {
        guard let host = request.headers["Host"] else { return }
        let asked = Self.name(of: host)
        guard Self.isLocal(asked) || Self.areSame(asked, name) else {
            throw Refusal(.misdirectedRequest, "The address here is \(authority).", closes: false)
        }
    }

    /// Without the port, and without the dot that ends a name at the DNS's root (RFC 1034 §3.1).
    private static func name(of authority: String) -> Substring.UTF8View {
        let bytes = authority.utf8[...]
        if bytes.first == UInt8(ascii: "["), let end = bytes.firstIndex(of: UInt8(ascii: "]")) { return bytes[...end] }
        let name = bytes.prefix { $0 != Byte.colon }
        return name.last == Byte.dot ? name.dropLast() : name
    }

    private static func isLocal(_ name: Substring.UTF8View) -> Bool {
        name.isEmpty || name.first == UInt8(ascii: "[") || isIPv4Address(name) || areSame(name, "localhost".utf8[...])
    }

    /// No name in the DNS ends in a label of digits (RFC 3696 §2).
    private static func isIPv4Address(_ name: Substring.UTF8View) -> Bool {
        name.allSatisfy { Byte.isDigit($0) || $0 == Byte.dot }
    }

    private static func areSame(_ one: Substring.UTF8View, _ other: Substring.UTF8View) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { Byte.lowercased($0) == Byte.lowercased($1) }
    }
}
