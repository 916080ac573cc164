import Permitting

/// The demo records of an office: its guide can be followed with them, step by step.
public struct Demo: Sendable {
    /// As they are when the records have just been filed.
    public let logins: [DemoLogin]
    private let attachments: [DemoAttachment]
    private let file: @Sendable (DemoOffice) throws -> Void

    /// By the name of the agency file, "kootenai"; nil where there are none.
    public init?(named name: String) {
        switch name {
        case "kootenai":
            logins = KootenaiDemo.logins + DemoOffice.staffLogins
            attachments = KootenaiDemo.attachments
            file = { try KootenaiDemo(office: $0).file() }
        default: return nil
        }
    }

    /// Files the records, all or none of them. Passwords are hashed by `hash`, and `digest` makes SHA-256 of attachments.
    public func load(
        into database: PermitDatabase, agency: Agency, now: Instant, digest: ([UInt8]) -> [UInt8],
        hash: @escaping @Sendable (String) throws -> String
    ) throws {
        let kept = try attachments.map { try $0.keep(in: database.attachments, digest: digest) }
        try database.write { records in
            try file(DemoOffice(records: records, agency: agency, now: now, attachments: kept, hash: hash))
        }
    }
}
