import SQLite

extension PermitSearch {
    /// Beginnings such as "RES16-" that are gone through for "contains", from the last one on.
    static let headsMost = 2_000

    static let numbered: SQL = "SELECT id FROM permits WHERE number = ?"
    static let beginning: SQL = "SELECT id FROM permits WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?"
    static let before: SQL = "SELECT number FROM permits WHERE number < ? ORDER BY number DESC LIMIT 1"

    func number(_ value: String) throws -> Int64? {
        for spelling in SearchNumber.spellings(value) {
            if let id = try connection.first(Self.numbered, spelling, map: { row -> Int64 in try row[0] }) { return id }
        }
        return nil
    }

    func numbers(_ value: String, _ comparison: PermitQuery.Operator) throws -> Matches {
        guard comparison != .equals else { return Matches(ids: try number(value).map { [$0] } ?? []) }
        var matches = Matches()
        matches.order = SearchOrder(.number, isDescending: true)
        let spellings = SearchNumber.spellings(value)
        for spelling in spellings { try collect(beginningWith: spelling, into: &matches) }
        if comparison == .contains { try collectBehindDashes(spellings, into: &matches) }
        matches.cut()
        guard matches.isAll else { return matches }
        matches.order = .newestFirst
        matches.ids.sort(by: >)
        return matches
    }

    private func collect(beginningWith text: String, into matches: inout Matches) throws {
        let room = Self.countedMost + 1 - matches.ids.count
        guard room > 0 else { return }
        let found: [Int64] = try connection.rows(Self.beginning, text, text + "\u{10FFFF}", room) { try $0[0] }
        // The ranges of two spellings may overlap.
        let known = Set(matches.ids)
        matches.ids.append(contentsOf: found.filter { !known.contains($0) })
    }

    /// "0688" in RES16-0688. Numbers of one head ("RES16-") lie together, so a look at each head is enough: as many steps
    /// as there are heads, not as there are permits.
    private func collectBehindDashes(_ spellings: [String], into matches: inout Matches) throws {
        var place = "\u{10FFFF}"
        for _ in 0..<Self.headsMost {
            guard matches.ids.count <= Self.countedMost else { return }
            guard let last: String = try connection.first(Self.before, place, map: { try $0[0] }) else { return }
            let head = last.utf8.firstIndex(of: UInt8(ascii: "-")).map { String(last[...$0]) } ?? last
            place = head
            guard head.utf8.last == UInt8(ascii: "-") else { continue }
            for spelling in spellings { try collect(beginningWith: head + spelling, into: &matches) }
        }
        matches.isAll = false
    }
}
