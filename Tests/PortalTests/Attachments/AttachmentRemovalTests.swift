import Permitting
import Testing

struct AttachmentRemovalTests {
    private let site: DemoSite
    private let id: Int

    init() throws {
        site = try DemoSite()
        id = try site.addAttachment()
    }

    private var address: String { "/permits/RES16-0688/attachments/\(id)/removal" }

    private func isThere() throws -> Bool { try site.attachments().contains { $0.id == id } }
    private func post(_ visitor: Visitor) throws -> Answer {
        try visitor.get("/contact")
        return try visitor.post(address, [("csrf", visitor.token)])
    }

    @Test(arguments: [nil, "clerk@example.com", "admin@example.com"])
    func `its sender on the same day, the clerk and the administrator remove a file, after they were asked`(staff: String?) throws
    {
        let visitor = try staff.map { try site.staff($0) } ?? site.contractor()
        try visitor.get("/permits/RES16-0688/attachments")
        let file = try #require(try site.read { try $0.attachments.file(id: id) })
        try visitor.get(address)
        #expect(try isThere() && visitor.answer.heading == "Remove truss-plan.pdf?")
        try visitor.submit("REMOVE FILE")
        #expect(try visitor.follow().banner == "truss-plan.pdf was removed.")
        #expect(try !isThere() && visitor.answer.rows(in: "attachments").count == 2)
        #expect(site.database.attachments.size(of: file) == nil)
        #expect(try visitor.get("/permits/RES16-0688/attachments/\(id)").status == 404)
        #expect(try visitor.get(address).status == 404)
        let byContractor = try site.count(
            """
            SELECT count(*) FROM events WHERE what = 'attachment removed' AND detail = 'truss-plan.pdf'
                AND permit_id IS NOT NULL AND contractor_id IS NOT NULL
            """)
        let byStaff = try site.count("SELECT count(*) FROM events WHERE what = 'attachment removed' AND staff_id IS NOT NULL")
        #expect(byContractor == (staff == nil ? 1 : 0) && byStaff == (staff == nil ? 0 : 1))
    }

    @Test func `removed twice it is removed, and told of once`() throws {
        let visitor = try site.contractor()
        for _ in 0..<2 { #expect(try post(visitor).location == "/permits/RES16-0688/attachments?removed=\(id)") }
        #expect(try site.count("SELECT count(*) FROM events WHERE what = 'attachment removed'") == 1)
    }

    @Test func `on the next day its sender is told to call, and the office may still`() throws {
        site.clock.advance(minutes: 24 * 60)
        let visitor = try site.contractor()
        #expect(!(try visitor.get("/permits/RES16-0688/attachments").text.contains("Remove")))
        #expect(try visitor.get(address).text.contains("Please call the office to have it removed."))
        let answer = try post(visitor)
        #expect(try isThere() && answer.status == 422 && !answer.text.contains("REMOVE FILE"))
        #expect(try post(site.staff()).status == 303)
        #expect(try !isThere())
    }

    @Test(arguments: ["reviewer@example.com", "inspector@example.com", "cashier@example.com"])
    func `nobody else at the office removes files`(email: String) throws {
        let member = try site.staff(email)
        #expect(!(try member.get("/permits/RES16-0688/attachments").text.contains("Remove")))
        #expect(try post(member).status == 403)
        #expect(try isThere())
    }

    @Test func `another company on the same permit cannot remove what it did not send`() throws {
        let shared = try site.addAttachment(to: "RES16-0686")
        let second = try site.contractor(DemoSite.second)
        let page = try second.get("/permits/RES16-0686/attachments")
        #expect(page.rows(in: "attachments").count == 1 && !page.text.contains("Remove"))
        try second.get("/contact")
        let answer = try second.post("/permits/RES16-0686/attachments/\(shared)/removal", [("csrf", second.token)])
        #expect(answer.status == 403)
        #expect(try site.attachments("RES16-0686").count == 1)
    }
}
