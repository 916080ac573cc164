import Permitting
import Storage

/// The public users who linked a permit, for the companies on it and the office: their names, and the button that ends it.
struct LinkedUsers {
    private let context: Context

    init(_ context: Context) { self.context = context }

    func mayUnlink(_ permit: Permit) throws -> Bool {
        if let member = context.viewer.staffMember { return member.role.may(.manageAccounts) }
        guard let account = context.viewer.account, context.may(.actAsCompany), !context.visit.isSettingUp else { return false }
        return try context.records.permits.isParty(contractor: account.id, permit: permit.id)
    }

    /// nil where there are none, or for somebody else.
    func table(_ permit: Permit) throws -> Table? {
        let mayUnlink = try mayUnlink(permit)
        guard mayUnlink || context.viewer.staffMember != nil else { return nil }
        let users = try context.records.permits.linkedUsers(permit: permit.id)
        guard !users.isEmpty else { return nil }
        let labels = ["NAME"] + (mayUnlink ? ["ACTION"] : [])
        let rows = users.map { user in
            let unlink = Cell("ACTION", "Unlink", post: Cell.Post(link: .linkRemoval(permit.number, user.id), fields: []))
            return Table.Row(
                id: "linked-user-\(user.id)", cells: [.header(labels[0], user.name)] + (mayUnlink ? [unlink] : []))
        }
        return Table(
            id: "linked-users", caption: "Linked public users", total: "\(rows.count) total record(s)",
            columns: labels.map { Table.Column(label: $0) }, rows: rows)
    }
}
