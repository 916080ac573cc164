import HTTP
import Testing

struct HealthTests {
    @Test func `the database is written once a second at most, and read at each call`() throws {
        let site = try DemoSite()
        let request = try Request(.get, "/healthz")
        #expect(site.site.quick(request) == nil)
        let answer = try site.visitor().get("/healthz")
        #expect(answer.status == 200 && answer.body == "ok\n")
        #expect(site.site.quick(request)?.status == .ok)
        site.clock.set(site.clock.now.adding(seconds: 1))
        #expect(site.site.quick(request)?.status == .ok)
        site.clock.set(site.clock.now.adding(seconds: 1))
        #expect(site.site.quick(request) == nil)
    }

    @Test func `health is asked for with GET or HEAD, and by no other method`() throws {
        let site = try DemoSite()
        let reader = try site.database.reader()
        for method in [HTTP.Method.post, .put, .delete] {
            let response = site.site.respond(to: try Request(method, "/healthz"), reader: reader)
            #expect(response.status == .methodNotAllowed && response.headers["Allow"] == "GET, HEAD")
        }
    }

    @Test func `a database that takes no writes is a fault, with nothing of it on the page`() throws {
        let site = try DemoSite()
        let visitor = try site.visitor()
        site.database.close()
        let answer = try visitor.get("/healthz")
        #expect(answer.status == 500 && !answer.body.contains("database"))
        #expect(site.log.lines.first?.contains("GET /healthz") == true)
    }
}
