import Foundation
import Permitting
import SQLite

/// Writes every permit as comma-separated values with BLDS columns, in the order they were recorded. Imported into an empty
/// folder and exported again, the file is the same byte for byte.
public struct PermitExport {
    public struct Failure: Error, CustomStringConvertible {
        public let reason: String
        public var description: String { "the file cannot be written: \(reason)" }
    }

    private let reader: RecordsReader

    public init(reader: RecordsReader) { self.reader = reader }

    /// Answers how many permits it wrote. All of them are of one moment.
    @discardableResult
    public func write(to descriptor: Int32, progress: (Int) throws -> Void = { _ in }) throws -> Int {
        var csv = CSVWriter { try Self.write($0, to: descriptor) }
        for column in PermitColumn.allCases { csv.cell(column.name) }
        try csv.endRow()
        var count = 0
        try reader.records.connection.each(Self.selection) { row in
            for (index, column) in PermitColumn.allCases.enumerated() { try Self.append(row, index, column.kind, to: &csv) }
            try csv.endRow()
            count += 1
            if count % 20_000 == 0 { try progress(count) }
            return true
        }
        try csv.flush()
        return count
    }

    /// The licence of a company on the permit that bears the name written there; of several the first that was recorded.
    static let license: SQL = """
        coalesce((
            SELECT contractors.license FROM permit_contractors AS mine JOIN contractors ON contractors.id = mine.contractor_id
            WHERE mine.permit_id = permits.id AND contractors.company_name = upper(trim(permits.contractor_name))
            ORDER BY contractors.id LIMIT 1), '')
        """

    static var selection: SQL {
        var sql: SQL = "SELECT "
        for (index, column) in PermitColumn.allCases.enumerated() {
            sql = sql + (index == 0 ? "" : ", ") + (column.kind == .license ? license : column.sql)
        }
        return sql + " FROM permits ORDER BY permits.id"
    }

    private static func append(_ row: Row, _ index: Int, _ kind: PermitColumn.Kind, to csv: inout CSVWriter) throws {
        switch kind {
        case .number, .status, .line, .text, .license: csv.cell(try row[index] as String)
        case .day: csv.cell(try row[index] as String? ?? "")
        case .cents: if let cents: Int = try row[index] { csv.cell(cents: cents) } else { csv.emptyCell() }
        case .decimal: if let number: Double = try row[index] { csv.cell(decimal: number) } else { csv.emptyCell() }
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
            rest = rest.dropFirst(count)
        }
    }
}
