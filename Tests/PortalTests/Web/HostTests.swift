import HTTP
import Testing

struct HostTests {
    @Test(arguments: [
        ("permits.example.gov", 200), ("permits.example.gov:8443", 200), ("127.0.0.1:8080", 200), ("evil.example", 421),
    ])
    func `behind TLS a page is shown under the office's own address only`(host: String, status: Int) throws {
        let visitor = try DemoSite(address: "https://permits.example.gov").visitor()
        let answer = try visitor.get("/login", headers: ["Host": host])
        #expect(answer.status == status)
        #expect(visitor.cookies.isEmpty == (status == 421))
        if status == 421 { #expect(answer.body.contains("The address here is permits.example.gov.")) }
    }

    @Test func `a portal that is tried out answers to every name`() throws {
        #expect(try DemoSite().visitor().get("/login", headers: ["Host": "office-laptop:8080"]).status == 200)
    }

    @Test func `who asks what the server as a whole allows is told`() throws {
        let answer = try DemoSite().visitor().send(try Request(.options, "*"))
        #expect(answer.status == 405)
        #expect(answer.response.headers["Allow"] == "GET, HEAD")
    }
}
