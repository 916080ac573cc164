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

    private static let labels = ["NAME", "EMAIL", "SINCE", "LAST SIGNED IN", "MANAGES PEOPLE", "ACTION"]

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
        let again = Cell.Post(link: .memberInvitation(member.id), fields: [])
        return [
            Cell(labels[0], member.name, isHeader: true, note: isSelf ? .text("(you)") : nil), Cell(labels[1], member.email),
            since(member), Cell(labels[3], member.signedInAt.map(text)),
            Cell(labels[4], member.mayManage ? "Yes" : "No", note: isSelf ? nil : .post(label, change)),
            Cell(
                labels[5], "Remove", link: .memberRemoval(member.id),
                note: member.joinedAt == nil ? .post("Send again", again) : nil),
        ]
    }

    private func since(_ member: Member) -> Cell {
        if let joined = member.joinedAt { return Cell("SINCE", text(joined)) }
        let note = member.invitationEndsAt.map { Cell.Note.text("link until \(text($0))") }
        return Cell("SINCE", "INVITED", tone: "info", note: note)
    }

    private func text(_ moment: Instant) -> String { clock?.text(moment) ?? "" }

    static let sample = MemberList(
        [
            Member(
                id: 1, contractorID: 1, name: "PAT PLUMBER", email: "pat@example.com", mayManage: true, joinedAt: Instant(0),
                signedInAt: nil, invitationEndsAt: nil)
        ], viewer: nil, clock: nil)
}
