import Permitting
import SQLite

/// Companies, and public users beside them, and how they sign in. Only hashes of what they know are here.
public struct ContractorStore {
    /// What a sign-in is checked against.
    public struct Credentials: Sendable {
        public let id: Int
        public let kind: Account.Kind
        public let companyName: String
        public let license: String
        public let email: String
        public let phone: String
        public let firstPasswordHash: String?
        public let passwordHash: String?
        public let securityQuestion: String
        public let secretAnswerHash: String?
        public let failures: Int
        public let lockedUntil: Instant?

        /// What opens the account, at an office with such first passwords.
        public func key(at office: FirstPassword) -> AccountKey? {
            AccountKey(passwordHash: passwordHash, issuedHash: firstPasswordHash, telephone: phone, at: office)
        }
    }

    let connection: Connection

    public func find(id: Int) throws -> Contractor? {
        try connection.first(
            """
            SELECT id, company_name, coalesce(license, ''), address, city, state, zip, email, phone, cell_phone, fax
            FROM contractors WHERE id = ?
            """, id
        ) { row in
            var contractor = Contractor(id: try row[0], companyName: try row[1], license: try row[2])
            contractor.address = try row[3]
            contractor.city = try row[4]
            contractor.state = try row[5]
            contractor.zip = try row[6]
            contractor.email = try row[7]
            contractor.phone = try row[8]
            contractor.cellPhone = try row[9]
            contractor.fax = try row[10]
            return contractor
        }
    }

    /// Companies whose name or licence begins so; letter case does not count.
    public func beginning(with text: String, limit: Int) throws -> [Contractor] {
        // What sorts before the text followed by the last of all characters begins with it, and each index gives that at once.
        try connection.rows(
            """
            SELECT id, company_name, coalesce(license, '') FROM contractors
            WHERE license >= upper(?1) AND license < upper(?1) || char(1114111)
            UNION SELECT id, company_name, coalesce(license, '') FROM contractors
            WHERE kind = 'company' AND company_name >= upper(?1) AND company_name < upper(?1) || char(1114111)
            ORDER BY 2, 3 LIMIT ?2
            """, text, limit
        ) { Contractor(id: try $0[0], companyName: try $0[1], license: try $0[2]) }
    }

    public func credentials(id: Int) throws -> Credentials? {
        try connection.first(Self.credentials + "WHERE id = ?", id, map: Self.credentials)
    }

    public func credentials(license: String) throws -> Credentials? {
        try connection.first(Self.credentials + "WHERE license = upper(?)", license, map: Self.credentials)
    }

    /// Every account whose address on file that is; letter case does not count.
    public func credentials(email: String, limit: Int) throws -> [Credentials] {
        try connection.rows(
            Self.credentials + "WHERE lower(email) = lower(?) AND email <> '' ORDER BY company_name, license LIMIT ?", email,
            limit,
            map: Self.credentials)
    }

    static let credentials: SQL = """
        SELECT id, company_name, coalesce(license, ''), email, phone, first_password_hash, password_hash, security_question,
            secret_answer_hash, failures, locked_until, kind FROM contractors 
        """

    static func credentials(_ row: Row) throws -> Credentials {
        Credentials(
            id: try row[0], kind: try row[11], companyName: try row[1], license: try row[2], email: try row[3], phone: try row[4],
            firstPasswordHash: try row[5], passwordHash: try row[6], securityQuestion: try row[7],
            secretAnswerHash: try row[8], failures: try row[9], lockedUntil: try row[10])
    }
}
