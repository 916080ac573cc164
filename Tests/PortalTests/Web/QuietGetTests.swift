import Storage
import SQLite
import Testing

/// "No GET changes anything" (security check 32): what nobody wrote, SQLite's data_version does not count up.
struct QuietGetTests {
    private func version(_ connection: Connection) throws -> Int {
        try connection.first("PRAGMA data_version") { try $0[0] } ?? -1
    }

    @Test func `no page changes the records, whoever opens it`() throws {
        let viewers = try Viewers()
        let connection = try Connection(path: viewers.site.place.file("data/permits.db"), mode: .reader)
        let before = try version(connection)
        for row in RouteRow.all where row.method == .get {
            for (name, visitor) in zip(Viewers.names, viewers.all) {
                try visitor.get(viewers.address(row) + "?requested=1&cancelled=1&issued=RES16-0688&page=2&sort=-number&saved=yes")
                #expect(try version(connection) == before, "\(row.testDescription) for \(name)")
            }
        }
    }

    @Test func `a change would be seen`() throws {
        let site = try DemoSite()
        let connection = try Connection(path: site.place.file("data/permits.db"), mode: .reader)
        let before = try version(connection)
        try site.fillCart("RES17-0163")
        #expect(try version(connection) != before)
    }

    @Test func `that a session was used is noted once a minute at most`() throws {
        let site = try DemoSite()
        let visitor = try site.contractor()
        let connection = try Connection(path: site.place.file("data/permits.db"), mode: .reader)
        let before = try version(connection)
        site.clock.set(site.clock.now.adding(seconds: 59))
        try visitor.get("/dashboard")
        #expect(try version(connection) == before)
        site.clock.set(site.clock.now.adding(seconds: 1))
        try visitor.get("/dashboard")
        let noted = try version(connection)
        #expect(noted != before)
        try visitor.get("/dashboard")
        #expect(try version(connection) == noted)
    }
}
