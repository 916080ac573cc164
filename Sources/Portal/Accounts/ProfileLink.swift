import Mustache

/// A way from "Edit Information" to what else belongs to an account.
struct ProfileLink: Sendable {
    let label: String
    let link: Link

    init(_ label: String, _ link: Link) {
        self.label = label
        self.link = link
    }

    /// What is open to the viewer.
    static func all(_ context: Context) throws -> [ProfileLink] {
        guard let account = context.viewer.account else { return [] }
        let signIn = context.agency.signIn
        var links = [ProfileLink("Your sessions", .sessions)]
        if signIn.may(.manageMembers, account) { links.append(ProfileLink("People", .members)) }
        if signIn.may(.actAsCompany, account) { links.append(ProfileLink("Activity", .activity)) }
        if let member = account.member, let login = try context.records.members.login(member: member.id),
            login.memberships.count > 1
        {
            links.append(ProfileLink("Change company", .companies))
        }
        return links
    }

    private static let shape = Shape("label", "address")
    var value: Value { Self.shape(.text(label), .text(link.address)) }
}
