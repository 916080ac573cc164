import SQLite

extension PermitSearch {
    /// A field's beginning, or the whole of it, is compared with the text of at most as many permits, the newest ones first.
    static let comparedMost = 10_000

    static let matching: SQL = "SELECT rowid FROM permit_search WHERE permit_search MATCH ? ORDER BY rowid DESC LIMIT ?"
    static let comparing: SQL = """
        SELECT permits.id, permits.address, permits.description, permits.contractor_name
        FROM permit_search CROSS JOIN permits ON permits.id = permit_search.rowid
        WHERE permit_search MATCH ? ORDER BY permit_search.rowid DESC LIMIT ?
        """

    func words(_ value: String, _ query: PermitQuery) throws -> Matches {
        let words = SearchWords(value)
        guard !words.isEmpty else { return Matches() }
        guard query.operator != .contains else {
            var matches = Matches()
            matches.ids = try connection.rows(
                Self.matching, Self.scope(query.field) + words.asBeginnings + ")", Self.countedMost + 1
            ) { try $0[0] }
            matches.cut()
            return matches
        }
        return try compared(words, query)
    }

    private func compared(_ words: SearchWords, _ query: PermitQuery) throws -> Matches {
        let isOpen = query.operator == .beginsWith
        let sequence = Self.scope(query.field) + words.asSequence(isOpen: isOpen) + ")"
        let comparison = SearchWords.Comparison(words, isOpen: isOpen)
        let texts = Self.columns(query.field)
        var matches = Matches()
        var looked = 0
        try connection.each(Self.comparing, sequence, Self.comparedMost + 1) { row in
            looked += 1
            guard looked <= Self.comparedMost else {
                matches.isAll = false
                return false
            }
            if try texts.contains(where: { comparison.fits(try row[$0]) }) { matches.ids.append(try row[0]) }
            return true
        }
        return matches
    }

    private static func scope(_ field: PermitQuery.Field) -> String {
        switch field {
        case .address: "{address city} : ("
        case .description: "{description} : ("
        case .contractor: "{contractor_name} : ("
        case .any, .number: "("
        }
    }

    /// Their places in what `comparing` selects.
    private static func columns(_ field: PermitQuery.Field) -> [Int] {
        switch field {
        case .address: [1]
        case .description: [2]
        case .contractor: [3]
        case .any, .number: [1, 2, 3]
        }
    }
}
