/// The portal's own address as users type it, "https://permits.example.gov". Links in mail and the provider's way back are built
/// from it, never from what a request says of its host.
public struct BaseAddress: Sendable {
    public let text: String
    public var isSecure: Bool { text.hasPrefix("https://") }
    /// With its port, if it names one.
    var host: Substring { text.dropFirst(isSecure ? 8 : 7) }

    /// Without its port: "permits.example.gov", or an IPv6 address in its brackets.
    var hostName: String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }

    /// Scheme and host, with a port where it is not the usual one; no path.
    public init?(_ text: String) {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let scheme = ["https://", "http://"].first(where: trimmed.hasPrefix) else { return nil }
        let host = trimmed.dropFirst(scheme.utf8.count)
        let isPlain = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): true
            default: false
            }
        }
        guard !host.isEmpty, isPlain else { return nil }
        self.text = trimmed
    }
}
