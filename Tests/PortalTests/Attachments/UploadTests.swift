import Foundation
import HTTP
import Permitting
import Portal
import SQLite
import Testing

@testable import Storage

struct UploadTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.contractor()
    }

    private func content(_ attachment: Permitting.Attachment) throws -> [UInt8] {
        let file = try #require(try site.read { try $0.attachments.file(id: attachment.id) })
        return Array(try Data(contentsOf: URL(fileURLWithPath: site.database.attachments.path(of: file))))
    }

    private func nothingWasKept(of attachments: Int = 2) throws {
        #expect(try site.attachments().count == attachments)
        #expect(try site.strays() == [])
    }

    @Test func `a file with a description is on the permit, under a name of ours, and in the record of what was done`() throws {
        let answer = try visitor.attach(.plan, as: " Revised plan ")
        let sent = try #require(try site.attachments().first)
        #expect(answer.status == 303 && answer.location == "/permits/RES16-0688/attachments?sent=\(sent.id)")
        let page = try visitor.follow()
        #expect(page.banner == "plan.pdf was received. It is on this permit now.")
        #expect(
            page.rows(in: "attachments").first == "plan.pdf PDF, 15 bytes | Revised plan | RICH CONTRACTOR | 11/20/2026 | Remove")
        #expect(try content(sent) == Visitor.File.plan.content)
        let path = site.database.attachments.path + "/"
        let stored = try #require(try site.read { try $0.attachments.file(id: sent.id) }).rawValue
        #expect(FileManager.default.fileExists(atPath: path + stored.prefix(2) + "/" + stored) && !stored.contains("plan"))
        #expect(
            try site.count(
                "SELECT count(*) FROM events WHERE what = 'attachment sent' AND detail = 'plan.pdf' AND contractor_id IS NOT NULL"
            )
                == 1)
    }

    @Test func `a file larger than a page's form, spooled to disk, comes whole`() throws {
        var content = Array("%PDF-1.7\n".utf8)
        content += (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try visitor.get("/permits/RES16-0688/attachments/new")
        let body = MultipartForm.encode(
            [("csrf", visitor.token), ("description", "Large")],
            files: [("file", "large.pdf", "application/pdf", content)], boundary: "x-boundary-x")
        let spool = try BodyFile(in: site.place.path)
        try spool.append(body[...])
        var headers = visitor.fields(["Origin": DemoSite.address])
        headers.add("Content-Type", "multipart/form-data; boundary=x-boundary-x")
        let request = try Request(.post, "/permits/RES16-0688/attachments/new", headers: headers, body: .file(spool))
        #expect(try visitor.send(request).status == 303)
        #expect(try self.content(try #require(try site.attachments().first)) == content)
    }

    @Test func `a form that is sent twice leaves one file`() throws {
        try visitor.attach(.plan)
        let first = visitor.answer.location
        #expect(try visitor.attach(.plan).location == first)
        try nothingWasKept(of: 3)
        #expect(try visitor.attach(.plan, as: "Another sheet").location != first)
        #expect(try visitor.attach(.init("plan.pdf", "%PDF-1.4 other".utf8)).location != first)
        try nothingWasKept(of: 5)
    }

    @Test func `two who send it at the same moment leave one file`() throws {
        try visitor.get("/permits/RES16-0688/attachments/new")
        let (token, site) = (visitor.token, site)
        let cookies = visitor.cookies
        let locations = Rush.run(4) { _ in
            let twin = try site.visitor()
            twin.cookies = cookies
            return twin
        } act: { twin in
            try twin.post(
                [("csrf", token), ("description", "A plan")], .plan, to: "/permits/RES16-0688/attachments/new"
            ).location ?? ""
        }
        #expect(Set(locations).count == 1 && locations.count == 4)
        try nothingWasKept(of: 3)
    }

    @Test(
        arguments: [
            (nil, "A plan", ["Choose a file"]), (.plan, "", ["Say what the file shows", "Choose plan.pdf again"]),
            (.plan, "  ", ["Say what the file shows", "Choose plan.pdf again"]),
            (nil, "", ["Say what the file shows", "Choose a file"]),
            (.init("plan.pdf", []), "A plan", ["plan.pdf is empty"]), (.init("", "%PDF-1.4".utf8), "A plan", ["without a name"]),
            (
                .init("plan.exe", "MZ".utf8), "A plan",
                ["plan.exe is of a kind that the office does not take. It takes PDF, JPEG, "]
            ),
            (.init("plan.pdf", "MZ".utf8), "A plan", ["plan.pdf has the name of a PDF file, but not its content"]),
            (.init("photo.jpg", "%PDF-1.4".utf8), "A plan", ["photo.jpg has the name of a JPEG file"]),
            (.plan, String(repeating: "x", count: 201), ["at most 200 characters", "Choose plan.pdf again"]),
        ] as [(Visitor.File?, String, [String])])
    func `what is wrong is told at its field, with the description as it was typed`(
        file: Visitor.File?, description: String, problems: [String]
    ) throws {
        let answer = try visitor.attach(file, as: description)
        #expect(answer.status == 422 && answer.title.hasPrefix("Error: "))
        #expect(answer.problems.count == problems.count)
        for (found, expected) in zip(answer.problems, problems) { #expect(found.contains(expected), "\(found)") }
        let form = try #require(answer.forms.first { $0.action == "/permits/RES16-0688/attachments/new" })
        #expect(form["Description"]?.value == description.trimmingCharacters(in: .whitespaces))
        #expect(answer.page.all(class: "error").count == problems.count)
        try nothingWasKept()
    }

    @Test func `a form without any file in it is told the same, however it is encoded`() throws {
        try visitor.get("/permits/RES16-0688/attachments/new")
        let address = "/permits/RES16-0688/attachments/new"
        let answer = try visitor.post(address, [("csrf", visitor.token), ("description", "A plan")])
        #expect(answer.status == 422 && answer.problems == ["Choose a file"])
    }

    @Test func `the agency's bounds hold, each in words`() throws {
        let site = try DemoSite { text in
            text.replacing("\"largestMegabytes\": 100", with: "\"largestMegabytes\": 1")
                .replacing("\"mostPerPermit\": 100", with: "\"mostPerPermit\": 4")
                .replacing("\"megabytesPerPermit\": 1000", with: "\"megabytesPerPermit\": 2")
                .replacing("\"megabytesPerCompanyAndDay\": 2000", with: "\"megabytesPerCompanyAndDay\": 2")
        }
        let visitor = try site.contractor()
        func file(_ name: String, _ bytes: Int) -> Visitor.File {
            .init(name, Array("%PDF-1.4 \(name)".utf8) + [UInt8](repeating: 32, count: bytes))
        }
        #expect(try visitor.get("/permits/RES16-0688/attachments/new").text.contains("and text, at most 1 MB."))
        #expect(
            try visitor.attach(file("a.pdf", 1 << 20)).problems == ["a.pdf has 1.1 MB. A file may have at most 1 MB"])
        #expect(try visitor.attach(file("b.pdf", 1_000_000)).status == 303)
        #expect(try visitor.attach(file("c.pdf", 1_000_000)).status == 303)
        #expect(
            try visitor.attach(file("d.pdf", 10)).problems == [
                "This permit has 4 files already, which is the most. Call the office to send more"
            ])
        // The last that was taken is not refused when its form comes again.
        #expect(try visitor.attach(file("c.pdf", 1_000_000)).status == 303)
        #expect(
            try visitor.attach(file("e.pdf", 200_000), to: "RES17-0163").problems == [
                "You can send 2 MB a day. Send the rest tomorrow, or call the office"
            ])
        site.clock.advance(minutes: 24 * 60)
        let tomorrow = try site.contractor()
        #expect(try tomorrow.attach(file("e.pdf", 200_000), to: "RES17-0163").status == 303)
        #expect(try site.strays() == [])
    }

    @Test func `a disk that is full answers 507 in words, and neither record nor file stays`() throws {
        var disk = AttachmentDisk.system
        disk.write = { _, _ in (-1, ENOSPC) }
        let site = try DemoSite(disk: disk)
        let visitor = try site.contractor()
        let answer = try visitor.attach(.plan)
        #expect(answer.status == 507 && answer.heading == "The office's computer is full")
        #expect(answer.text.contains("LOGGED IN AS: RICH CONTRACTOR"))
        #expect(try site.attachments().count == 2 && (try site.strays()) == [])
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'attachment sent'") == 0)
    }

    @Test func `a record that cannot be written takes its file with it`() throws {
        try site.write { records in
            try records.connection.run(
                "CREATE TRIGGER full BEFORE INSERT ON attachments BEGIN SELECT raise(ABORT, 'no more'); END")
        }
        #expect(try visitor.attach(.plan).status == 500)
        try nothingWasKept()
    }

    @Test func `without the form's token, or with another site's, nothing is kept`() throws {
        let address = "/permits/RES16-0688/attachments/new"
        try visitor.get(address)
        let token = visitor.token
        for form in [[], [("csrf", "x")], [("csrf", String(token.dropLast()))]] {
            #expect(try visitor.post(form + [("description", "A plan")], .plan, to: address).status == 403)
        }
        let evil = ["Origin": "https://evil.example"]
        #expect(
            try visitor.post([("csrf", token), ("description", "x")], .plan, to: address, headers: evil).status == 403)
        try nothingWasKept()
    }

    @Test func `a strange name is shown as text and saved under itself`() throws {
        let name = "../<b>\"Größe\"</b>\u{202E}\r\n; x=1.pdf"
        try visitor.attach(.init(name, "%PDF-1.4 evil".utf8), as: "<script>alert(1)</script>")
        let page = try visitor.follow()
        #expect(page.rows(in: "attachments").first?.hasPrefix("b>\"Größe\"") == false)
        #expect(page.page.all("script").isEmpty && page.text.contains("<script>alert(1)</script>"))
        let sent = try #require(try site.attachments().first)
        #expect(!sent.name.rawValue.contains("/") && !sent.name.rawValue.contains("\u{202E}"))
        let disposition = try visitor.get("/permits/RES16-0688/attachments/\(sent.id)").response.headers["Content-Disposition"]
        #expect(disposition?.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } == true)
        #expect(try site.strays() == [])
    }

    @Test func `on a telephone the camera is offered, and no kind that is not taken`() throws {
        let page = try visitor.get("/permits/RES16-0688/attachments/new")
        let accept = page.page.all("input").first { $0.attributes["type"] == "file" }?.attributes["accept"] ?? ""
        #expect(accept.contains("image/jpeg") && accept.contains(".heic") && accept.contains("application/pdf,.pdf"))
        #expect(page.page.all("form").contains { $0.attributes["enctype"] == "multipart/form-data" })
    }
}
