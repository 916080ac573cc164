import SQLite
import Storage
import Testing

@testable import Portal
@testable import Storage

/// Telephone numbers and mail addresses are for their owners and the office: at one office the telephone opens the account.
struct ContactPrivacyTests {
    private static let setting: [SQL] = [
        "UPDATE contractors SET phone = '910-555-7391', cell_phone = '910-555-7392', fax = '910-555-7393', email = 'rich7394@example.com' WHERE license = 'AEC0119'",
        "UPDATE contractors SET phone = '910-555-8291', cell_phone = '910-555-8292', fax = '910-555-8293', email = 'second8294@example.com' WHERE license = 'AEC0207'",
        "UPDATE contacts SET phone = '910-555-6391', email = 'other6394@example.com'",
        "UPDATE contacts SET phone = '910-555-7391', email = 'rich7394@example.com' WHERE name = 'RICH CONTRACTOR'",
        "UPDATE contacts SET phone = '910-555-8291', email = 'second8294@example.com' WHERE name = 'SECOND STREET BUILDERS'",
        "UPDATE inspections SET contact_name = 'Dana Desk', phone = '910-555-7395', email = 'dana7396@example.com', notes = 'Call 910-555-7397' WHERE requested_by IS NOT NULL",
        // Both companies are on every permit, and each has a contact there.
        "INSERT OR IGNORE INTO permit_contractors (contractor_id, permit_id, number, listing, expires_on) SELECT (SELECT id FROM contractors WHERE license = 'AEC0207'), id, number, listing, expires_on FROM permits",
        "INSERT INTO contacts (permit_id, role, name, address, phone, email) SELECT id, 'CONTRACTOR', 'SECOND STREET BUILDERS', '', '910-555-8291', 'second8294@example.com' FROM permits",
    ]
    /// The beginnings of the numbers above, by whose they are.
    private static let marks = ["rich": "739", "second": "829", "nobody's here": "639"]

    private let viewers: Viewers

    init() throws {
        viewers = try Viewers()
        try viewers.site.write { records in for sql in Self.setting { try records.connection.run(sql) } }
    }

    /// What of them stands on a page, its random tokens left out.
    private func leaks(_ body: String, of mark: String) throws -> Bool {
        let plain = body.replacing(#/value="[A-Za-z0-9_-]{40,}"/#, with: "").replacing(#//assets/[^"]*/#, with: "")
        return plain.contains(try Regex("(555.?\(mark)[0-9]|[a-z]\(mark)[0-9]@)"))
    }

    @Test func `no page and no download tells them to anybody else`() throws {
        var own = 0
        for row in RouteRow.all where row.method == .get {
            for (name, visitor) in zip(Viewers.names, viewers.all).prefix(4) {
                let body = try visitor.get(viewers.address(row)).body
                #expect(visitor.answer.status < 500)
                for (whose, mark) in Self.marks {
                    let isOwn = (name, whose) == ("own company", "rich") || (name, whose) == ("other company", "second")
                    let isThere = try leaks(body, of: mark)
                    #expect(isOwn || !isThere, "\(row.testDescription) tells \(name) of \(whose)")
                    if isOwn && isThere { own += 1 }
                }
            }
        }
        // The profile, the contacts, the request form and the inspection: the marks are found where they may be.
        #expect(own >= 6)
    }

    @Test(arguments: [
        "/permits.csv", "/permits.csv?value=RES", "/permits?value=RES", "/permits?value=7391",
        "/permits/RES16-0688/inspections",
    ])
    func `the public's lists and downloads have none of them`(address: String) throws {
        let visitor = try viewers.site.visitor()
        let body = try visitor.get(address).body
        #expect(visitor.answer.status == 200)
        for mark in Self.marks.values { #expect(try !leaks(body, of: mark)) }
    }

    @Test func `on a permit of two companies each sees its own number, and the office sees all`() throws {
        let address = "/permits/RES16-0688/contacts"
        let rich = try viewers.all[1].get(address).rows(in: "contacts")
        #expect(rich.contains { $0.contains("RICH CONTRACTOR") && $0.contains("910-555-7391 | rich7394@example.com") })
        #expect(rich.contains { $0.hasPrefix("SECOND STREET BUILDERS | CONTRACTOR") && $0.hasSuffix("|  | ") })
        let second = try viewers.all[2].get(address).rows(in: "contacts")
        #expect(second.contains { $0.contains("910-555-8291 | second8294@example.com") })
        #expect(second.allSatisfy { !$0.contains("7391") && !$0.contains("6391") })
        let office = try viewers.all[6].get(address).text
        for number in ["910-555-7391", "910-555-8291", "910-555-6391"] { #expect(office.contains(number)) }
    }
}
