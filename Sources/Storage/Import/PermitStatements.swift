import Permitting
import SQLite

/// The statements that an import runs once a row, made for the columns that the file has.
struct PermitStatements {
    /// New rows stored by one statement: a statement's beginning and end cost as much as a row.
    static let groupSize = 8

    private let places: [ImportColumns.Place]
    private let hasStatus: Bool
    private let insertion: Statement
    private let groupInsertion: Statement
    private let updating: Statement
    private let finding: Statement
    private let linking: Statement
    private let connection: Connection

    init(connection: Connection, columns: ImportColumns) throws {
        self.connection = connection
        places = columns.places
        hasStatus = columns.has(.statusCurrent)
        insertion = try connection.statement(Self.insertion(columns, rows: 1))
        groupInsertion = try connection.statement(Self.insertion(columns, rows: Self.groupSize))
        updating = try connection.statement(Self.update(columns))
        finding = try connection.statement("SELECT id, imported_digest FROM permits WHERE number = ?")
        linking = try connection.statement(
            """
            INSERT INTO permit_contractors (contractor_id, listing, number, permit_id, expires_on)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
    }

    func find(_ number: UnsafeBufferPointer<UInt8>) throws -> (id: Int64, digest: Int64?)? {
        defer { finding.reset() }
        finding.bind(number, at: 1)
        guard try finding.step() else { return nil }
        return (try finding.row[0], try finding.row[1])
    }

    func insert(_ row: ImportRows.Row, _ status: PermitStatus, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk) throws {
        defer { insertion.reset() }
        var parameter = 1
        bind(row, status, cells, chunk, to: insertion, from: &parameter)
        _ = try insertion.step()
    }

    /// Stores `groupSize` rows, less those whose number is there already, and answers how many are new. Their ids follow one
    /// another in the rows' order.
    func insert(
        _ rows: ArraySlice<ImportRows.Row>, _ statuses: [PermitStatus], _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk
    ) throws -> Int {
        defer { groupInsertion.reset() }
        var parameter = 1
        var cell = cells.startIndex
        for row in rows {
            let end = cell + places.count
            bind(row, statuses[Int(row.status)], cells[cell..<end], chunk, to: groupInsertion, from: &parameter)
            cell = end
        }
        _ = try groupInsertion.step()
        return connection.changes
    }

    func update(
        _ id: Int64, _ row: ImportRows.Row, _ status: PermitStatus, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk
    ) throws {
        defer { updating.reset() }
        updating.bind(id, at: 1)
        updating.bind(row.digest, at: 2)
        var parameter = 3
        if hasStatus {
            updating.bind(status.state, at: 3)
            updating.bind(Int64(status.listing.rawValue), at: 4)
            parameter = 5
        }
        for index in places.indices where places[index].kind != .license && places[index].kind != .number {
            Self.bind(cells[cells.startIndex + index], of: chunk, to: updating, at: parameter)
            parameter += 1
        }
        _ = try updating.step()
    }

    func insert(_ link: Link, _ chunk: CSVChunk) throws {
        defer { linking.reset() }
        linking.bind(link.company, at: 1)
        linking.bind(Int64(link.listing.rawValue), at: 2)
        linking.bind(link.number, at: 3)
        linking.bind(link.permit, at: 4)
        if let expiry = link.expiry { Self.bind(expiry, of: chunk, to: linking, at: 5) }
        _ = try linking.step()
    }

    func companyName(_ permit: Int64) throws -> String {
        try connection.first("SELECT contractor_name FROM permits WHERE id = ?", permit) { try $0[0] } ?? ""
    }

    func unlink(_ permit: Int64, companyNamed name: String) throws {
        try connection.run(
            """
            DELETE FROM permit_contractors WHERE permit_id = ?
                AND contractor_id IN (SELECT id FROM contractors WHERE company_name = upper(trim(?)) AND kind = 'company')
            """, permit, name)
    }

    @inline(__always)
    private func bind(
        _ row: ImportRows.Row, _ status: PermitStatus, _ cells: ArraySlice<ImportRows.Cell>, _ chunk: CSVChunk,
        to statement: Statement, from parameter: inout Int
    ) {
        statement.bind(row.digest, at: parameter)
        statement.bind(status.state, at: parameter + 1)
        statement.bind(Int64(status.listing.rawValue), at: parameter + 2)
        parameter += 3
        for index in places.indices where places[index].kind != .license {
            Self.bind(cells[cells.startIndex + index], of: chunk, to: statement, at: parameter)
            parameter += 1
        }
    }

    @inline(__always)
    private static func bind(_ cell: ImportRows.Cell, of chunk: CSVChunk, to statement: Statement, at parameter: Int) {
        switch cell.kind {
        case .null: break  // as every parameter is after a reset
        case .bytes, .scratch: statement.bind(chunk.bytes(of: cell), at: parameter)
        case .integer: statement.bind(cell.payload, at: parameter)
        case .decimal: statement.bind(Double(bitPattern: UInt64(bitPattern: cell.payload)), at: parameter)
        }
    }
}

extension PermitStatements {
    /// A number that is there already is no error here: the caller sees that no row came of it.
    private static func insertion(_ columns: ImportColumns, rows: Int) -> SQL {
        var names: SQL = "INSERT INTO permits (imported_digest, state, listing"
        var values: SQL = "(?, ?, ?"
        for place in columns.places where place.kind != .license {
            names = names + ", " + place.column.sql
            values = values + ", ?"
        }
        for missing in [PermitColumn.permitType, .statusCurrent] where !columns.has(missing) {
            names = names + ", " + missing.sql
            values = values + ", ''"
        }
        var sql = names + ") VALUES " + values + ")"
        for _ in 1..<rows { sql = sql + ", " + values + ")" }
        return sql + " ON CONFLICT (number) DO NOTHING"
    }

    private static func update(_ columns: ImportColumns) -> SQL {
        var sql: SQL = "UPDATE permits SET imported_digest = ?2"
        if columns.has(.statusCurrent) { sql = sql + ", state = ?, listing = ?" }
        for place in columns.places where place.kind != .license && place.kind != .number {
            sql = sql + ", " + place.column.sql + " = ?"
        }
        return sql + " WHERE id = ?1"
    }
}
