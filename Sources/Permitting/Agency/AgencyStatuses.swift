/// The map from the office's status words to the portal's states. Letter case does not count.
public struct AgencyStatuses: Sendable {
    private let known: [String: PermitStatus]

    init(_ object: AgencyFileObject) throws {
        var known: [String: PermitStatus] = [:]
        for word in object.keys {
            let status = try object.object(word) { entry in
                let names = PermitState.allCases.map(\.rawValue).joined(separator: ", ")
                let state = try entry.parsed("state", as: "one of \(names)", PermitState.init(rawValue:))
                let isListed = try entry.flag("onDashboard")
                let listing: PermitStatus.Listing = isListed ? (state == .expired ? .expired : .byDate) : .none
                return PermitStatus(word: word, state: state, listing: listing)
            }
            guard known.updateValue(status, forKey: word.uppercased()) == nil else {
                throw object.error(word, "this word stands here twice, in different letter case")
            }
        }
        self.known = known
    }

    /// The status of that word; one the file does not name is kept as it stands and counts as not active.
    public func status(_ word: String) -> PermitStatus {
        guard let status = known[word.uppercased()] else {
            return PermitStatus(word: word, state: .unknown, listing: .none)
        }
        return PermitStatus(word: word, state: status.state, listing: status.listing)
    }

    public func isKnown(_ word: String) -> Bool { known[word.uppercased()] != nil }
}
