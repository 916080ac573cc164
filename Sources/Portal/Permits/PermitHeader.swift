import Mustache
import Permitting
import Storage

/// What stands above each of a permit's tabs: number, status, buttons, tabs with their counts.
struct PermitHeader: Sendable {
    struct Tab: Sendable {
        let label: String
        let address: String
        let isCurrent: Bool
    }

    let number: String
    let status: String
    let tone: String
    let requestAddress: String?
    let inspectionsAddress: String?
    let reason: String?
    let tabs: [Tab]

    init(_ view: PermitView, tab: Link.Tab, context: Context) throws {
        let permit = view.permit
        number = permit.number.rawValue
        status = permit.status.word
        tone = StatusTag.tone(permit.status.state)
        let records = context.records
        let due = view.isParty ? try records.fees.due(permit: permit.id, contractor: context.viewer.contractorID) : []
        let reinspection = due.filter { $0.kind == .reinspection }.map(\.amount).sum
        let refusal = context.rules.refusal(permit: permit.summary, reinspectionBalance: reinspection)
        let mayRequest = view.isParty && context.may(.requestInspections)
        requestAddress = mayRequest && refusal == nil ? Link.newInspection(permit.number).address : nil
        inspectionsAddress = view.isParty ? Link.permit(permit.number, .inspections).address : nil
        reason = mayRequest ? refusal.map(RefusalText.sentence) : nil
        let contacts = view.isFull ? try records.permits.contacts(of: permit.id).count : 0
        let inspections = try records.inspections.all(permit: permit.id).count
        let attachments = view.isFull ? try records.attachments.count(permit: permit.id) : 0
        let shown: [(Link.Tab, String, Bool)] = [
            (.info, "Permit Info", true), (.site, "Site Info", true), (.contacts, "Contacts (\(contacts))", view.isFull),
            (.fees, "Fees", view.isFull), (.inspections, "Inspections (\(inspections))", true), (.conditions, "Conditions", true),
            (.reviews, "Reviews", true), (.attachments, "Attachments (\(attachments))", view.isFull),
        ]
        tabs = shown.filter(\.2).map {
            Tab(label: $0.1, address: Link.permit(permit.number, $0.0).address, isCurrent: $0.0 == tab)
        }
    }

    private init() {
        number = "RES16-0688"
        status = "READY TO ISSUE"
        tone = "warn"
        requestAddress = "/permits/RES16-0688/inspections/new"
        inspectionsAddress = "/permits/RES16-0688/inspections"
        reason = "The permit is READY TO ISSUE."
        tabs = [Tab(label: "Permit Info", address: "/permits/RES16-0688", isCurrent: true)]
    }

    static let sample = PermitHeader()
    private static let shape = Shape(
        "number", "status", "tone", "requestAddress", "inspectionsAddress", "reason", "tabsLabel", "tabs")
    private static let tabShape = Shape("label", "address", "isCurrent")
    var value: Value {
        Self.shape(
            .text(number), .text(status), .text(tone), .optional(requestAddress), .optional(inspectionsAddress),
            .optional(reason),
            .text("Permit \(number)"),
            .list(tabs.map { Self.tabShape(.text($0.label), .text($0.address), .flag($0.isCurrent)) }))
    }
}
