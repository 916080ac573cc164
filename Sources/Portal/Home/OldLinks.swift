import HTTP

/// Where eTRAKiT's addresses lead now: people keep them in bookmarks, letters and guides for years. Letter case never counted there.
enum OldLinks {
    static func answer(_ request: Request) -> Response? {
        let segments = request.target.segments.map { $0.lowercased() }
        guard let first = segments.first, ["etrakit", "etrakit2", "etrakit3"].contains(first) else { return nil }
        let link: Link =
            switch segments.dropFirst().joined(separator: "/") {
            case "login.aspx": .login
            case "dashboard.aspx": .dashboard
            case "search/permit.aspx": .search([])
            default: .home
            }
        return .redirect(to: link.address, status: .movedPermanently)
    }
}
