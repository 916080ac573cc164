import Mustache
import Permitting
import Storage

/// The companies to choose from when signing in, where the agency keeps a list of them for everybody to see.
struct CompanyList {
    /// Above this, typing part of the name is quicker than any list.
    static let longest = 200
    /// As many of a search's matches are shown.
    static let mostMatches = 50
    static let longestSearch = 200

    enum Kind {
        case list([Company])
        /// There are too many: part of a name or a licence number finds them.
        case search
        /// The agency keeps none, and nothing tells who has an account.
        case none
    }

    struct Company {
        let id: Int
        let label: String
        var isSelected = false

        static let shape = Shape("id", "label", "isSelected")
        var value: Value { Self.shape(.text(String(id)), .text(label), .flag(isSelected)) }
    }

    let context: Context

    var kind: Kind {
        get throws {
            let signIn = context.agency.signIn
            guard signIn.listsCompanies else { return .none }
            let found = try context.records.contractors.signingIn(at: signIn.firstPassword, limit: Self.longest + 1)
            guard found.count <= Self.longest else { return .search }
            return .list(Self.told(found))
        }
    }

    /// At most one more than are shown.
    func matches(_ text: String) throws -> [Company] {
        guard !text.isEmpty, text.utf8.count <= Self.longestSearch else { return [] }
        return Self.told(
            try context.records.contractors.signingIn(
                matching: text, at: context.agency.signIn.firstPassword, limit: Self.mostMatches + 1))
    }

    /// Companies of one name are told apart by licence. Of others none is told: some offices' registration codes are just that.
    private static func told(_ companies: [Contractor]) -> [Company] {
        let names = Dictionary(grouping: companies, by: \.companyName).mapValues(\.count)
        return companies.map { company in
            let isAmbiguous = (names[company.companyName] ?? 0) > 1 && !company.license.isEmpty
            return Company(
                id: company.id, label: isAmbiguous ? "\(company.companyName) (\(company.license))" : company.companyName)
        }
    }
}
