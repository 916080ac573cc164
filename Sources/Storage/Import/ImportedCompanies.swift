import SQLite

/// The contractors' rows for the companies that a file names, found or made when the first permit of each is stored.
struct ImportedCompanies {
    private let connection: Connection
    private var companies: [ImportRows.Company] = []
    /// By the company's number in the file; 0 as long as it was not needed.
    private var ids: [Int64] = []

    init(connection: Connection) { self.connection = connection }

    mutating func note(_ new: [ImportRows.Company]) {
        companies.append(contentsOf: new)
        ids.append(contentsOf: repeatElement(0, count: new.count))
    }

    mutating func id(_ number: Int32) throws -> Int64? {
        guard number >= 0 else { return nil }
        let number = Int(number)
        if ids[number] == 0 { ids[number] = try find(companies[number]) ?? insert(companies[number]) }
        return ids[number]
    }

    private func find(_ company: ImportRows.Company) throws -> Int64? {
        guard company.license.isEmpty else {
            return try connection.first("SELECT id FROM contractors WHERE license = ?", company.license) { try $0[0] }
        }
        return try connection.first(
            "SELECT id FROM contractors WHERE company_name = ? AND kind = 'company' ORDER BY id LIMIT 1", company.name
        ) { try $0[0] }
    }

    /// Without any login: the office gives out a first password or a PIN.
    private func insert(_ company: ImportRows.Company) throws -> Int64 {
        let license = company.license.isEmpty ? nil : company.license
        try connection.run("INSERT INTO contractors (company_name, license) VALUES (?, ?)", company.name, license)
        return connection.lastInsertedRowID
    }
}
