import HTTP
import Portal
import Testing

extension Visitor {
    /// A file as a browser sends it.
    struct File {
        var name: String
        var content: [UInt8]
        var type = "application/octet-stream"

        init(_ name: String, _ content: some Sequence<UInt8>) {
            self.name = name
            self.content = Array(content)
        }

        static let plan = File("plan.pdf", "%PDF-1.4 a plan".utf8)
    }

    /// Fills in the permit's upload form and sends it; without a file where none is given.
    @discardableResult
    func attach(_ file: File?, as description: String = "A plan", to number: String = "RES16-0688") throws -> Answer {
        try get("/permits/\(number)/attachments/new")
        let form = try #require(
            answer.forms.first { $0.buttons.contains { $0.label == "SEND FILE" } }, "\(answer.status) \(answer.heading)")
        return try post([("csrf", form["csrf"]?.value ?? ""), ("description", description)], file, to: form.action)
    }

    /// A form with a file, with nothing added.
    @discardableResult
    func post(_ form: [(String, String)], _ file: File?, to address: String, headers: [String: String] = [:]) throws -> Answer {
        let browser = ["Origin": DemoSite.address, "Sec-Fetch-Site": "same-origin"].merging(headers) { $1 }
        let chosen = file ?? File("", [])
        return try send(
            try Request(
                posting: form, files: [("file", chosen.name, chosen.type, chosen.content)], to: address, headers: fields(browser))
        )
    }
}
