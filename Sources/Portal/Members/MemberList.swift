import Mustache
import Permitting

/// A company's people as a table: with buttons for those who manage them, without for the office.
struct MemberList {
    let members: [Member]
    let viewer: Account.Member?
    let clock: OfficeClock?

    init(_ members: [Member], viewer: Account.Member?, clock: OfficeClock?) {
        self.members = members
        self.viewer = viewer
        self.clock = clock
    }

    private static let labels = ["NAME", "EMAIL", "MANAGES", "SINCE", "LAST SIGNED IN", "ACTION"]

    func table(total: Int) -> Table {
        Table(
            id: "people", caption: "People", total: "\(total) total record(s)",
            emptyText: "Nobody has a login of their own yet.", columns: Self.labels.map { Table.Column(label: $0) },
            rows: members.map { Table.Row(id: "person-\($0.id)", cells: cells($0)) })
    }

    private func cells(_ member: Member) -> [Cell] {
        let labels = Self.labels
        let isSelf = member.id == viewer?.id
        let (label, value) = member.mayManage ? ("Take away", "no") : ("Allow", "yes")
        let change = Cell.Post(link: .memberRight(member.id), fields: [("manage", value)])
        return [
            Cell(labels[0], member.name, isHeader: true, note: isSelf ? .text("(you)") : nil), Cell(labels[1], member.email),
            Cell(labels[2], member.mayManage ? "Yes" : "No", note: isSelf ? nil : .post(label, change)), since(member),
            Cell(labels[4], lastSignedIn(member)),
            .link(labels[5], "Remove", .memberRemoval(member.id)),
        ]
    }

    private func since(_ member: Member) -> Cell {
        if let joined = member.joinedAt { return Cell("SINCE", text(joined)) }
        let again = Cell.Post(link: .memberInvitation(member.id), fields: [])
        return Cell("SINCE", "INVITED", tone: "info", note: .post("Send again", again))
    }

    private func lastSignedIn(_ member: Member) -> String {
        if let last = member.signedInAt { return text(last) }
        return member.invitationEndsAt.map { "Not yet, link until \(text($0))" } ?? "Not yet"
    }

    private func text(_ moment: Instant) -> String { clock?.text(moment) ?? "" }

    static let sample = MemberList(
        [
            Member(
                id: 1, contractorID: 1, name: "PAT PLUMBER", email: "pat@example.com", mayManage: true, joinedAt: Instant(0),
                signedInAt: nil, invitationEndsAt: nil)
        ], viewer: nil, clock: nil)
}
