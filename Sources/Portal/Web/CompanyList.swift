import Mustache
import Permitting

/// The companies to choose from when signing in, where the agency keeps a list and it is short enough to be one.
struct CompanyList {
    /// Above this, typing part of the name is quicker than any list.
    static let longest = 200

    struct Company {
        let id: Int
        let label: String
        var isSelected = false

        static let shape = Shape("id", "label", "isSelected")
        var value: Value { Self.shape(.text(String(id)), .text(label), .flag(isSelected)) }
    }

    let context: Context

    /// nil where there is no list. Two companies of one name are told apart by licence.
    var companies: [Company]? {
        get throws {
            guard context.agency.signIn.listsCompanies else { return nil }
            let found = try context.records.contractors.signingIn(limit: Self.longest + 1)
            guard found.count <= Self.longest else { return nil }
            let names = Dictionary(grouping: found, by: \.companyName).mapValues(\.count)
            return found.map { contractor in
                let isAmbiguous = (names[contractor.companyName] ?? 0) > 1
                return Company(
                    id: contractor.id,
                    label: isAmbiguous ? "\(contractor.companyName) (\(contractor.license))" : contractor.companyName)
            }
        }
    }
}
