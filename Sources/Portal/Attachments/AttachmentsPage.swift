import Mustache
import Permitting

/// A permit's files: to save, to send, and for those who may to remove.
struct AttachmentsPage: Page {
    static let template = "Attachments/Index"
    let header: PermitHeader
    let table: Table
    /// Where a file is sent from; nil for those who send none.
    let newAddress: String?
    let notice: Notice?

    init(_ view: PermitView, _ context: Context, notice: Notice?) throws {
        let attachments = try context.records.attachments.all(permit: view.permit.id)
        let removable = Set(attachments.filter { AttachmentRemoval.isOffered($0, context) }.map(\.id))
        let labels = ["FILE", "DESCRIPTION", "SENT BY", "DATE"] + (removable.isEmpty ? [] : ["ACTION"])
        let rows = attachments.map { attachment in
            var cells = [
                Cell(
                    labels[0], attachment.name.rawValue, isHeader: true, link: .attachment(view.permit.number, attachment.id),
                    note: .text("\(attachment.kind.word), \(attachment.size)")),
                Cell(labels[1], attachment.description), Cell(labels[2], attachment.sender),
                Cell(labels[3], context.agency.clock.day(of: attachment.sentAt).short),
            ]
            if removable.contains(attachment.id) {
                cells.append(.link(labels[4], "Remove", .attachmentRemoval(view.permit.number, attachment.id)))
            } else if !removable.isEmpty {
                cells.append(Cell(labels[4], nil))
            }
            return Table.Row(id: "attachment-\(attachment.id)", cells: cells)
        }
        self.init(
            header: try PermitHeader(view, tab: .attachments, context: context),
            table: Table(
                id: "attachments", caption: "Attachments", total: "\(rows.count) total record(s)",
                emptyText: "No file has been attached yet.", columns: labels.map { Table.Column(label: $0) }, rows: rows),
            newAddress: view.isParty && context.may(.sendAttachments) ? Link.newAttachment(view.permit.number).address : nil,
            notice: notice)
    }

    private init(header: PermitHeader, table: Table, newAddress: String?, notice: Notice?) {
        self.header = header
        self.table = table
        self.newAddress = newAddress
        self.notice = notice
    }

    static let sample = AttachmentsPage(
        header: .sample,
        table: Table(
            id: "attachments", caption: "Attachments", total: "1 total record(s)", columns: [Table.Column(label: "FILE")],
            rows: [
                Table.Row(
                    id: "attachment-1",
                    cells: [Cell("FILE", "site-plan.pdf", isHeader: true, link: .home, note: .text("PDF, 1.2 MB"))])
            ]), newAddress: "/permits/RES16-0688/attachments/new",
        notice: Notice(kind: .success, text: "site-plan.pdf was received. It is on this permit now."))

    private static let shape = Shape("header", "table", "newAddress")
    var value: Value { Self.shape(header.value, table.value, .optional(newAddress)) }
}
