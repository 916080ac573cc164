/// A status: the office's own word, what the portal makes of it, and where its permits stand on dashboards.
public struct PermitStatus: Hashable, Sendable {
    /// On which of a dashboard's lists a permit of this status stands.
    public enum Listing: Int, Sendable {
        case none = 0
        /// Under "My Active Permits" until its date has passed, then under "My Expired Permits".
        case byDate = 1
        /// Under "My Expired Permits" whatever its date.
        case expired = 2
    }

    public let word: String
    public let state: PermitState
    public let listing: Listing

    public init(word: String, state: PermitState, listing: Listing) {
        self.word = word
        self.state = state
        self.listing = listing
    }
}
