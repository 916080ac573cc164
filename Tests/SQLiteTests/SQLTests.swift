import Testing

@testable import SQLite

@Suite struct SQLTests {
    @Test func `a literal keeps its text, and is known by its address`() {
        let sql: SQL = "SELECT 'Ñ'"
        #expect(sql.text == "SELECT 'Ñ'")
        guard case .literal(let literal) = sql.source else {
            Issue.record("a single literal must not be copied")
            return
        }
        #expect(literal.utf8CodeUnitCount == 11)
    }

    @Test func `literals are joined in order`() {
        func listing(newestFirst: Bool) -> SQL { "SELECT 1" + (newestFirst ? " ORDER BY 1 DESC" : " ORDER BY 1") + " LIMIT 2" }
        #expect(listing(newestFirst: true).text == "SELECT 1 ORDER BY 1 DESC LIMIT 2")
        #expect(listing(newestFirst: false).text == "SELECT 1 ORDER BY 1 LIMIT 2")
    }
}
