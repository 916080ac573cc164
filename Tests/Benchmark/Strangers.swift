import Credentials
import HTTP
import Permitting
import Portal
import Storage

/// What people send who are not signed in: forms as a browser posts them, each from a network address of its own. Half of them
/// name accounts that are there, half accounts that nobody has.
struct Strangers {
    static let count = 200
    private static let password = "Permit2Build"

    /// Right passwords.
    let signIns: [Wrk.Ask]
    /// Wrong ones, of companies that have an account and of ones that nobody knows.
    let wrong: (known: [Wrk.Ask], unknown: [Wrk.Ask])
    /// Forgotten passwords, of addresses on file and of others.
    let forgotten: (known: [Wrk.Ask], unknown: [Wrk.Ask])

    init(_ companies: [Companies.Member], _ database: PermitDatabase) throws {
        let key = try Enrollment.key("csrf", in: database)
        // One hash for all: what it costs to check does not depend on whose it is.
        let hash = try PasswordHash.hash(Self.password)
        let names = try database.write { records in
            try companies.prefix(Self.count).enumerated().map { place, member in
                guard var company = try records.contractors.find(id: member.id) else {
                    throw BenchError.failed("company \(member.id) is not there")
                }
                company.email = Self.address("company", place)
                try records.contractors.update(company)
                try records.contractors.setPassword(hash, contractor: company.id)
                return company.license.isEmpty ? company.companyName : company.license
            }
        }
        let people = Self.people(key)
        signIns = zip(names, people).map { $1("/login", [("company", $0), ("password", Self.password)]) }
        wrong = (
            zip(names, people).map { $1("/login", [("company", $0), ("password", "Permit3Build")]) },
            zip(names, people).map { $1("/login", [("company", $0 + " X"), ("password", "Permit3Build")]) }
        )
        forgotten = (Self.forgotten("company", people), Self.forgotten("nobody", people))
    }

    private typealias Person = (_ address: String, _ fields: [(String, String)]) -> Wrk.Ask

    /// Each with the mark and the token that the sign-in page would have given them.
    private static func people(_ key: [UInt8]) -> [Person] {
        (0..<count).map { place in
            let mark = RandomToken().text
            let token = MaskedToken.masked(Base64URL.encode(HMAC.sha256(key: key, Array(mark.utf8))))
            return { address, fields in
                Wrk.Ask(
                    address: address, cookie: "visitor=\(mark)", client: "198.51.\(100 + place / 250).\(1 + place % 250)",
                    form: FormFields.encode([("csrf", token)] + fields))
            }
        }
    }

    private static func forgotten(_ name: String, _ people: [Person]) -> [Wrk.Ask] {
        people.enumerated().map { place, person in
            person("/forgot-password", [("kind", "company"), ("email", address(name, place)), ("step", "continue")])
        }
    }

    private static func address(_ name: String, _ place: Int) -> String { "\(name)\(place)@example.com" }
}
