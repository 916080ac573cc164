/// Which of a file's columns are kept, read from its first line.
struct ImportColumns: Sendable {
    struct Place: Sendable {
        let column: PermitColumn
        let kind: PermitColumn.Kind
        /// Its place in the file's rows, from 0.
        let field: Int
    }

    /// In the order of `PermitColumn`, whatever order the file has: a row's digest does not depend on it.
    let places: [Place]
    let unknown: [String]
    /// How many columns each row has.
    let count: Int

    /// What the map says goes first, then BLDS's own names, then the other usual ones where nothing else took the column.
    init(names: [String], map: ColumnMap) throws(ImportError) {
        var found: [PermitColumn: Int] = [:]
        var others: [Int] = []
        for (field, name) in names.enumerated() {
            guard let column = map.columns[PermitColumn.folded(name)] ?? PermitColumn(named: name) else {
                others.append(field)
                continue
            }
            if let first = found.updateValue(field, forKey: column) {
                throw .columnTwice(column.name, first: names[first], second: name)
            }
        }
        var unknown: [String] = []
        for field in others {
            if let column = PermitColumn(alsoNamed: names[field]), found[column] == nil {
                found[column] = field
            } else {
                unknown.append(names[field])
            }
        }
        guard found[.permitNum] != nil else { throw .numberColumnMissing(found: names) }
        places = PermitColumn.allCases.compactMap { column in
            found[column].map { Place(column: column, kind: column.kind, field: $0) }
        }
        self.unknown = unknown
        count = names.count
    }

    func has(_ column: PermitColumn) -> Bool { places.contains { $0.column == column } }
}
