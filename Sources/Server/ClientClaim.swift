/// Something of which one client may have only so much at a time.
struct ClientClaim: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case connection
        /// A request that waits for a worker or is being answered by one.
        case request(Lane)
    }

    let client: ClientNetwork
    let kind: Kind
}
