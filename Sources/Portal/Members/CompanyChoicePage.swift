import Mustache
import Permitting
import Storage

/// The companies that somebody works for, to choose one.
struct CompanyChoicePage: Page {
    static let template = "Members/Companies"
    let options: [(id: Int, label: String, isSelected: Bool)]
    let next: String?
    let faults: [Fault]

    init(_ memberships: [MemberStore.Membership], current: Int, next: String?, faults: [Fault] = []) {
        self.init(memberships.map { ($0.member, $0.company, $0.member == current) }, next, faults)
    }

    private init(_ options: [(id: Int, label: String, isSelected: Bool)], _ next: String?, _ faults: [Fault]) {
        self.options = options
        self.next = next
        self.faults = faults
    }

    static let sample = CompanyChoicePage(
        [(1, "RICH CONTRACTOR (AEC0119)", true)], "/profile", [Fault("member", "Choose a company")])
    private static let shape = Shape("action", "nextPage", "choice")
    private static let choiceShape = Shape("name", "id", "label", "hint", "error", "isRequired", "isOptional", "options")
    private static let optionShape = Shape("id", "value", "label", "hint", "isSelected")
    var value: Value {
        let radios = options.enumerated().map { index, option in
            // An error links to the group's first button, which has its name for an id.
            Self.optionShape(
                .text(index == 0 ? "member" : "member-\(option.id)"), .text(String(option.id)), .text(option.label), .nothing,
                .flag(option.isSelected))
        }
        return Self.shape(
            .text(Link.companies.address), .optional(next),
            Self.choiceShape(
                "member", "member", "Company", .nothing, .optional(faults.text("member")), true, false, .list(radios)))
    }
}

extension MemberStore.Membership {
    /// "RICH CONTRACTOR (AEC0119)"
    var company: String { license.isEmpty ? companyName : "\(companyName) (\(license))" }
}
