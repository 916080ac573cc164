import Foundation
import HTTP
import Permitting
import Testing

struct DownloadTests {
    private let site: DemoSite

    init() throws { site = try DemoSite() }

    private func address(_ attachment: Permitting.Attachment) -> String { "/permits/RES16-0688/attachments/\(attachment.id)" }

    @Test func `those on the permit and the office see the files and save them`() throws {
        for visitor in [try site.contractor(), try site.staff("cashier@example.com")] {
            let page = try visitor.get("/permits/RES16-0688")
            #expect(page.facts["Attachments"] == "floor-plan-living-quarters.pdf, site-plan.pdf")
            try visitor.click("Attachments (2)")
            #expect(
                visitor.answer.rows(in: "attachments") == [
                    "floor-plan-living-quarters.pdf PDF, 812 bytes | Floor plan, living quarters above the shop | RICH CONTRACTOR | 10/31/2026",
                    "site-plan.pdf PDF, 866 bytes | Site plan with setbacks and driveway | RICH CONTRACTOR | 10/31/2026",
                ])
            let answer = try visitor.click("site-plan.pdf")
            guard case .file(let file) = answer.response.body else {
                Issue.record("no file")
                continue
            }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
            #expect(bytes.count == file.size && bytes.starts(with: "%PDF-1.4".utf8))
        }
    }

    @Test func `a file is saved and never run: its headers say so, and by which it can be asked for again`() throws {
        let attachment = try #require(try site.attachments().first { $0.name.rawValue == "site-plan.pdf" })
        let visitor = try site.contractor()
        let headers = try visitor.get(address(attachment)).response.headers
        #expect(headers["Content-Type"] == "application/pdf")
        #expect(headers["Content-Disposition"] == "attachment; filename=\"site-plan.pdf\"")
        #expect(headers.values(of: "Content-Security-Policy") == ["sandbox; default-src 'none'"])
        #expect(headers["X-Content-Type-Options"] == "nosniff" && headers["Cache-Control"] == "private, no-store")
        let tag = try #require(headers["ETag"].flatMap(EntityTag.init(headerValue:)))
        #expect(!tag.isWeak && tag.opaque.utf8.count == 64)
        #expect(headers["Last-Modified"] == "Sat, 31 Oct 2026 19:00:00 GMT")
        let again = try visitor.get(address(attachment), headers: ["If-None-Match": tag.headerValue])
        #expect(again.status == 304 && again.response.body == .empty)
        let part = try visitor.get(address(attachment), headers: ["Range": "bytes=0-7", "If-Range": tag.headerValue])
        #expect(part.status == 206 && part.response.headers["Content-Range"] == "bytes 0-7/\(attachment.size.bytes)")
        #expect(part.response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'")
    }

    @Test func `on somebody else's permit nothing of them is to be seen, and nothing to be had`() throws {
        let id = try site.addAttachment()
        for visitor in [try site.visitor(), try site.contractor(DemoSite.second)] {
            let page = try visitor.get("/permits/RES16-0688")
            #expect(page.facts["Attachments"] == nil && !page.text.contains("Attachments") && !page.text.contains("truss"))
            for path in ["", "/new", "/\(id)", "/\(id)/removal"] {
                let status = try visitor.get("/permits/RES16-0688/attachments" + path).status
                #expect(status == 403 || status == 303)
            }
        }
    }

    @Test func `a file is found by its own permit only`() throws {
        let id = try site.addAttachment()
        let visitor = try site.contractor()
        for wrong in [
            "/permits/RES17-0163/attachments/\(id)", "/permits/RES16-0688/attachments/0",
            "/permits/RES16-0688/attachments/999999",
            "/permits/RES16-0688/attachments/9999999999999999999", "/permits/RES16-0688/attachments/-1",
            "/permits/RES16-0688/attachments/+\(id)", "/permits/RES16-0688/attachments/0\(id)",
            "/permits/RES17-0163/attachments/\(id)/removal",
        ] {
            #expect(try visitor.get(wrong).status == 404, "\(wrong)")
        }
        #expect(try visitor.get("/permits/RES16-0688/attachments/\(id)").status == 200)
    }

    @Test func `a file that is not there as it was sent is a fault of ours, which the log names`() throws {
        let id = try site.addAttachment()
        let file = try #require(try site.read { try $0.attachments.file(id: id) })
        let path = site.database.attachments.path(of: file)
        try Data("short".utf8).write(to: URL(fileURLWithPath: path))
        let visitor = try site.contractor()
        for _ in 0..<2 {
            #expect(try visitor.get("/permits/RES16-0688/attachments/\(id)").status == 500)
            try site.database.attachments.remove(file)
        }
        #expect(site.log.lines.count == 2 && site.log.lines.allSatisfy { $0.contains(path) })
        #expect(!visitor.answer.text.contains(path))
    }

    @Test func `a permit without files says so, and how to send one`() throws {
        let visitor = try site.contractor()
        #expect(try visitor.get("/permits/RES17-0163").facts["Attachments"] == "No files")
        #expect(try visitor.get("/permits/RES17-0163/attachments").text.contains("No file has been attached yet."))
        #expect(try visitor.click("ADD A FILE").heading == "Add a file - RES17-0163")
        #expect(!(try site.staff().get("/permits/RES17-0163/attachments").text.contains("ADD A FILE")))
    }
}
