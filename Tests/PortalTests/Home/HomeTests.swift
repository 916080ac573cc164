import Mustache
import Testing

struct HomeTests {
    private let site: DemoSite
    private let visitor: Visitor

    init() throws {
        site = try DemoSite()
        visitor = try site.visitor()
    }

    @Test func `the start page has a search and the sign-in ribbon, and no link that leads nowhere`() throws {
        try visitor.get("/")
        #expect(visitor.answer.forms.map(\.action).sorted() == ["/login", "/permits"])
        for link in visitor.answer.links where link.address.hasPrefix("/") {
            #expect(try visitor.get(link.address).status == 200, "\(link.text)")
        }
        try visitor.get("/")
        try visitor.submit("SEARCH") { try $0.type("1968 dodd", in: "value") }
        #expect(visitor.answer.rows(in: "results").count == 1)
    }

    @Test func `a contractor goes on to the dashboard from there`() throws {
        let contractor = try site.contractor()
        try contractor.get("/")
        #expect(try contractor.click("Go to your dashboard").heading == "Hello RICH CONTRACTOR.")
    }

    @Test func `every page's foot and Contact us say how to reach the office`() throws {
        let page = try visitor.get("/contact")
        #expect(page.facts["Telephone"] == "208-446-1040" && page.facts["Fax"] == "208-446-1071")
        #expect(page.facts["Address"] == "451 N Government Way Coeur d'Alene, ID 83814")
        let foot = try #require(page.page.all("footer").first).text
        #expect(foot.contains("208-446-1040") && foot.contains("permits@example.com"))
    }

    @Test(arguments: [
        "/nowhere", "/permits/", "//", "/admin/nothing", "/permits/RES16-0688/nothing", "/.env", "/assets/none.css",
    ])
    func `an address that is not there is a page that says so`(address: String) throws {
        let answer = try visitor.get(address)
        #expect(answer.status == 404 && answer.heading == "Page not found")
        #expect(answer.text.contains("LOGIN"))
    }

    @Test func `an address that does not take a method says which it takes`() throws {
        let answer = try visitor.post("/contact", [])
        #expect(answer.status == 405 && answer.response.headers["Allow"] == "GET, HEAD")
        #expect(try visitor.get("/logout").response.headers["Allow"] == "POST")
    }

    @Test func `a fault shows a reference number, and only the log has the cause`() throws {
        let broken = try TemplateLibrary(sources: [
            "Home/Home": "{{secretName}}", "Home/Error": "<h1>{{title}}</h1><p>{{text}}</p>",
        ])
        let site = try DemoSite(templates: broken)
        let answer = try site.visitor().get("/")
        #expect(answer.status == 500 && answer.heading == "Something went wrong here")
        let line = try #require(site.log.lines.first)
        let reference = try #require(line.firstMatch(of: #/^fault ([0-9a-f]{8}): GET /:/#)).1
        #expect(answer.text.contains(reference) && line.contains("secretName") && !answer.text.contains("secretName"))
    }

    @Test func `a fault without even an error page is plain text`() throws {
        let site = try DemoSite(templates: try TemplateLibrary(sources: [:]))
        let answer = try site.visitor().get("/")
        #expect(answer.status == 500 && answer.response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(answer.body.hasPrefix("Something went wrong here\n"))
        #expect(site.log.lines.count == 2)
    }
}
