import Permitting
import SQLite
import Testing

@testable import Storage

/// What people type comes out as text, on every page, in text and in attributes alike. That every page is well formed is seen to by
/// the visitor who opens it.
struct MarkupTests {
    private static let evil = "<script>alert('x')</script>\"><img src=x onerror=alert(1)> &amp; {{csrf}} {{{x}}}"

    /// Every column that a person's words come into.
    private static let columns: [SQL] = [
        "UPDATE permits SET type = ?1, subtype = ?1, description = ?1, status = ?1, notes = ?1, address = ?1, city = ?1, site_state = ?1, zip = ?1, parcel = ?1, contractor_name = ?1 WHERE number <> 'RES16-0304'",
        "UPDATE contractors SET company_name = ?1, address = ?1, city = ?1, state = ?1, zip = ?1, email = ?1, phone = ?1, cell_phone = ?1, fax = ?1, security_question = ?1",
        "UPDATE contacts SET role = ?1, name = ?1, address = ?1, phone = ?1, email = ?1",
        "UPDATE conditions SET text = ?1, status = ?1", "UPDATE reviews SET type = ?1, reviewer = ?1, status = ?1, notes = ?1",
        "UPDATE staff SET name = ?1",
        "UPDATE inspections SET contact_name = ?1, phone = ?1, email = ?1, site_address = ?1, notes = ?1, result_notes = ?1",
        "UPDATE inspections SET type = ?1 WHERE state = 'requested'", "UPDATE fees SET name = ?1",
        "UPDATE payments SET method_label = ?1, convenience_fee_name = ?1, last_four = ?1 WHERE state = 'open'",
    ]

    private func check(_ answer: Answer, _ what: String) {
        let names = Set(answer.page.all().map(\.name))
        #expect(names.isDisjoint(with: ["script", "style", "iframe", "object"]), "\(what)")
        for element in answer.page.all() {
            #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" }, "\(what): \(element.name)")
            if element.name == "img" { #expect(element.attributes["src"]?.hasPrefix("/assets/favicon") == true, "\(what)") }
            for name in ["href", "action"] {
                guard let address = element.attributes[name] else { continue }
                #expect(
                    ["/", "#", "tel:", "mailto:"].contains { address.hasPrefix($0) } && !address.hasPrefix("//"),
                    "\(what): \(address)")
            }
        }
    }

    @Test func `markup in every stored text is text on every page of everybody`() throws {
        let viewers = try Viewers()
        try viewers.site.write { records in for sql in Self.columns { try records.connection.run(sql, Self.evil) } }
        var shown = 0
        for row in RouteRow.all where row.method == .get {
            for (name, visitor) in zip(Viewers.names, viewers.all) {
                try visitor.get(viewers.address(row))
                #expect(visitor.answer.status < 500, "\(row.testDescription) for \(name)")
                check(visitor.answer, "\(row.testDescription) for \(name)")
                if visitor.answer.text.contains(Self.evil) { shown += 1 }
            }
        }
        #expect(shown > 60)
        #expect(viewers.site.log.lines.allSatisfy { !$0.hasPrefix("fault") })
    }

    @Test(arguments: [
        ("/dashboard", ["active-permits", "active-inspections", "expired-permits"]), ("/permits", ["results"]),
        ("/permits/RES16-0688/contacts", ["contacts"]), ("/permits/RES16-0688/fees", ["fees"]),
        ("/permits/RES16-0688/conditions", ["conditions"]), ("/permits/RES16-0688/reviews", ["reviews"]),
        ("/permits/RES16-0304/inspections", ["inspections"]),
    ])
    func `the text is all there`(address: String, tables: [String]) throws {
        let site = try DemoSite()
        try site.write { records in for sql in Self.columns { try records.connection.run(sql, Self.evil) } }
        let answer = try site.contractor().get(address)
        for table in tables { #expect(answer.rows(in: table).contains { $0.contains(Self.evil) }, "\(table)") }
    }

    @Test func `the counter shows it as text`() throws {
        let site = try DemoSite()
        try site.fillCart("RES16-0688")
        try site.pay(.approved)
        try site.write { records in for sql in Self.columns { try records.connection.run(sql, Self.evil) } }
        let answer = try site.staff().get("/admin")
        for table in ["paid-issue", "requested-inspections"] {
            #expect(answer.rows(in: table).contains { $0.contains(Self.evil) })
        }
        check(answer, "/admin")
    }

    @Test(arguments: [
        ("/profile", "SAVE"), ("/permits/RES16-0304/inspections/new", "SUBMIT"), ("/permits", "SEARCH"),
        ("/cart", "PROCEED TO CHECKOUT"),
        ("/checkout", "PROCEED TO PAYMENT"),
    ])
    func `what is typed into a form comes back as it was typed`(address: String, button: String) throws {
        let site = try DemoSite()
        try site.fillCart("RES17-0163")
        let visitor = try site.contractor()
        try visitor.get(address)
        var typed: [String] = []
        try visitor.submit(button, to: address) { form in
            for control in form.controls where control.name != "csrf" && control.kind != "password" {
                form.forge(control.name, Self.evil)
                if ["text", "email", "tel", "search", "textarea"].contains(control.kind) { typed.append(control.name) }
            }
        }
        #expect([200, 422].contains(visitor.answer.status))
        check(visitor.answer, address)
        let form = try #require(visitor.answer.forms.first { $0.action == address })
        for name in typed { #expect(form[name]?.value == Self.evil, "\(name)") }
    }

    @Test func `so does what a stranger types`() throws {
        let site = try DemoSite()
        let visitor = try site.visitor()
        try visitor.get("/login?next=" + "%22%3E%3Cscript%3E")
        check(visitor.answer, "/login")
        #expect(visitor.answer.forms.first { $0.action == "/login" }?["next"]?.value == "\"><script>")
        try visitor.post(
            "/login", [("csrf", visitor.token), ("company", Self.evil), ("password", Self.evil), ("next", Self.evil)])
        check(visitor.answer, "/login")
        try visitor.signInAtTheCounter(Self.evil, "x")
        check(visitor.answer, "/admin/login")
        #expect(visitor.answer.forms.first?["Email"]?.value == Self.evil)
        check(try visitor.get("/%3Cscript%3E"), "not found")
    }
}
