/// A response as the client sees it. Header names are in lower case.
struct TestAnswer {
    let status: Int
    let headers: [String: String]
    /// Each as often as it was sent.
    let names: [String]
    var content: [UInt8] = []

    var text: String { String(decoding: content, as: UTF8.self) }

    init(head: String) throws {
        let lines = head.split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw TestClient.Failure(description: "no status line: \(head)")
        }
        self.status = status
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(colon, offsetBy: 2)...]))
        }
        names = fields.map(\.0)
        headers = Dictionary(fields) { first, _ in first }
    }
}
