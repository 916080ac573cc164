import HTTP

/// Finds the route for a method and a path. Patterns are paths whose parts may be parameters: "/permits/{number}/fees".
struct Router: Sendable {
    enum Match: Sendable {
        case route(Route, [String: String])
        case otherMethods([Method])
        case nothing
    }

    let routes: [Route]
    private var nodes: [Node] = [Node()]

    init(_ routes: [Route]) {
        self.routes = routes
        for (index, route) in routes.enumerated() { add(index, route) }
    }

    func match(_ method: Method, _ segments: [String]) -> Match {
        var parameters: [String: String] = [:]
        guard let node = node(for: segments, take: { parameters[$0] = $1 }) else { return .nothing }
        let asked: Method = method == .head ? .get : method
        if let index = nodes[node].routes[asked] { return .route(routes[index], parameters) }
        let others = nodes[node].routes.keys.sorted { $0.name < $1.name }
        return others.isEmpty ? .nothing : .otherMethods(others.contains(.get) ? others + [.head] : others)
    }

    /// The route's place in the list; nil where none is for both the method and the path.
    func number(_ method: Method, _ segments: [String]) -> Int? {
        node(for: segments) { _, _ in }.flatMap { nodes[$0].routes[method == .head ? .get : method] }
    }

    private struct Node: Sendable {
        var children: [String: Int] = [:]
        var parameter: (name: String, node: Int)?
        var routes: [Method: Int] = [:]
    }

    private mutating func add(_ index: Int, _ route: Route) {
        var current = 0
        for part in route.pattern.split(separator: "/") {
            if part.hasPrefix("{") {
                if let parameter = nodes[current].parameter {
                    current = parameter.node
                } else {
                    nodes.append(Node())
                    nodes[current].parameter = (String(part.dropFirst().dropLast()), nodes.count - 1)
                    current = nodes.count - 1
                }
            } else if let child = nodes[current].children[String(part)] {
                current = child
            } else {
                nodes.append(Node())
                nodes[current].children[String(part)] = nodes.count - 1
                current = nodes.count - 1
            }
        }
        nodes[current].routes[route.method] = index
    }

    private func node(for segments: [String], take: (_ name: String, _ value: String) -> Void) -> Int? {
        var current = 0
        for segment in segments {
            if let child = nodes[current].children[segment] {
                current = child
            } else if let parameter = nodes[current].parameter, !segment.isEmpty {
                take(parameter.name, segment)
                current = parameter.node
            } else {
                return nil
            }
        }
        return current
    }
}
