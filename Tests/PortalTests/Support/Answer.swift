import HTTP

/// What came back: the response, and the page in it as a visitor reads it.
struct Answer {
    let response: Response
    let body: String
    let page: Element

    init(_ response: Response) throws {
        self.response = response
        if case .bytes(let bytes) = response.body { body = String(decoding: bytes, as: UTF8.self) } else { body = "" }
        let isPage = response.headers["Content-Type"] == "text/html; charset=utf-8"
        page = isPage ? try MarkupReader.read(body) : Element(name: "#text", children: [.text(body)])
    }

    var status: Int { response.status.code }
    var location: String? { response.headers["Location"] }
    var text: String { page.text }
    var title: String { page.all("title").first?.text ?? "" }
    var heading: String { page.all("h1").first?.text ?? "" }
    /// What stands under "There is a problem".
    var problems: [String] { page.all(class: "problem").flatMap { $0.all("li") }.map(\.text) }
    /// The banner above the content.
    var banner: String? { page.all { $0.attributes["role"] == "status" }.first?.text }
    var links: [(text: String, address: String)] { page.all("a").map { ($0.text, $0.attributes["href"] ?? "") } }

    var forms: [FormOnPage] { page.all("form").map { FormOnPage($0) } }

    /// The rows of a table, a line each: cells with " | " between them.
    func rows(in id: String) -> [String] {
        (page.first(id: id)?.all("tr") ?? []).filter { row in !row.all { $0.attributes["data-label"] != nil }.isEmpty }.map {
            row in
            row.all { $0.name == "td" || $0.name == "th" }.map(\.text).joined(separator: " | ")
        }
    }

    /// The columns of each table.
    var headers: [String] { page.all("thead").map { $0.all("th").map(\.text).joined(separator: ", ") } }

    /// A bill's lines: "PLANNING $35.00".
    var bill: [String] { page.all(class: "bill").flatMap { $0.all("tr") }.dropFirst().map(\.text) }

    /// Terms and what is known of them.
    var facts: [String: String] {
        let pairs = page.all("div").compactMap { div -> (String, String)? in
            guard let term = div.all("dt").first, let fact = div.all("dd").first else { return nil }
            return (term.text, fact.text)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
