import HTTP
import Permitting
import Storage

enum InspectionRoutes {
    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        let (permit, check) = try start(context)
        guard let contractor = try context.records.contractors.find(id: check.contractor) else { throw PortalError.notFound }
        let kept = try context.keptForm(request)
        var form = kept.map(InspectionForm.init) ?? InspectionForm(contractor: contractor, permit: permit)
        if kept == nil, let id = context.viewer.member?.id,
            let member = try context.records.members.find(id: id, contractor: contractor.id)
        {
            (form.contactName, form.email) = (member.name, member.email)
        }
        return try context.page(
            try InspectionRequestPage(form, permit, check, context, notice: kept == nil ? nil : LostForm.notice))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let fields = try request.form()
        let (permit, check) = try start(context)
        var form = InspectionForm(fields)
        switch InspectionForm.action(fields) {
        case .remove(let index):
            if form.rows.indices.contains(index) { form.rows.remove(at: index) }
            return try context.page(try InspectionRequestPage(form, permit, check, context))
        case .add:
            let faults = try check.bookings(form.rows + [form.typed], context.records).faults
            if faults.isEmpty {
                form.rows.append(form.typed)
                form.typed = InspectionForm.Row(type: "", day: "", slot: "")
            }
            let page = try InspectionRequestPage(form, permit, check, context, faults: faults)
            return try context.page(page, status: faults.isEmpty ? .ok : .unprocessableContent)
        case .submit:
            return try submit(form, permit, check, context)
        }
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let (inspection, permit) = try own(context)
        return try context.page(try InspectionPage(inspection, permit, context))
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let (inspection, permit) = try own(context)
        guard try InspectionRights(inspection, context).mayCancel else { throw PortalError.forbidden }
        guard inspection.state.isActive, context.now < context.rules.cancelUntil(inspection.day) else {
            return try context.page(
                try InspectionPage(inspection, permit, context, isTooLate: true), status: .unprocessableContent)
        }
        let (now, today, actor) = (context.now, context.today, context.actor)
        try context.write { records in
            try records.inspections.cancel(id: inspection.id, on: today)
            try records.events.record(
                "inspection cancelled", by: actor, permit: permit.id, detail: inspection.type, at: now)
        }
        return .redirect(to: Link.dashboard.address + "?cancelled=\(inspection.id)")
    }

    /// Saves all rows and the one being typed, or none. The rules are asked again within the transaction, so that the last place
    /// goes to one of two who ask at the same moment.
    private static func submit(
        _ form: InspectionForm, _ permit: Permit, _ check: InspectionCheck, _ context: Context
    ) throws -> Response {
        let rows = form.typed.isBlank && !form.rows.isEmpty ? form.rows : form.rows + [form.typed]
        let contact = InspectionStore.Contact(
            name: form.contactName, phone: form.phone, email: form.email, siteAddress: form.siteAddress, notes: form.notes)
        var faults = form.contactFaults
        faults += try check.bookings(rows, context.records).faults
        var booked: [Int] = []
        if faults.isEmpty {
            let (actor, member, now) = (context.actor, context.viewer.member?.id, context.now)
            (booked, faults) = try context.write { records in
                if let refusal = try check.refusal(records) { return ([], [Fault(nil, RefusalText.sentence(refusal))]) }
                let (bookings, faults) = try check.bookings(rows, records)
                guard faults.isEmpty else { return ([], faults) }
                return (try save(bookings, contact, check, records, actor, member, now), [])
            }
        }
        guard faults.isEmpty else {
            return try context.page(
                try InspectionRequestPage(form, permit, check, context, faults: faults), status: .unprocessableContent)
        }
        let query = FormFields.encode(booked.map { ("requested", String($0)) })
        return .redirect(to: Link.dashboard.address + "?" + query)
    }

    private static func save(
        _ bookings: [InspectionCheck.Booking], _ contact: InspectionStore.Contact, _ check: InspectionCheck, _ records: Records,
        _ actor: EventStore.Actor, _ member: Int?, _ now: Instant
    ) throws -> [Int] {
        try bookings.map { booking in
            try records.events.record(
                "inspection requested", by: actor, permit: check.permit.id, detail: booking.type, at: now)
            return try records.inspections.insert(
                permit: check.permit.id, type: booking.type, day: booking.day, slot: booking.slot, contact: contact,
                contractor: check.contractor, member: member, at: now)
        }
    }

    private static func start(_ context: Context) throws -> (Permit, InspectionCheck) {
        let permit = try context.permit()
        let contractor = try context.contractorID()
        guard try context.records.permits.isParty(contractor: contractor, permit: permit.id) else { throw PortalError.forbidden }
        return (permit, InspectionCheck(rules: context.rules, permit: permit, contractor: contractor))
    }

    /// An inspection of somebody else's permit is not there.
    private static func own(_ context: Context) throws -> (Inspection, Permit) {
        guard let inspection = try context.records.inspections.find(id: try context.id()),
            try context.records.permits.isParty(contractor: try context.contractorID(), permit: inspection.permitID),
            let permit = try context.records.permits.find(id: inspection.permitID)
        else { throw PortalError.notFound }
        return (inspection, permit)
    }
}
