import Permitting
import SQLite

/// Finds permits by what a visitor types, in bounded work whatever that is.
///
/// A search first collects the ids of what matches, newest first and at most `countedMost`, then reads the rows of one page.
/// Words are looked up in the full-text index, numbers in the b-tree of numbers. A blank value finds every permit, a value
/// without a letter or digit none.
public struct PermitSearch {
    /// Counting stops here: "more than 10,000".
    public static let countedMost = 10_000
    /// Up to as many are sorted by a column; more stand newest first.
    public static let sortedMost = 5_000

    /// What matches: ids in the order that goes without sorting, and whether that is all.
    struct Matches {
        var ids: [Int64] = []
        var isAll = true
        var order = SearchOrder.newestFirst

        mutating func cut() {
            guard ids.count > PermitSearch.countedMost else { return }
            ids.removeLast(ids.count - PermitSearch.countedMost)
            isAll = false
        }
    }

    let connection: Connection

    public func find(_ query: PermitQuery) throws -> PermitResults {
        let matches = try sorted(try matches(query), by: query.order)
        let page = matches.ids.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
        var rows: [FoundPermit] = []
        rows.reserveCapacity(page.count)
        try each(page) { rows.append($0) }
        return PermitResults(
            rows: rows, total: matches.ids.count, isTotalExact: matches.isAll, sortedBy: matches.order)
    }

    /// Every permit found, in the query's order, at most `countedMost`: for the results as a file. Its page is not looked at.
    /// Answers whether those were all.
    @discardableResult
    public func each(_ query: PermitQuery, body: (FoundPermit) throws -> Void) throws -> Bool {
        let matches = try sorted(try matches(query), by: query.order)
        var rest = matches.ids[...]
        while !rest.isEmpty {
            try each(rest.prefix(500), body: body)
            rest = rest.dropFirst(500)
        }
        return matches.isAll
    }

    private func matches(_ query: PermitQuery) throws -> Matches {
        let value = SearchNumber.trimmed(query.value)
        guard !value.isEmpty else { return try everything() }
        switch query.field {
        case .number: return try numbers(value, query.operator)
        case .any:
            // A permit's number is what most people have in hand.
            if let id = try number(value) { return Matches(ids: [id]) }
            let matches = try words(value, query)
            guard matches.ids.isEmpty, value.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return matches }
            return query.operator == .equals ? matches : try numbers(value, query.operator)
        case .address, .contractor, .description: return try words(value, query)
        }
    }

    private func everything() throws -> Matches {
        var matches = Matches()
        matches.ids = try connection.rows(
            "SELECT id FROM permits ORDER BY id DESC LIMIT ?", Self.countedMost + 1
        ) { try $0[0] }
        matches.cut()
        return matches
    }

    private func sorted(_ matches: Matches, by order: SearchOrder) throws -> Matches {
        guard order != matches.order, matches.isAll, matches.ids.count <= Self.sortedMost else { return matches }
        var sorted = matches
        sorted.order = order
        sorted.ids = try connection.rows(Self.sorting + order.sql, Self.list(matches.ids)) { try $0[0] }
        return sorted
    }

    private func each(_ ids: ArraySlice<Int64>, body: (FoundPermit) throws -> Void) throws {
        guard !ids.isEmpty else { return }
        try connection.each(Self.reading, Self.list(ids)) { row in
            try body(
                FoundPermit(
                    id: try row[0], number: try row[1], address: try row[2], type: try row[3],
                    status: PermitStatus(word: try row[4], state: try row[5], listing: try row[6]),
                    description: try row[7], contractorName: try row[8], appliedOn: try row[9], issuedOn: try row[10]))
            return true
        }
    }

    /// The ids as a JSON array: one bound value, however many they are.
    private static func list(_ ids: some Sequence<Int64>) -> String {
        "[" + ids.lazy.map(String.init).joined(separator: ",") + "]"
    }

    static let sorting: SQL = """
        SELECT permits.id FROM json_each(?) AS hit CROSS JOIN permits ON permits.id = hit.value 
        """

    static let reading: SQL = """
        SELECT permits.id, number, address, permits.type, status, state, listing, description, contractor_name, applied_on, issued_on
        FROM json_each(?) AS hit CROSS JOIN permits ON permits.id = hit.value ORDER BY hit.key
        """
}
