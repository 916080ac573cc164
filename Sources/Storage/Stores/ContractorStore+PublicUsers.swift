import Permitting
import SQLite

extension ContractorStore {
    /// A homeowner or anybody else, with an address that nobody else signs in by.
    public func insert(publicUser person: Contractor, passwordHash: String) throws -> Int {
        try connection.run(
            """
            INSERT INTO contractors (kind, company_name, address, city, state, zip, email, phone, password_hash)
            VALUES ('public', ?, ?, ?, ?, ?, ?, ?, ?)
            """, person.companyName, person.address, person.city, person.state, person.zip, person.email, person.phone,
            passwordHash)
        return Int(connection.lastInsertedRowID)
    }

    /// By the mail address, else by a name that only one of them has. Letter case does not count.
    public func credentials(publicUser name: String) throws -> Credentials? {
        // Both are always looked for: which of them it was takes no time of its own.
        let known = try connection.first(
            Self.credentials + "WHERE kind = 'public' AND lower(email) = lower(?)", name, map: Self.credentials)
        let named = try connection.rows(
            Self.credentials + "WHERE kind = 'public' AND lower(company_name) = lower(?) LIMIT 2", name, map: Self.credentials)
        return known ?? (named.count == 1 ? named.first : nil)
    }

    /// Those whose address or name begins so, each with the address; letter case does not count.
    public func publicUsers(beginning text: String, limit: Int) throws -> [Contractor] {
        try connection.rows(
            """
            SELECT id, company_name, email FROM contractors
            WHERE kind = 'public' AND lower(email) >= lower(?1) AND lower(email) < lower(?1) || char(1114111)
            UNION SELECT id, company_name, email FROM contractors
            WHERE kind = 'public' AND lower(company_name) >= lower(?1) AND lower(company_name) < lower(?1) || char(1114111)
            ORDER BY 2, 3 LIMIT ?2
            """, text, limit
        ) { row in
            var person = Contractor(id: try row[0], companyName: try row[1], license: "")
            person.email = try row[2]
            return person
        }
    }

    /// Whether a public user signs in by that address.
    public func isPublicEmail(_ email: String) throws -> Bool {
        try connection.first("SELECT 1 FROM contractors WHERE kind = 'public' AND lower(email) = lower(?)", email) { _ in true }
            ?? false
    }
}
