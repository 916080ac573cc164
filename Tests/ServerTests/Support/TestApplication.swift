import HTTP
import Server

/// An application made of closures. Unless told otherwise, a worker says what it has got.
struct TestApplication: Application {
    var limit: @Sendable (RequestHead) -> Int = { _ in 1024 * 1024 }
    var quickly: @Sendable (Request) -> Response? = { _ in nil }
    var answer: @Sendable (Request) -> Response = { .text(describe($0)) }

    /// What it says of content that was not taken.
    var refuse: @Sendable (Request, Refusal) -> Response = { $1.response }

    func bodyLimit(for head: RequestHead) -> Int { limit(head) }
    func quick(_ request: Request) -> Response? { quickly(request) }
    func makeWorker() -> any Worker { TestWorker(answer: answer, refuse: refuse) }

    func lane(for request: Request) -> Lane {
        switch request.target.path {
        case "/sign-in": .passwords
        case "/upload": .files
        default: .pages
        }
    }

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
