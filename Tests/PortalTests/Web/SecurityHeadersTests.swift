import HTTP
import Mustache
import Testing

struct SecurityHeadersTests {
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private static let always = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"), ("Cache-Control", "no-store"),
    ]

    private func check(_ answer: Answer) {
        for (name, value) in Self.always {
            #expect(answer.response.headers.values(of: name) == [value], "\(answer.status) \(name)")
        }
    }

    @Test func `every kind of answer has them: page, redirect, refusal, file, text and fault`() throws {
        let site = try DemoSite()
        let (visitor, contractor) = (try site.visitor(), try site.contractor())
        var statuses: Set<Int> = []
        let answers = [
            try visitor.get("/"), try visitor.get("/permits.csv"), try visitor.get("/dashboard"), try visitor.get("/nowhere"),
            try visitor.post("/login", []), try visitor.post("/contact", []), try visitor.post("/payments/notifications", []),
            try contractor.get("/dashboard"), try contractor.get("/admin"),
            try contractor.post("/cart", [("csrf", contractor.token)]),
            try DemoSite(templates: try TemplateLibrary(sources: [:])).visitor().get("/"),
        ]
        for answer in answers {
            check(answer)
            statuses.insert(answer.status)
        }
        #expect(statuses == [200, 303, 403, 404, 405, 422, 500])
    }

    @Test func `TLS is asked for where there is TLS, and only there`() throws {
        let secure = try DemoSite(address: "https://permits.example.gov").visitor().get("/")
        #expect(secure.response.headers.values(of: "Strict-Transport-Security") == ["max-age=63072000"])
        #expect(try DemoSite().visitor().get("/").response.headers["Strict-Transport-Security"] == nil)
    }

    @Test func `every page says what it is written in, and names no program`() throws {
        let viewers = try Viewers()
        for row in RouteRow.all where row.method == .get {
            let answer = try viewers.all[1].get(viewers.address(row))
            #expect(answer.response.headers["Server"] == nil)
            if case .bytes = answer.response.body {
                #expect(answer.response.headers["Content-Type"]?.hasSuffix("; charset=utf-8") == true)
            }
        }
    }
}
