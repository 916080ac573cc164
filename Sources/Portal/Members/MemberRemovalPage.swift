import Mustache
import Permitting

/// Asks before somebody is removed.
struct MemberRemovalPage: Page {
    static let template = "Members/Removal"
    let id: Int
    let name: String
    let company: String
    let facts: [Fact]
    let isSelf: Bool

    init(_ member: Member, company: String, viewer: Account.Member?) {
        id = member.id
        name = member.name
        self.company = company
        facts = [Fact("Name", member.name), Fact("Email", member.email)]
        isSelf = member.id == viewer?.id
    }

    static let sample = MemberRemovalPage(
        MemberList.sample.members[0], company: "RICH CONTRACTOR",
        viewer: Account.Member(id: 1, name: "PAT PLUMBER", mayManage: true))
    private static let shape = Shape("action", "membersAddress", "name", "company", "facts", "isSelf")
    var value: Value {
        Self.shape(
            .text(Link.memberRemoval(id).address), .text(Link.members.address), .text(name), .text(company),
            .list(facts.map(\.value)), .flag(isSelf))
    }
}
