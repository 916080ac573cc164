import HTTP
import Portal
import Server
import Storage

/// `/metrics`: how the program does, for Prometheus on the same machine. No figure is of a person or an address.
struct Metrics {
    let server: ServerFigures
    let database: DatabaseFigures

    var response: Response {
        var text = MetricsText()
        addServer(to: &text)
        addDatabase(to: &text)
        addProcess(to: &text)
        let headers = Headers([("Content-Type", MetricsText.contentType), ("Cache-Control", "no-store")])
        return Response(.ok, headers: headers, body: .bytes(Array(text.text.utf8)))
    }

    /// Whether this machine itself asks for them. Whatever came through a proxy is a visitor's, whoever the proxy says it is;
    /// and a page in this machine's browser, led here by a name of its own making, asks by that name (DNS rebinding).
    static func areMeant(by request: Request) -> Bool {
        guard request.target.path == "/metrics", request.method == .get || request.method == .head else { return false }
        return isLoopback(request.client) && forwardingFields.allSatisfy { request.headers[$0] == nil }
            && request.headers["Host"].map { isLoopback(hostName($0)) } ?? true
    }

    private static let forwardingFields = [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via",
    ]

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Without its port.
    private static func hostName(_ host: String) -> String {
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        return name.lowercased()
    }
}
