import HTTP
import Portal
import Storage
import Testing

/// Somebody with a browser: keeps cookies, reads pages, fills in forms and presses their buttons.
final class Visitor {
    let site: DemoSite
    private let reader: RecordsReader
    var cookies: [String: String] = [:]
    private(set) var answer: Answer
    private(set) var address = ""

    init(_ site: DemoSite) throws {
        self.site = site
        reader = try site.database.reader()
        answer = try Answer(Response())
    }

    /// The same browser in a second window, for use on another thread.
    func twin() throws -> Visitor {
        let twin = try Visitor(site)
        (twin.cookies, twin.address, twin.answer) = (cookies, address, answer)
        return twin
    }

    @discardableResult
    func get(_ address: String, headers: [String: String] = [:]) throws -> Answer {
        self.address = address
        return try send(try Request(.get, Self.local(address), headers: fields(headers)))
    }

    /// A form as a browser posts it, with nothing added: what the token is, the fields say.
    @discardableResult
    func post(_ address: String, _ form: [(String, String)], headers: [String: String] = [:]) throws -> Answer {
        self.address = address
        let browser = ["Origin": DemoSite.address, "Sec-Fetch-Site": "same-origin"].merging(headers) { $1 }
        return try send(try Request(posting: form, to: Self.local(address), headers: fields(browser)))
    }

    @discardableResult
    func send(_ request: Request) throws -> Answer {
        let response = site.site.respond(to: request, reader: reader)
        for line in response.headers.values(of: "Set-Cookie") { keep(line) }
        answer = try Answer(response)
        return answer
    }

    /// Goes where the answers lead, until there is a page.
    @discardableResult
    func follow() throws -> Answer {
        for _ in 0..<5 {
            guard let next = answer.location else { return answer }
            try get(next)
        }
        Issue.record("\(address) leads in a circle")
        return answer
    }

    @discardableResult
    func click(_ link: String) throws -> Answer {
        let found = try #require(answer.links.first { $0.text == link }, "no link \(link) on \(address)")
        return try get(found.address)
    }

    /// Presses a button after `fill` has filled in its form; `action` tells forms with the same button apart.
    @discardableResult
    func submit(_ button: String, to action: String? = nil, _ fill: (inout FormOnPage) throws -> Void = { _ in }) throws -> Answer
    {
        let found = answer.forms.first { form in
            form.buttons.contains { $0.label == button } && (action == nil || form.action == action)
        }
        var form = try #require(found, "no button \(button) on \(address): \(answer.status) \(answer.heading)")
        try fill(&form)
        let fields = try form.fields(pressing: button)
        if form.method == "get" { return try get(form.action + "?" + FormFields.encode(fields)) }
        return try post(form.action.isEmpty ? address : form.action, fields)
    }

    /// The token of the page that is open.
    var token: String { answer.forms.lazy.compactMap { $0["csrf"]?.value }.first ?? "" }

    func fields(_ extra: [String: String]) -> Headers {
        var headers = Headers([("Host", "localhost:8080")])
        if !cookies.isEmpty { headers.add("Cookie", cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")) }
        for (name, value) in extra { headers[name] = value }
        return headers
    }

    private func keep(_ line: String) {
        let parts = line.split(separator: ";").map { $0.trimmingPrefix(" ") }
        guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
        let isGone = parts.contains { $0 == "Max-Age=0" }
        cookies[String(pair[..<equals])] = isGone ? nil : String(pair[pair.index(after: equals)...])
    }

    /// A browser asks the server for the path only.
    private static func local(_ address: String) -> String {
        let path = address.hasPrefix(DemoSite.address) ? String(address.dropFirst(DemoSite.address.count)) : address
        return path.split(separator: "#", maxSplits: 1).first.map(String.init) ?? path
    }
}
