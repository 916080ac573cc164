import HTTP

/// A name under which requests are counted: a route of the portal, or one of the few kinds of request that have none. There
/// are only so many, whatever addresses visitors make up.
public struct CountedRoute: Sendable, Equatable {
    /// Empty where any method counts.
    public let method: String
    /// As `permit-portal routes` prints it: "/permits/{number}".
    public let pattern: String

    /// The routes in the order of `Portal.swift`, then what is answered beside them.
    public static let all =
        Router.portal.routes.map { CountedRoute(method: $0.method.name, pattern: $0.pattern) } + [
            CountedRoute(method: "", pattern: "/healthz"), CountedRoute(method: "", pattern: "/metrics"),
            CountedRoute(method: "", pattern: "/assets/{file}"), CountedRoute(method: "", pattern: "none"),
        ]

    /// The place in `all` for an address that no route has.
    static func number(beside segments: [String]) -> Int {
        switch segments.first {
        case "healthz" where segments.count == 1: all.count - 4
        case "metrics" where segments.count == 1: all.count - 3
        case "assets": all.count - 2
        default: all.count - 1
        }
    }
}
