import HTTP
import Server

/// An application made of closures. Unless told otherwise, a worker says what it has got.
struct TestApplication: Application {
    var limit: @Sendable (RequestHead) -> Int = { _ in 1024 * 1024 }
    var quickly: @Sendable (Request) -> Response? = { _ in nil }
    /// Is shown the server's figures when they are asked for.
    var look: @Sendable (ServerFigures) -> Void = { _ in }
    var answer: @Sendable (Request) -> Response = { .text(describe($0)) }

    /// What it says of content that was not taken.
    var refuse: @Sendable (Request, Refusal) -> Response = { $1.response }

    /// Paths have the number of their place here as their route, and the others come after them.
    static let routes = ["/", "/sign-in", "/figures"]
    var routeCount: Int { Self.routes.count + 1 }

    func bodyLimit(for head: RequestHead) -> Int { limit(head) }

    func destination(of head: RequestHead) -> Destination {
        let path = head.target.path
        let lane: Lane = path == "/sign-in" ? .passwords : path == "/upload" ? .files : .pages
        return Destination(lane: lane, route: Self.routes.firstIndex(of: path) ?? Self.routes.count)
    }

    func quick(_ request: Request, figures: () -> ServerFigures) -> Response? {
        if request.target.path == "/figures" { look(figures()) }
        return quickly(request)
    }

    func makeWorker() -> any Worker { TestWorker(answer: answer, refuse: refuse) }

    /// "POST /permits memory 5 hello"; long content is not repeated.
    static func describe(_ request: Request) -> String {
        let place =
            switch request.body {
            case .empty: "empty"
            case .bytes: "memory"
            case .file: "file"
            }
        let size = request.body.size
        let content = size <= 100 ? ((try? request.body.read()).map { String(decoding: $0, as: UTF8.self) } ?? "unreadable") : ""
        return "\(request.method.name) \(request.target.raw) \(place) \(size) \(content)"
    }
}

private struct TestWorker: Worker {
    let answer: @Sendable (Request) -> Response
    let refuse: @Sendable (Request, Refusal) -> Response
    func respond(to request: Request) -> Response { answer(request) }
    func respond(to request: Request, refused refusal: Refusal) -> Response { refuse(request, refusal) }
}
