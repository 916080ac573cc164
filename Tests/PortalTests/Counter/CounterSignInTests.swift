import Permitting
import Storage
import Testing

struct CounterSignInTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    @Test func `the office signs in by mail and password, whatever the letter case of the mail`() throws {
        #expect(try visitor.get("/admin").location == "/admin/login")
        #expect(try visitor.signInAtTheCounter(" Clerk@Example.com ").location == "/admin")
        #expect(try visitor.follow().heading == "Counter")
        #expect(visitor.answer.text.contains("Casey Clerk"))
        #expect(try visitor.get("/admin/login").location == "/admin")
        try visitor.follow()
        #expect(try visitor.submit("LOG OUT").location == "/")
        #expect(try visitor.get("/admin").location == "/admin/login")
    }

    @Test(arguments: [
        ("clerk@example.com", "permit2build"), ("clerk@example.com", ""), ("nobody@example.com", "Permit2Build"), ("", ""),
        ("RICH CONTRACTOR", "440119"), ("' OR 1=1 --", "x"),
    ])
    func `who is not known or types another password is told the same`(email: String, password: String) throws {
        let answer = try visitor.signInAtTheCounter(email, password)
        #expect(answer.status == 422)
        #expect(
            answer.problems == [
                "The email or the password is not right, or there were too many wrong passwords and the account waits."
            ])
        #expect(visitor.cookies["session"] == nil)
    }

    @Test func `somebody who was invited and has no password yet cannot sign in`() throws {
        _ = try site.enrollment.invite(email: "new@example.com", name: "Noa New", role: .clerk)
        #expect(try visitor.signInAtTheCounter("new@example.com", "").status == 422)
        #expect(try visitor.signInAtTheCounter("new@example.com", DemoSite.password).status == 422)
    }

    @Test func `a contractor has no way in, nor the office into a company's pages`() throws {
        #expect(try site.contractor().get("/admin").status == 403)
        for address in ["/dashboard", "/cart", "/checkout", "/receipts", "/profile"] {
            #expect(try site.staff().get(address).status == 403)
        }
    }
}
