/// The companies that a file names, each by a number: one licence is one company, and without a licence one name is.
/// In capitals, as sign-in looks for them; only ASCII changes, as in SQLite's `upper`.
struct CompanyNames {
    private let cellsPerRow: Int
    private let namePlace: Int?
    private let licensePlace: Int?
    private var index = ByteIndex()
    private var name: [UInt8] = []
    private var key: [UInt8] = []

    init(columns: ImportColumns) {
        cellsPerRow = columns.places.count
        namePlace = columns.places.firstIndex { $0.column == .contractorCompanyName }
        licensePlace = columns.places.firstIndex { $0.column == .contractorLicNum }
    }

    /// The number of the last row's company, -1 for none; a new one is noted with the rows.
    mutating func number(_ chunk: CSVChunk, _ rows: inout ImportRows) -> Int {
        guard namePlace != nil || licensePlace != nil else { return -1 }
        let cells = rows.cells.count - cellsPerRow
        Self.fill(&name, namePlace.map { chunk.bytes(of: rows.cells[cells + $0]) })
        // What tells a licence from a name of the same letters.
        Self.fill(&key, licensePlace.map { chunk.bytes(of: rows.cells[cells + $0]) })
        let hasLicense = !key.isEmpty
        if !hasLicense { key.append(contentsOf: name) }
        guard !key.isEmpty else { return -1 }
        key.append(hasLicense ? 0x01 : 0x02)
        let (number, isNew) = key.withUnsafeBufferPointer { index.number(of: $0) }
        if isNew {
            let license = hasLicense ? String(decoding: key.dropLast(), as: UTF8.self) : ""
            let company = name.isEmpty ? license : String(decoding: name, as: UTF8.self)
            rows.newCompanies.append(ImportRows.Company(name: company, license: license))
        }
        return number
    }

    private static func fill(_ text: inout [UInt8], _ bytes: UnsafeBufferPointer<UInt8>?) {
        text.removeAll(keepingCapacity: true)
        guard let bytes else { return }
        for byte in bytes {
            let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
            if byte != 0x20 || !text.isEmpty { text.append(isLower ? byte - 0x20 : byte) }
        }
        while text.last == 0x20 { text.removeLast() }
    }
}
