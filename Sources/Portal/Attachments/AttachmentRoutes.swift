import HTTP
import Permitting
import Storage

enum AttachmentRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let view = try PermitView(context)
        try view.requireFull(context)
        let notice = try AttachmentNotice(context: context, permit: view.permit).read(request.target.query)
        return try context.page(try AttachmentsPage(view, context, notice: notice))
    }

    @Sendable static func new(_ request: Request, _ context: Context) throws -> Response {
        let (permit, _) = try start(context)
        return try context.page(NewAttachmentPage(AttachmentForm(), permit, context))
    }

    @Sendable static func create(_ request: Request, _ context: Context) throws -> Response {
        let (permit, contractor) = try start(context)
        let form = try AttachmentForm(request)
        var faults = form.faults
        do {
            if let sent = try form.sent(AttachmentRules(context.agency.attachments)), faults.isEmpty {
                let id = try AttachmentFiling(context: context, permit: permit, contractor: contractor).file(sent)
                return .redirect(to: Link.permit(permit.number, .attachments).address + "?sent=\(id)")
            }
        } catch let refusal as AttachmentRefusal {
            faults.append(Fault("file", AttachmentRefusalText(settings: context.agency.attachments).sentence(refusal, form.name)))
        }
        let page = NewAttachmentPage(form, permit, context, faults: form.withReminder(faults))
        return try context.page(page, status: .unprocessableContent)
    }

    @Sendable static func show(_ request: Request, _ context: Context) throws -> Response {
        let (attachment, _) = try find(context)
        guard !attachment.isRemoved, let file = try context.records.attachments.file(id: attachment.id) else {
            throw PortalError.notFound
        }
        let folder = context.site.database.attachments
        guard folder.size(of: file) == attachment.size else { throw MissingAttachment(path: folder.path(of: file)) }
        return AttachmentDownload(attachment, path: folder.path(of: file)).response
    }

    /// Asks whether it shall go: nothing brings it back.
    @Sendable static func edit(_ request: Request, _ context: Context) throws -> Response {
        let (attachment, view) = try find(context)
        guard !attachment.isRemoved else { throw PortalError.notFound }
        let isTooLate = try AttachmentRemoval(attachment, context).isTooLate
        return try context.page(AttachmentRemovalPage(attachment, view.permit, isTooLate: isTooLate))
    }

    @Sendable static func destroy(_ request: Request, _ context: Context) throws -> Response {
        let (attachment, view) = try find(context)
        let removal = try AttachmentRemoval(attachment, context)
        guard !removal.isTooLate else {
            return try context.page(
                AttachmentRemovalPage(attachment, view.permit, isTooLate: true), status: .unprocessableContent)
        }
        try removal.perform()
        return .redirect(to: Link.permit(view.permit.number, .attachments).address + "?removed=\(attachment.id)")
    }

    /// Files are sent by those who are on the permit.
    private static func start(_ context: Context) throws -> (Permit, Int) {
        let permit = try context.permit()
        let contractor = try context.contractorID()
        guard try context.records.permits.isParty(contractor: contractor, permit: permit.id) else { throw PortalError.forbidden }
        return (permit, contractor)
    }

    private static func find(_ context: Context) throws -> (Attachment, PermitView) {
        let view = try PermitView(context)
        try view.requireFull(context)
        guard let attachment = try context.records.attachments.find(id: try context.id(), permit: view.permit.id) else {
            throw PortalError.notFound
        }
        return (attachment, view)
    }
}
