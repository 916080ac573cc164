extension Connection {
    /// Rows that refer to a row that is not there, in words; at most a hundred of them.
    func brokenReferences() throws -> [String] {
        var found: [String] = []
        try each("PRAGMA foreign_key_check") { row in
            let table: String = try row[0]
            let rowID: Int64? = try row[1]
            let parent: String = try row[2]
            found.append("\(table) row \(rowID.map(String.init) ?? "?") refers to a missing row of \(parent)")
            return found.count < 100
        }
        return found
    }

    /// Damage in the file's structure, in SQLite's words; empty when there is none.
    func structuralDamage() throws -> [String] {
        do {
            let findings: [String] = try rows("PRAGMA quick_check") { try $0[0] }
            return findings == ["ok"] ? [] : findings
        } catch let error as DatabaseError where error.kind == .corrupt {
            return [error.message]
        }
    }
}
