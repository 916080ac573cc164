import HTTP
import Testing

@testable import Portal

struct RouteAccessTests {
    @Test func `every route has its row here, and every row its route`() {
        #expect(
            RouteRow.all.map { "\($0.method.name) \($0.pattern)" }
                == Router.portal.routes.map { "\($0.method.name) \($0.pattern)" })
        #expect(RouteRow.all.allSatisfy { $0.outcomes.count == Viewers.names.count })
    }

    @Test(arguments: RouteRow.all)
    func `a route lets in whom it should and nobody else`(row: RouteRow) throws {
        let viewers = try Viewers()
        let found = try viewers.all.map { try viewers.outcome(row, for: $0) }
        for (name, (found, expected)) in zip(Viewers.names, zip(found, row.outcomes)) {
            #expect(found == expected, "\(row.testDescription) for \(name)")
        }
        #expect(viewers.site.log.lines.allSatisfy { !$0.hasPrefix("fault") })
    }

    @Test(arguments: RouteRow.all.filter { $0.method == .get })
    func `a page says the same to HEAD, and no other method gets in`(row: RouteRow) throws {
        let viewers = try Viewers()
        let visitor = viewers.all[1]
        try visitor.get(viewers.address(row))
        let headers = Headers([("Host", "localhost:8080"), ("Cookie", "session=\(visitor.cookies["session"] ?? "")")])
        let head = try visitor.twin().send(try Request(.head, viewers.address(row), headers: headers))
        #expect(head.status == visitor.answer.status && head.location == visitor.answer.location)
        for method in [HTTP.Method.put, .delete, .patch, .trace, .options] {
            #expect(try visitor.twin().send(try Request(method, viewers.address(row), headers: headers)).status == 405)
        }
    }

    @Test func `permit-portal routes prints each route with its handler`() {
        let lines = RouteList.lines
        #expect(lines.count == RouteRow.all.count)
        for (line, route) in zip(lines, Router.portal.routes) {
            #expect(line.split(separator: " ").map(String.init) == [route.method.name, route.pattern, route.name])
        }
        #expect(lines.contains("GET  /permits/{number}/fees                      PermitRoutes.fees"))
    }

    @Test func `what takes a file in is answered apart from that, and nothing else`() throws {
        let site = try DemoSite()
        let slow = try RouteRow.all.filter {
            site.site.place(of: $0.method, try Request($0.method, $0.address).target).takesFiles
        }
        .map(\.testDescription)
        #expect(slow == ["POST /permits/{number}/attachments/new"])
    }

    @Test func `what hashes a password is answered apart, and nothing else`() throws {
        let site = try DemoSite()
        let slow = try RouteRow.all.filter { site.site.place(of: $0.method, try Request($0.method, $0.address).target).isSlow }
            .map(\.testDescription)
        #expect(
            slow == [
                "POST /login", "POST /first-login", "POST /reset-password/{token}", "POST /account/new", "POST /profile",
                "POST /invitations/{token}",
                "POST /admin/login", "POST /admin/login/code", "POST /admin/invitations/{token}", "POST /admin/accounts/{id}/pin",
                "POST /admin/profile", "POST /admin/profile/second-factor", "POST /admin/profile/second-factor/confirmation",
            ])
    }
}
