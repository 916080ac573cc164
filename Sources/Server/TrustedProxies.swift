import HTTP

/// Whose word about the client is believed. Anybody can write `X-Forwarded-For` or `Forwarded`; only the nearest entries were
/// written by our own proxies, so the list is read from the right and stops at the first address that is not one of them.
struct TrustedProxies: Sendable {
    private let names: Set<String>
    private let addresses: Set<IPAddress>
    private let fields: ForwardedFields

    init(_ names: Set<String>, writing fields: ForwardedFields = .either) {
        self.names = names
        self.fields = fields
        addresses = Set(names.compactMap { IPAddress($0) })
    }

    /// A misspelt proxy must stop the start: left out, every visitor would have the proxy's address.
    func check() throws(ServerError) {
        if let name = names.sorted().first(where: { IPAddress($0) == nil }) { throw .notAnAddress(proxy: name) }
    }

    func contains(_ address: IPAddress) -> Bool { addresses.contains(address) }

    /// The client behind a trusted peer. An entry that is no address ends the search: what lies left of it is hearsay.
    func client(behind peer: IPAddress, headers: Headers) -> IPAddress {
        var client = peer
        for hop in hops(headers) {
            guard contains(client), let address = hop else { break }
            client = address
        }
        return client
    }

    /// Whether the nearest proxy was reached over TLS.
    func isSecure(_ headers: Headers) -> Bool {
        if readsForwarded(headers) { return forwarded(headers).first.flatMap { ForwardedElement($0) }?.isSecure ?? false }
        guard let nearest = headers.values(of: "X-Forwarded-Proto").last?.split(separator: ",").last else { return false }
        return Self.trimmed(nearest).lowercased() == "https"
    }

    /// From the nearest on.
    private func hops(_ headers: Headers) -> any Sequence<IPAddress?> {
        if readsForwarded(headers) { return forwarded(headers).lazy.map { ForwardedElement($0)?.client } }
        let entries = headers.values(of: "X-Forwarded-For").joined(separator: ",").split(separator: ",")
        return entries.reversed().lazy.map { IPAddress(Self.trimmed($0)) }
    }

    private func readsForwarded(_ headers: Headers) -> Bool {
        switch fields {
        case .forwarded: true
        case .xForwarded: false
        case .either: headers["X-Forwarded-For"] == nil && headers["Forwarded"] != nil
        }
    }

    private func forwarded(_ headers: Headers) -> [Substring] {
        ForwardedElement.texts(of: headers.values(of: "Forwarded").joined(separator: ","))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        let start = text.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return start }
        return start[...last]
    }
}
