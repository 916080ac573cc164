import Permitting
import SQLite

/// Which files hang on which permit. Their content is in the `AttachmentFolder`.
public struct AttachmentStore {
    /// What makes two uploads one: the same content under the same name with the same words.
    public struct Likeness: Sendable {
        public let permit: Int
        public let digest: [UInt8]
        public let name: AttachmentName
        public let description: String

        public init(permit: Int, digest: [UInt8], name: AttachmentName, description: String) {
            self.permit = permit
            self.digest = digest
            self.name = name
            self.description = description
        }
    }

    /// A file that is kept already and has no record yet.
    public struct Upload: Sendable {
        public let likeness: Likeness
        public let file: StoredName
        public let kind: AttachmentKind
        public let size: FileSize

        public init(_ likeness: Likeness, file: StoredName, kind: AttachmentKind, size: FileSize) {
            self.likeness = likeness
            self.file = file
            self.kind = kind
            self.size = size
        }
    }

    /// What has to lie in the folder.
    public struct Listed: Sendable {
        public let id: Int
        public let file: StoredName
        public let size: FileSize
        public let digest: [UInt8]
    }

    let connection: Connection

    /// Latest first, without those that were removed.
    public func all(permit: Int) throws -> [Attachment] {
        try connection.rows(
            Self.select + "WHERE permit_id = ? AND attachments.removed_at IS NULL ORDER BY sent_at DESC, attachments.id DESC",
            permit,
            map: Self.attachment)
    }

    public func count(permit: Int) throws -> Int {
        try connection.first("SELECT count(*) FROM attachments WHERE permit_id = ? AND removed_at IS NULL", permit) {
            try $0[0]
        } ?? 0
    }

    /// One that was removed is found too, and says so.
    public func find(id: Int, permit: Int) throws -> Attachment? {
        try connection.first(Self.select + "WHERE attachments.id = ? AND permit_id = ?", id, permit, map: Self.attachment)
    }

    public func file(id: Int) throws -> StoredName? {
        try connection.first("SELECT file FROM attachments WHERE id = ?", id) { try $0[0] }
    }

    /// `midnight` is when today began at the office. What was taken back on the same day counts as sent.
    public func holdings(permit: Int, contractor: Int, since midnight: Instant) throws -> AttachmentHoldings {
        let (files, size): (Int, FileSize) =
            try connection.first(
                "SELECT count(*), coalesce(sum(size), 0) FROM attachments WHERE permit_id = ? AND removed_at IS NULL", permit
            ) { (try $0[0], try $0[1]) } ?? (0, FileSize(bytes: 0))
        let sent: FileSize =
            try connection.first(
                "SELECT coalesce(sum(size), 0) FROM attachments WHERE contractor_id = ? AND sent_at >= ?", contractor, midnight
            ) { try $0[0] } ?? FileSize(bytes: 0)
        return AttachmentHoldings(files: files, size: size, sentToday: sent)
    }

    /// The one that is there already where the same was sent before.
    public func find(_ likeness: Likeness) throws -> Int? {
        try connection.first(
            """
            SELECT id FROM attachments
            WHERE permit_id = ? AND digest = ? AND name = ? AND description = ? AND removed_at IS NULL
            """, likeness.permit, likeness.digest, likeness.name, likeness.description
        ) { try $0[0] }
    }

    @discardableResult
    public func insert(_ upload: Upload, contractor: Int, member: Int? = nil, at now: Instant) throws -> Int {
        let same = upload.likeness
        try connection.run(
            """
            INSERT INTO attachments (permit_id, file, name, kind, size, digest, description, contractor_id, member_id, sent_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, same.permit, upload.file, same.name, upload.kind, upload.size, same.digest, same.description, contractor,
            member, now)
        return Int(connection.lastInsertedRowID)
    }

    /// Whether it was there to be removed.
    public func remove(id: Int, at now: Instant) throws -> Bool {
        try connection.first(
            "UPDATE attachments SET removed_at = ? WHERE id = ? AND removed_at IS NULL RETURNING id", now, id
        ) { _ in true } ?? false
    }

    /// Every file that has to be there, oldest first.
    public func listed() throws -> [Listed] {
        try connection.rows("SELECT id, file, size, digest FROM attachments WHERE removed_at IS NULL ORDER BY id") {
            Listed(id: try $0[0], file: try $0[1], size: try $0[2], digest: try $0[3])
        }
    }

    /// False in the records of a program that knew of no attachments.
    var isKnown: Bool {
        get throws {
            try connection.first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attachments'") { _ in true }
                ?? false
        }
    }

    private static let select: SQL = """
        SELECT attachments.id, permit_id, attachments.name, attachments.kind, size, digest, description,
            attachments.contractor_id,
            coalesce(contractors.company_name || coalesce(' (' || members.name || ')', ''), staff.name, ''), sent_at,
            attachments.removed_at
        FROM attachments LEFT JOIN contractors ON contractors.id = attachments.contractor_id
            LEFT JOIN members ON members.id = member_id LEFT JOIN staff ON staff.id = staff_id 
        """

    private static func attachment(_ row: Row) throws -> Attachment {
        let removedAt: Instant? = try row[10]
        return Attachment(
            id: try row[0], permitID: try row[1], name: try row[2], kind: try row[3], size: try row[4], digest: try row[5],
            description: try row[6], contractorID: try row[7], sender: try row[8], sentAt: try row[9],
            isRemoved: removedAt != nil)
    }
}
