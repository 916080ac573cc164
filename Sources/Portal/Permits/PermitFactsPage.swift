import Mustache
import Permitting

/// "Permit Info" and "Site Info": terms and what is known of them.
struct PermitFactsPage: Page {
    static let template = "Permits/Facts"
    let header: PermitHeader
    let heading: String
    let facts: [Fact]
    /// The public users who linked it, for those who may know.
    let links: Table?
    let notice: Notice?

    init(info view: PermitView, context: Context, isUnlinked: Bool = false) throws {
        let permit = view.permit
        header = try PermitHeader(view, tab: .info, context: context)
        heading = "Permit Info"
        links = try LinkedUsers(context).table(permit)
        notice = isUnlinked ? Notice(kind: .success, text: "The permit is unlinked, and its former user is told by mail.") : nil
        facts =
            [
                Fact("Type", permit.type), Fact("Subtype", permit.subtype), Fact("Description", permit.description),
                Fact("Status", permit.status.word, tone: StatusTag.tone(permit.status.state)),
                Fact("Applied Date", permit.appliedOn?.short ?? ""), Fact("Approved Date", permit.approvedOn?.short ?? ""),
                Fact("Issued Date", permit.issuedOn?.short ?? ""), Fact("Finaled Date", permit.finaledOn?.short ?? ""),
                Fact("Expiration Date", permit.expiresOn?.short ?? ""), Fact("Contractor", permit.contractorName),
            ] + (view.isFull ? [Fact("Notes", permit.notes), try Self.attachments(view, context)] : [])
    }

    init(site view: PermitView, context: Context) throws {
        let site = view.permit.site
        header = try PermitHeader(view, tab: .site, context: context)
        heading = "Site Info"
        links = nil
        notice = nil
        facts = [
            Fact("Address", site.address), Fact("City", site.city), Fact("State", site.state), Fact("Zip", site.zip),
            Fact("Parcel", site.parcel), Fact("Valuation", site.valuation?.description ?? ""),
            Fact("Square Feet", Self.plain(site.squareFeet)), Fact("Housing Units", Self.plain(site.housingUnits)),
        ]
    }

    private static func attachments(_ view: PermitView, _ context: Context) throws -> Fact {
        let names = try context.records.attachments.all(permit: view.permit.id).map(\.name.rawValue)
        let more = names.count > namedMost ? ", and \(names.count - namedMost) more" : ""
        let words = names.isEmpty ? "No files" : names.prefix(namedMost).joined(separator: ", ") + more
        return Fact("Attachments", words, address: Link.permit(view.permit.number, .attachments).address)
    }

    private static let namedMost = 5

    private static func plain(_ number: Double?) -> String {
        guard let number else { return "" }
        return Int(exactly: number).map(String.init) ?? String(number)
    }

    private init() {
        header = .sample
        heading = "Permit Info"
        facts = [Fact("Type", "RESIDENTIAL"), Fact("Status", "ACTIVE", tone: "ok"), Fact("Address", "1 A ST", address: "/")]
        links = Table(
            id: "linked-users", caption: "Linked public users", total: "1 total record(s)",
            columns: [Table.Column(label: "NAME")],
            rows: [Table.Row(id: "linked-user-1", cells: [.header("NAME", "PAT HOMEOWNER")])])
        notice = Notice(kind: .success, text: "The permit is unlinked.")
    }

    static let sample = PermitFactsPage()
    private static let shape = Shape("header", "heading", "facts", "links")
    var value: Value { Self.shape(header.value, .text(heading), .list(facts.map(\.value)), links?.value ?? .nothing) }
}
