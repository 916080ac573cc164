import HTTP
import Permitting
import Portal
import Storage
import Testing

/// How much of a request is waited for, decided when its head has come.
struct UploadGateTests {
    private let site: DemoSite
    private static let address = "/permits/RES16-0688/attachments/new"
    private static let form = 64 * 1_024
    private static let largest = 100 << 20

    init() throws { site = try DemoSite() }

    private func limit(_ visitor: Visitor, _ method: String = "POST", _ address: String = address) throws -> Int {
        var parser = RequestParser()
        let cookies = visitor.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        parser.receive(Array("\(method) \(address) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookies)\r\n\r\n".utf8))
        guard case .head(let head) = parser.next() else {
            Issue.record("no head")
            return -1
        }
        return site.site.bodyLimit(for: head)
    }

    @Test func `a company that is signed in may send as much as a file and its form have`() throws {
        #expect(try limit(site.contractor()) == Self.largest + Self.form)
    }

    @Test func `nobody else's file is waited for`() throws {
        try site.addNewcomer()
        #expect(try limit(site.visitor()) == Self.form)
        #expect(try limit(site.contractor("NEW1", isSettingUp: true)) == Self.form)
        #expect(try limit(site.staff()) == Self.form)
        let stranger = try site.visitor()
        stranger.cookies["session"] = "forged"
        #expect(try limit(stranger) == Self.form)
        let late = try site.contractor()
        site.clock.advance(minutes: 61)
        #expect(try limit(late) == Self.form)
    }

    @Test func `no other page takes more than a form`() throws {
        let visitor = try site.contractor()
        #expect(try limit(visitor, "GET") == Self.form)
        for address in ["/cart", "/login", "/permits/RES16-0688/attachments", "/nowhere"] {
            #expect(try limit(visitor, "POST", address) == Self.form)
        }
    }

    private func refused(_ visitor: Visitor, _ status: Status, to address: String = address) throws -> Answer {
        let request = try Request(.post, address, headers: visitor.fields([:]))
        let refusal = Refusal(status, "The request's content is too large.")
        return try Answer(site.site.respond(to: request, refused: refusal, reader: try site.database.reader()))
    }

    @Test func `what was too large to be taken is answered with a page that says how large it may be`() throws {
        let answer = try refused(try site.contractor(), .contentTooLarge)
        #expect(answer.status == 413 && answer.heading == "This file is too large")
        #expect(answer.text.contains("A file may have at most 100 MB. Nothing was saved."))
        #expect(answer.text.contains("LOGGED IN AS: RICH CONTRACTOR"))
        let other = try refused(try site.contractor(), .contentTooLarge, to: "/cart")
        #expect(other.status == 413 && other.heading == "This is too large" && !other.text.contains("100 MB"))
    }

    @Test func `whoever is not signed in is asked to, and is told that the form is lost`() throws {
        let answer = try refused(try site.visitor(), .contentTooLarge)
        #expect(answer.location == "/login?next=%2Fpermits%2FRES16-0688%2Fattachments%2Fnew&lost=form")
    }

    @Test func `a disk without room for what is being sent is told with 507`() throws {
        let answer = try refused(try site.contractor(), .insufficientStorage)
        #expect(answer.status == 507 && answer.heading == "The office's computer is full")
        #expect(site.log.lines.contains { $0.hasPrefix("fault ") })
    }
}
