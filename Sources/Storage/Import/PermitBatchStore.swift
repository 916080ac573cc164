import Permitting
import SQLite

/// Stores the rows of a permit file: new ones, changed ones, and nothing for those that are as they were.
struct PermitBatchStore {
    private let connection: Connection
    private let columns: ImportColumns
    private let statements: PermitStatements
    private let expiryPlace: Int?
    private let index: SearchIndex
    private(set) var isIndexKept: Bool
    /// The index is kept row by row for this many changed permits. Beyond, building it anew at the end costs less.
    private let patience: Int
    private var statuses: [PermitStatus] = []
    private var companies: ImportedCompanies
    private var links: [PermitStatements.Link] = []
    private var nextID: Int64
    /// Whether the last row was in the database already: most files are all new or all known.
    private var expectsKnown = false
    private(set) var new = 0
    private(set) var updated = 0
    private(set) var unchanged = 0

    init(connection: Connection, columns: ImportColumns) throws {
        self.connection = connection
        self.columns = columns
        statements = try PermitStatements(connection: connection, columns: columns)
        companies = ImportedCompanies(connection: connection)
        expiryPlace = columns.places.firstIndex { $0.column == .expiresDate }
        nextID = try connection.first("SELECT coalesce(max(id), 0) + 1 FROM permits") { try $0[0] } ?? 1
        index = SearchIndex(connection: connection)
        isIndexKept = try index.isKept
        patience = max(2_000, Int(nextID) / 10)
    }

    mutating func store(_ batch: ImportBatch) throws {
        let contents = batch.contents
        for status in contents.newStatuses { try StatusMap(connection: connection).note(status) }
        statuses.append(contentsOf: contents.newStatuses)
        companies.note(contents.newCompanies)
        let count = columns.places.count
        var cell = 0
        var rows = contents.rows[...]
        while let row = rows.first {
            let taken: Int
            if !expectsKnown && rows.count >= PermitStatements.groupSize {
                taken = PermitStatements.groupSize
                try store(rows.prefix(taken), contents.cells[cell..<cell + taken * count], batch.chunk)
            } else {
                taken = 1
                try store(row, contents.cells[cell..<cell + count], batch.chunk)
            }
            rows = rows.dropFirst(taken)
            cell += taken * count
            if isIndexKept && new + updated > patience {
                try index.letGo()
                isIndexKept = false
            }
        }
        // In the order of the companies' tree: each of its pages is looked for once.
        links.sort()
        for link in links { try statements.insert(link, batch.chunk) }
        links.removeAll(keepingCapacity: true)
    }

    private mutating func store(_ row: ImportRows.Row, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk) throws {
        let number = chunk.bytes(of: cells[cells.startIndex])
        // A row id that happens to be the next permit's would make the check below say "stored".
        if expectsKnown || connection.lastInsertedRowID == nextID {
            if let known = try statements.find(number) { return try compare(known, row, cells, chunk) }
            expectsKnown = false
        }
        try statements.insert(row, statuses[Int(row.status)], cells, chunk)
        guard connection.lastInsertedRowID == nextID else {
            // The number is there already.
            if let known = try statements.find(number) { try compare(known, row, cells, chunk) }
            return
        }
        try noteNew(row, number, cells)
    }

    /// Several rows that all seem to be new.
    private mutating func store(
        _ rows: ArraySlice<ImportRows.Row>, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk
    ) throws {
        let areAllNew = try statements.insert(rows, statuses, cells, chunk) == rows.count
        var cell = cells.startIndex
        for row in rows {
            let own = cells[cell..<cell + columns.places.count]
            cell += columns.places.count
            let number = chunk.bytes(of: own[own.startIndex])
            // The new ones have the next ids in turn; another id is a permit's that was there, or of this number further up.
            if areAllNew {
                try noteNew(row, number, own)
            } else if let known = try statements.find(number), known.id != nextID {
                try compare(known, row, own, chunk)
            } else {
                try noteNew(row, number, own)
            }
        }
    }

    private mutating func noteNew(
        _ row: ImportRows.Row, _ number: UnsafeBufferPointer<UInt8>, _ cells: ArraySlice<ImportRows.Cell>
    ) throws {
        new += 1
        let id = nextID
        nextID += 1
        guard let company = try companies.id(row.company) else { return }
        links.append(
            PermitStatements.Link(
                company: company, listing: statuses[Int(row.status)].listing, permit: id, number: number,
                expiry: expiryPlace.map { cells[cells.startIndex + $0] }))
    }

    private mutating func compare(
        _ known: (id: Int64, digest: Int64?), _ row: ImportRows.Row, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk
    ) throws {
        expectsKnown = true
        guard known.digest != row.digest else { return unchanged += 1 }
        updated += 1
        let before = try statements.companyName(known.id)
        try statements.update(known.id, row, statuses[Int(row.status)], cells, chunk)
        guard columns.has(.contractorCompanyName) || columns.has(.contractorLicNum) else { return }
        // Another company's name now: the one that was named before is off the permit.
        if try statements.companyName(known.id) != before { try statements.unlink(known.id, companyNamed: before) }
        guard let company = try companies.id(row.company) else { return }
        try PermitStore(connection: connection).link(permit: Int(known.id), contractor: Int(company))
    }
}
