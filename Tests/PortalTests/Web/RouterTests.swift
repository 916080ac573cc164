import HTTP
import Testing

@testable import Portal

struct RouterTests {
    private static let router = Router(
        [
            (.get, "/"), (.get, "/permits"), (.get, "/permits/{number}"), (.get, "/permits/{number}/fees"),
            (.post, "/permits/{number}/fees"),
            (.get, "/permits/new"), (.post, "/payments/notifications"), (.get, "/payments/{reference}"),
        ].map { (method: HTTP.Method, pattern: String) in Route(method, pattern, .anyone, pattern) { _, _ in Response() } })

    private static func found(_ method: HTTP.Method, _ path: String) throws -> String {
        switch router.match(method, try Target(path).segments) {
        case .route(let route, let parameters):
            "\(route.name) \(parameters.map { "\($0)=\($1)" }.sorted().joined(separator: ","))"
        case .otherMethods(let methods): methods.map(\.name).joined(separator: ", ")
        case .nothing: "nothing"
        }
    }

    @Test(arguments: [
        (HTTP.Method.get, "/", "/ "), (.head, "/", "/ "), (.get, "/permits", "/permits "), (.get, "/permits?x=1", "/permits "),
        (.get, "/permits/12", "/permits/{number} number=12"), (.get, "/permits/a%20b", "/permits/{number} number=a b"),
        (.get, "/permits/new", "/permits/new "), (.get, "/permits/12/fees", "/permits/{number}/fees number=12"),
        (.get, "/permits/new/fees", "nothing"), (.get, "/permits/", "nothing"), (.get, "/permits//fees", "nothing"),
        (.get, "/Permits", "nothing"), (.get, "/permits/12/fees/", "nothing"),
        (.get, "/permits/%7Bnumber%7D", "/permits/{number} number={number}"),
        (.post, "/permits", "GET, HEAD"), (.put, "/permits/12/fees", "GET, POST, HEAD"),
        (.get, "/payments/notifications", "POST"),
        (.post, "/payments/x", "GET, HEAD"), (.get, "/payments", "nothing"), (.options, "/permits", "GET, HEAD"),
    ])
    func `a path finds its route, the plain part before the parameter`(method: HTTP.Method, path: String, expected: String) throws
    {
        #expect(try Self.found(method, path) == expected)
    }

    @Test func `no two routes of the portal have one method and path`() {
        let keys = Router.portal.routes.map { route in
            route.method.name + " "
                + route.pattern.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
        }
        #expect(Set(keys).count == keys.count)
    }
}
