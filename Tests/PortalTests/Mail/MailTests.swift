import Permitting
import Storage
import Testing

struct MailTests {
    private let site: DemoSite
    private let clerk: Visitor

    init() throws {
        site = try DemoSite()
        clerk = try site.staff()
    }

    private func note(_ delivery: MailDelivery, _ id: Int) throws {
        let now = site.clock.now
        try site.write { try $0.outbox.note(delivery, id: id, at: now) }
    }

    @Test func `an office without mail reads that there is none`() throws {
        let page = try clerk.get("/admin/mail")
        #expect(page.heading == "Mail")
        for words in ["No mail failed.", "No mail is waiting.", "No mail was sent yet."] { #expect(page.text.contains(words)) }
        #expect(!page.text.contains("Mail is kept here and not sent"))
        #expect(page.links.contains { $0.text == "Mail" && $0.address == "/admin/mail" })
    }

    @Test func `each mail stands where it belongs, with its text and why it is there`() throws {
        let ids = try ["The first", "The second", "The third"].map { try site.addMail($0, body: "Text of \($0)") }
        try note(.never("no such mailbox"), ids[0])
        try note(.later("no connection"), ids[1])
        try note(.taken, ids[2])
        let page = try clerk.get("/admin/mail")
        let failed = try #require(page.rows(in: "failed").first)
        for words in [
            "rich@example.com", "RICH CONTRACTOR", "The first", "Text of The first", "1 attempt", "no such mailbox", "TRY AGAIN",
        ] {
            #expect(failed.contains(words))
        }
        let waiting = try #require(page.rows(in: "waiting").first)
        for words in ["The second", "Fri, Nov 20, 2026, 10:01 AM", "no connection", "TRY AGAIN"] {
            #expect(waiting.contains(words))
        }
        let sent = try #require(page.rows(in: "sent").first)
        #expect(sent.contains("The third") && sent.contains("10:00 AM") && !sent.contains("TRY AGAIN"))
    }

    @Test func `a failed mail is tried again when the office says so, once`() throws {
        let id = try site.addMail("The first")
        try note(.never("no such mailbox"), id)
        try clerk.get("/admin/mail")
        let token = clerk.token
        #expect(try clerk.submit("TRY AGAIN").location == "/admin/mail?again=yes")
        #expect(try clerk.follow().banner?.hasPrefix("The mail is tried again now.") == true)
        #expect(try site.outbox().map(\.id) == [id])
        #expect(
            try site.count("SELECT count(*) FROM events WHERE what = 'mail tried again' AND detail = 'rich@example.com'") == 1)
        try note(.taken, id)
        #expect(try clerk.post("/admin/mail/\(id)/attempt", [("csrf", token)]).location == "/admin/mail")
        #expect(try site.outbox().isEmpty)
        #expect(try clerk.post("/admin/mail/999/attempt", [("csrf", token)]).status == 404)
    }

    @Test func `where there is no mail program the page says so and shows the texts`() throws {
        let site = try DemoSite(sendsMail: false)
        try site.addMail("The first", body: "Text of the first")
        let page = try site.staff().get("/admin/mail")
        #expect(page.text.contains("Mail is kept here and not sent") && page.text.contains("PERMIT_PORTAL_SENDMAIL"))
        #expect(page.text.contains("Text of the first") && page.rows(in: "waiting").first?.contains("Kept") == true)
        #expect(!page.text.contains("TRY AGAIN"))
    }

    @Test func `markup in a mail is text`() throws {
        try site.addMail("A <b>bold</b> one", body: "<script>alert(1)</script>")
        #expect(try clerk.get("/admin/mail").body.contains("&lt;script>") || clerk.answer.body.contains("&lt;script&gt;"))
        #expect(clerk.answer.page.all("script").isEmpty && clerk.answer.page.all("b").isEmpty)
    }

    @Test func `a long list comes in pages, and no page is longer than a phone should load`() throws {
        let text = String(repeating: "All that there is to say about it. ", count: 30)
        for number in 1...25 { try note(.never("no such mailbox"), try site.addMail("Mail \(number)", body: text)) }
        for number in 26...45 { try site.addMail("Mail \(number)", body: text) }
        let page = try clerk.get("/admin/mail")
        #expect(page.rows(in: "failed").count == 10 && page.rows(in: "waiting").count == 10)
        #expect(page.text.contains("25 total record(s)") && page.body.utf8.count <= 40 * 1_024)
        #expect(try clerk.get("/admin/mail?failed=3").rows(in: "failed").count == 5)
        #expect(try clerk.get("/admin/mail?failed=99").rows(in: "failed").count == 5)
        #expect(try clerk.get("/admin/mail?failed=x&waiting=-1").rows(in: "failed").count == 10)
    }

    @Test func `only who may see mail has the link`() throws {
        for (email, sees) in [("clerk@example.com", true), ("admin@example.com", true), ("cashier@example.com", false)] {
            #expect(try site.staff(email).get("/admin").links.contains { $0.address == "/admin/mail" } == sees)
        }
    }
}
