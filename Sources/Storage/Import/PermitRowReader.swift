import Permitting

/// Turns a record of the file into a row of the batch, whole, or says why it is none.
struct PermitRowReader {
    private let columns: ImportColumns
    private var statuses: StatusWords
    private var companies: CompanyNames
    /// Of two rows with one number only the first goes in: taken in turn, each would change what the other said, and the same file
    /// again would never be without changes.
    private var numbers = ByteIndex()

    init(columns: ImportColumns, agency: Agency) {
        self.columns = columns
        statuses = StatusWords(agency: agency, columns: columns)
        companies = CompanyNames(columns: columns)
    }

    var unmappedWords: [ImportReport.Word] { statuses.unmapped }

    mutating func read(_ fields: [CSVField], record: Range<Int>, of chunk: CSVChunk, into rows: inout ImportRows) -> RowFault? {
        guard fields.count == columns.count else { return .wrongCount(expected: columns.count, found: fields.count) }
        let look = RowCheck(chunk.bytes(of: record))
        if !look.isASCII, String(validating: chunk.bytes(of: record), as: UTF8.self) == nil { return .notUTF8 }
        let (cellCount, scratchCount) = (rows.cells.count, chunk.scratchCount)
        var digest = ByteHash()
        func undo() {
            rows.cells.removeLast(rows.cells.count - cellCount)
            chunk.shrinkScratch(to: scratchCount)
        }
        for place in columns.places {
            if let fault = append(fields[place.field], at: place, hasControls: look.hasControls, chunk, to: &rows, &digest) {
                undo()
                return fault
            }
        }
        guard numbers.number(of: chunk.bytes(of: rows.cells[cellCount])).isNew else {
            undo()
            return .numberTwice
        }
        let status = statuses.number(chunk, &rows)
        let company = companies.number(chunk, &rows)
        rows.rows.append(
            ImportRows.Row(digest: Int64(bitPattern: digest.value), status: Int32(status), company: Int32(company)))
        return nil
    }

    @inline(__always)
    private func append(
        _ field: CSVField, at place: ImportColumns.Place, hasControls: Bool, _ chunk: CSVChunk, to rows: inout ImportRows,
        _ digest: inout ByteHash
    ) -> RowFault? {
        var field = field
        switch place.kind {
        case .text, .line, .status, .license:
            let bytes = chunk.bytes(of: field)
            if hasControls && !RowCheck.isClean(bytes, allowingLines: place.kind == .text) { return .controlCharacter }
            Self.drop(SpreadsheetGuard.apostrophe(bytes), from: &field)
        case .number:
            field = Self.trimmed(field, in: chunk)
            Self.drop(SpreadsheetGuard.apostrophe(chunk.bytes(of: field)), from: &field)
            if let fault = Self.numberFault(chunk.bytes(of: field)) { return fault }
        case .day, .cents, .decimal:
            field = Self.trimmed(field, in: chunk)
            if field.count > 0 {
                guard let cell = Self.value(field, at: place, in: chunk) else {
                    return place.kind == .day ? .notADay(place.column) : .notANumber(place.column)
                }
                digest.add(UInt64(place.column.rawValue))
                switch cell.kind {
                case .bytes, .scratch: digest.add(chunk.bytes(of: cell))
                case .integer, .decimal, .null: digest.add(UInt64(bitPattern: cell.payload))
                }
                rows.cells.append(cell)
            } else {
                rows.cells.append(ImportRows.Cell(kind: .null))
            }
            return nil
        }
        if field.count > 0 {
            digest.add(UInt64(place.column.rawValue))
            digest.add(chunk.bytes(of: field))
        }
        rows.cells.append(Self.cell(field))
        return nil
    }

    private static func cell(_ field: CSVField) -> ImportRows.Cell {
        ImportRows.Cell(kind: field.isScratch ? .scratch : .bytes, count: Int32(field.count), payload: Int64(field.start))
    }

    private static func value(_ field: CSVField, at place: ImportColumns.Place, in chunk: CSVChunk) -> ImportRows.Cell? {
        let bytes = chunk.bytes(of: field)
        switch place.kind {
        case .day:
            switch ImportedDay.read(bytes) {
            case .asStored: return cell(CSVField(start: field.start, count: 10, isScratch: field.isScratch))
            case .other(let day):
                let start = chunk.scratchCount
                for byte in day.rawValue.utf8 { chunk.append(byte) }
                return cell(CSVField(start: start, count: 10, isScratch: true))
            case nil: return nil
            }
        case .cents: return PlainNumber.cents(bytes).map { ImportRows.Cell(kind: .integer, payload: Int64($0)) }
        default:
            return PlainNumber.double(bytes).map {
                ImportRows.Cell(kind: .decimal, payload: Int64(bitPattern: $0.bitPattern))
            }
        }
    }

    /// As `PermitNumber` has it.
    private static func numberFault(_ bytes: UnsafeBufferPointer<UInt8>) -> RowFault? {
        if bytes.isEmpty { return .noNumber }
        let isGood = bytes.count <= PermitNumber.longest && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        return isGood && bytes.first != 0x20 && bytes.last != 0x20 ? nil : .badNumber
    }

    private static func drop(_ count: Int, from field: inout CSVField) {
        field.start += count
        field.count -= count
    }

    private static func trimmed(_ field: CSVField, in chunk: CSVChunk) -> CSVField {
        let bytes = chunk.bytes(of: field)
        var field = field
        var first = 0
        while first < bytes.count && bytes[first] == 0x20 { first += 1 }
        var last = bytes.count
        while last > first && bytes[last - 1] == 0x20 { last -= 1 }
        field.start += first
        field.count = last - first
        return field
    }
}
