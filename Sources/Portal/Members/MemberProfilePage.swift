import Mustache
import Permitting

/// "Edit Information" for somebody with a login of their own: name and password. What the company has on file only stands there.
struct MemberProfilePage: Page {
    static let template = "Members/Profile"
    let facts: [Fact]
    let name: Field
    let passwordFields: [Field]
    let rules: [String]
    let links: [ProfileLink]
    let faults: [Fault]
    let notice: Notice?

    init(
        _ member: Member, _ company: Contractor, links: [ProfileLink], rule: PasswordRule, typed: MemberProfileForm? = nil,
        faults: [Fault] = [], notice: Notice? = nil
    ) {
        facts = [
            Fact("Email", member.email), Fact("Company Name", company.companyName), Fact("State License #", company.license),
            Fact(
                "Company's address", [company.address, company.city, company.state, company.zip].joined(separator: " ").trimmed),
            Fact("Company's phone", company.phone), Fact("Company's email", company.email),
        ].filter { !$0.text.isEmpty }
        self.links = links
        self.faults = faults
        rules = rule.sentences
        self.notice = notice
        var name = Field("name", "Name")
        (name.value, name.maxlength, name.autocomplete) = (typed?.name ?? member.name, Member.longestName, "name")
        name.error = faults.text("name")
        self.name = name
        var current = Field("current-password", "Current Password")
        (current.type, current.need, current.autocomplete) = ("password", .plain, "current-password")
        current.error = faults.text("current-password")
        passwordFields = [current] + NewPassword.fields(faults, need: .plain)
    }

    static let sample = MemberProfilePage(
        MemberList.sample.members[0], Contractor(id: 1, companyName: "RICH CONTRACTOR", license: "AEC0119"),
        links: [ProfileLink("Your sessions", .sessions)], rule: StaffPassword.rule(hasSecondFactor: false),
        faults: [Fault("name", "Fill in Name")], notice: ProfilePage.saved)
    private static let shape = Shape("action", "links", "facts", "name", "passwordFields", "rules")
    var value: Value {
        Self.shape(
            .text(Link.profile.address), .list(links.map(\.value)), .list(facts.map(\.value)), name.content,
            .list(passwordFields.map(\.content)), .list(rules.map { .text($0) }))
    }
}
