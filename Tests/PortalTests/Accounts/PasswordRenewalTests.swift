import Credentials
import Storage
import Testing

/// Hashes grow dearer with the years; their owners notice nothing.
struct PasswordRenewalTests {
    private let site: DemoSite
    private let visitor: Visitor
    private static let sha512 =
        "$6$permitportal$7WpCKjSKj1hJ0pLkqcXAdJv3ZA6Vi7ZBtcraZU9ZZQPfyhPa.kl66FsHxh2VLk4sQo6VNgwYGqM9QQWqkmI3M0"

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    private func signIn(_ password: String = DemoSite.password) throws -> Answer {
        try visitor.signIn("SECOND STREET BUILDERS", password)
    }

    @Test func `a hash of another cost or method is made anew at the next right sign-in, and only then`() throws {
        let id = try site.credentials(DemoSite.second).id
        for old in [try PasswordHash.hash(DemoSite.password, cost: 2), Self.sha512] {
            try site.write { try $0.contractors.setPassword(old, contractor: id) }
            #expect(try signIn("Permit2Built").status == 422)
            #expect(try site.credentials(DemoSite.second).passwordHash == old)
            #expect(try signIn().location == "/dashboard")
            let new = try #require(try site.credentials(DemoSite.second).passwordHash)
            #expect(new.hasPrefix("$y$j75$"))
            try visitor.follow()
            try visitor.submit("LOG OUT")
            #expect(try signIn().location == "/dashboard")
            #expect(try site.credentials(DemoSite.second).passwordHash == new)
            try visitor.follow()
            try visitor.submit("LOG OUT")
        }
    }

    @Test func `the office's own are renewed alike`() throws {
        func stored() throws -> String? {
            try site.read { try $0.staff.credentials(email: "clerk@example.com") }?.passwordHash
        }
        let member = try #require(try site.read { try $0.staff.credentials(email: "clerk@example.com") }).member
        try site.write { try $0.staff.setPassword(Self.sha512, member: member.id) }
        #expect(try visitor.signInAtTheCounter("clerk@example.com").location == "/admin")
        #expect(try stored()?.hasPrefix("$y$j75$") == true)
    }

    @Test func `a password that was set meanwhile is not undone`() throws {
        let id = try site.credentials(DemoSite.second).id
        let old = try #require(try site.credentials(DemoSite.second).passwordHash)
        try site.write { records in
            try records.contractors.setPassword("newer", contractor: id)
            try records.contractors.renewPassword("older", insteadOf: old, contractor: id)
        }
        #expect(try site.credentials(DemoSite.second).passwordHash == "newer")
    }
}
