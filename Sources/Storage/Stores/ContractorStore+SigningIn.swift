import Permitting
import SQLite

/// Which companies can sign in, and which one somebody means.
extension ContractorStore {
    /// By name.
    public func signingIn(at office: FirstPassword, limit: Int) throws -> [Contractor] {
        try connection.rows(Self.signingIn(at: office) + "ORDER BY company_name, license LIMIT ?", limit, map: Self.listed)
    }

    /// Those with the text anywhere in their name, or for their licence; letter case does not count.
    public func signingIn(matching text: String, at office: FirstPassword, limit: Int) throws -> [Contractor] {
        try connection.rows(
            Self.signingIn(at: office)
                + """
                AND (instr(company_name, upper(?1)) > 0 OR license = upper(?1))
                ORDER BY company_name, license LIMIT ?2
                """, text, limit, map: Self.listed)
    }

    /// By licence, else by a company name that only one of those who can sign in has. Letter case does not count.
    public func credentials(named name: String, at office: FirstPassword) throws -> Credentials? {
        if let licensed = try credentials(license: name) { return licensed }
        let named = try connection.rows(
            Self.credentials + "WHERE company_name = upper(?) AND " + Self.condition(office) + "LIMIT 2", name,
            map: Self.credentials)
        return named.count == 1 ? named.first : nil
    }

    /// By a mail address on file that only one company has.
    public func credentials(onlyEmail email: String) throws -> Credentials? {
        let found = try connection.rows(
            Self.credentials + "WHERE lower(email) = lower(?) AND email <> '' AND kind = 'company' LIMIT 2", email,
            map: Self.credentials)
        return found.count == 1 ? found.first : nil
    }

    /// The index is named because SQLite would otherwise take the wider one for every office.
    private static func signingIn(at office: FirstPassword) -> SQL {
        let index: SQL =
            switch office {
            case .phone: "INDEXED BY contractors_signing_in_by_telephone "
            case .pin, .registrationCode, .resetLink: "INDEXED BY contractors_signing_in "
            }
        return "SELECT id, company_name, coalesce(license, '') FROM contractors " + index + "WHERE " + condition(office)
    }

    private static func condition(_ office: FirstPassword) -> SQL {
        switch office {
        case .pin, .registrationCode: "kind = 'company' AND (first_password_hash IS NOT NULL OR password_hash IS NOT NULL) "
        case .phone: "kind = 'company' AND (first_password_hash IS NOT NULL OR password_hash IS NOT NULL OR has_telephone) "
        case .resetLink: "kind = 'company' AND password_hash IS NOT NULL "
        }
    }

    private static func listed(_ row: Row) throws -> Contractor {
        Contractor(id: try row[0], companyName: try row[1], license: try row[2])
    }
}
