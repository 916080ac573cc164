import HTTP
import Testing

@testable import Portal

struct CountedRouteTests {
    private let site: PermitSite

    init() throws { site = try DemoSite().site }

    private func place(_ method: HTTP.Method, _ address: String) throws -> Int {
        let target = try Request(method, address).target
        return site.place(of: method, target).route
    }

    private func counted(_ method: HTTP.Method, _ address: String) throws -> String {
        CountedRoute.all[try place(method, address)].pattern
    }

    @Test(arguments: RouteRow.all)
    func `each route is counted as itself`(row: RouteRow) throws {
        let place = try place(row.method, row.address)
        #expect(CountedRoute.all[place] == CountedRoute(method: row.method.name, pattern: row.pattern))
        if row.method == .get { #expect(try self.place(.head, row.address) == place) }
    }

    @Test func `addresses that nobody has are all counted as one`() throws {
        for address in ["/nothing", "/permits/1/2/3", "/healthz/x", "/metrics/", "//", "/eTRAKiT/login.aspx"] {
            #expect(try counted(.get, address) == "none")
        }
        #expect(try counted(.delete, "/login") == "none")
        #expect(try counted(.get, "/healthz") == "/healthz" && counted(.get, "/metrics") == "/metrics")
        #expect(
            try counted(.get, "/assets/portal-1234.css") == "/assets/{file}" && counted(.get, "/assets/a/b/c") == "/assets/{file}"
        )
    }

    @Test(arguments: [
        "/admin/invitations/SECRET", "/admin/%69nvitations/SECRET", "/%61dmin/invitations/SE%43RET", "/payments/SECRET",
        "/payments/SECRET/cancellation", "/admin/invitations/SECRET/and/more",
    ])
    func `an address that is a key is logged as its route, however it is spelt`(path: String) throws {
        let logged = site.loggedPath(path, route: try place(.get, path))
        #expect(!logged.contains("SE") && logged.contains("{"))
    }

    @Test func `other addresses are logged as they came`() throws {
        #expect(site.loggedPath("/permits/RES16-0688", route: try place(.get, "/permits/RES16-0688")) == "/permits/RES16-0688")
        #expect(site.loggedPath("-", route: CountedRoute.all.count) == "-")
    }
}
