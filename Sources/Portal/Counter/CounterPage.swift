import Mustache
import Permitting
import Storage

/// The counter's day: what is paid and waits to be issued, and which inspections were asked for.
struct CounterPage: Page {
    static let template = "Counter/Counter"

    struct Inspection: Sendable {
        let id: Int
        let number: String
        let permitAddress: String
        let address: String
        let type: String
        let when: String
        let inspector: String
        let action: String
        let error: String?
        let options: [(value: String, label: String, isSelected: Bool)]
    }

    struct Permit: Sendable {
        let number: String
        let permitAddress: String
        let address: String
        let type: String
        let status: String
        let tone: String
        let action: String
    }

    let permits: [Permit]
    let inspections: [Inspection]
    let mayIssue: Bool
    let mayAssign: Bool
    let faults: [Fault]
    let notice: Notice?

    init(_ context: Context, faults: [Fault] = [], notice: Notice? = nil) throws {
        let role = try context.staffMember().role
        mayIssue = role.may(.issuePermits)
        mayAssign = role.may(.assignInspections)
        self.faults = faults
        self.notice = notice
        permits = try context.records.permits.readyAndPaid(limit: CounterRoutes.longest).map { listing in
            let permit = listing.permit
            return Permit(
                number: permit.number.rawValue, permitAddress: Link.permit(permit.number, .info).address, address: permit.address,
                type: permit.type, status: permit.status.word, tone: StatusTag.tone(permit.status.state),
                action: Link.issuance(permit.number).address)
        }
        let inspectors = try context.records.staff.inspectors()
        inspections = try context.records.inspections.requested(limit: CounterRoutes.longest).map { listing in
            Inspection(
                id: listing.id, number: listing.permit.number.rawValue,
                permitAddress: Link.permit(listing.permit.number, .info).address, address: listing.permit.address,
                type: listing.type, when: "\(listing.day) \(listing.slot)", inspector: listing.inspector,
                action: Link.assignment(listing.id).address, error: faults.text("inspector-\(listing.id)"),
                options: inspectors.map { (String($0.id), $0.name, $0.id == listing.inspectorID) })
        }
    }

    private init() {
        permits = [
            Permit(
                number: "RES16-0688", permitAddress: "/permits/RES16-0688", address: "1968 E DODD RD", type: "RESIDENTIAL",
                status: "READY TO ISSUE", tone: "warn", action: "/admin/permits/RES16-0688/issuance")
        ]
        inspections = [
            Inspection(
                id: 1, number: "RES17-0150", permitAddress: "/permits/RES17-0150", address: "34554 CLUETT LN", type: "ADDRESSING",
                when: "Mon, Nov 23, 2026 AM", inspector: "Ira Inspector", action: "/admin/inspections/1/assignment",
                error: "Choose an inspector",
                options: [("3", "Ira Inspector", true)])
        ]
        mayIssue = true
        mayAssign = true
        faults = [Fault("inspector-1", "Choose an inspector")]
        notice = nil
    }

    static let sample = CounterPage()
    private static let shape = Shape(
        "hasPermits", "permitTotal", "permits", "hasInspections", "inspectionTotal", "inspections", "mayIssue", "mayAssign")
    private static let permitShape = Shape("number", "permitAddress", "address", "type", "status", "tone", "action")
    private static let inspectionShape = Shape(
        "id", "number", "permitAddress", "address", "type", "when", "inspector", "action", "error", "options")
    private static let optionShape = Shape("value", "label", "isSelected")
    var value: Value {
        Self.shape(
            .flag(!permits.isEmpty), .text(Self.total(permits.count)),
            .list(
                permits.map {
                    Self.permitShape(
                        .text($0.number), .text($0.permitAddress), .filled($0.address), .text($0.type), .text($0.status),
                        .text($0.tone),
                        .text($0.action))
                }),
            .flag(!inspections.isEmpty), .text(Self.total(inspections.count)),
            .list(
                inspections.map { inspection in
                    Self.inspectionShape(
                        .text(String(inspection.id)), .text(inspection.number), .text(inspection.permitAddress),
                        .filled(inspection.address), .text(inspection.type), .text(inspection.when),
                        .filled(inspection.inspector),
                        .text(inspection.action), .optional(inspection.error),
                        .list(
                            inspection.options.map { Self.optionShape(.text($0.value), .text($0.label), .flag($0.isSelected)) }))
                }), .flag(mayIssue), .flag(mayAssign))
    }

    private static func total(_ count: Int) -> String {
        count < CounterRoutes.longest ? "\(count) total record(s)" : "the first \(count) record(s)"
    }
}
