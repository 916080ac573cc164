import SQLite
import Testing

@testable import Storage

struct SearchPlanTests {
    private func plan(_ sql: SQL, _ values: any ColumnValue...) throws -> [String] {
        let office = try SearchOffice()
        let connection = office.reader.records.connection
        // The plan does not depend on the values; parameters left out are NULL.
        let statement = try connection.statement("EXPLAIN QUERY PLAN " + sql)
        var steps: [String] = []
        while try statement.step() { steps.append(try statement.row[3]) }
        return steps
    }

    @Test func `words are looked up in the index, in the order of permits, without sorting`() throws {
        // "M": by MATCH; and no step that sorts.
        let steps = try plan(PermitSearch.matching)
        #expect(steps.count == 1)
        #expect(steps.first?.hasPrefix("SCAN permit_search VIRTUAL TABLE INDEX") == true)
        #expect(steps.first?.contains(":M") == true)
    }

    @Test func `texts are compared in permits found by their ids`() throws {
        let steps = try plan(PermitSearch.comparing)
        #expect(steps.count == 2)
        #expect(steps.first?.hasPrefix("SCAN permit_search VIRTUAL TABLE INDEX") == true)
        #expect(steps.last == "SEARCH permits USING INTEGER PRIMARY KEY (rowid=?)")
    }

    @Test func `numbers are looked up in the tree of numbers`() throws {
        let tree = "SEARCH permits USING COVERING INDEX sqlite_autoindex_permits_1 "
        #expect(try plan(PermitSearch.numbered) == [tree + "(number=?)"])
        #expect(try plan(PermitSearch.beginning) == [tree + "(number>? AND number<?)"])
        #expect(try plan(PermitSearch.before) == [tree + "(number<?)"])
    }

    @Test func `pages are read by ids, and only found permits are sorted`() throws {
        let byID = "SEARCH permits USING INTEGER PRIMARY KEY (rowid=?)"
        #expect(try plan(PermitSearch.reading).contains(byID))
        for column in SearchOrder.Column.allCases {
            for isDescending in [false, true] {
                let steps = try plan(PermitSearch.sorting + SearchOrder(column, isDescending: isDescending).sql)
                #expect(steps.contains(byID))
                #expect(!steps.contains { $0.hasPrefix("SCAN permits") })
            }
        }
    }

    @Test func `the import and the export look nothing up by reading a whole table`() throws {
        let steps = try plan(PermitExport.selection)
        #expect(steps.first == "SCAN permits")
        #expect(!steps.dropFirst().contains { $0.hasPrefix("SCAN") })
        #expect(try plan("SELECT id, imported_digest FROM permits WHERE number = ?").allSatisfy { $0.hasPrefix("SEARCH") })
    }
}
