import Permitting

/// The demo records of an office: its guide can be followed with them, step by step.
public struct Demo: Sendable {
    /// As they are when the records have just been filed.
    public let logins: [DemoLogin]
    private let file: @Sendable (DemoOffice) throws -> Void

    /// By the name of the agency file, "kootenai"; nil where there are none.
    public init?(named name: String) {
        switch name {
        case "kootenai":
            logins = KootenaiDemo.logins + DemoOffice.staffLogins
            file = { try KootenaiDemo(office: $0).file() }
        default: return nil
        }
    }

    /// Files the records, all or none of them. Passwords are hashed by `hash`.
    public func load(
        into database: PermitDatabase, agency: Agency, now: Instant, hash: @escaping @Sendable (String) throws -> String
    ) throws {
        try database.write { records in
            try file(DemoOffice(records: records, agency: agency, now: now, hash: hash))
        }
    }
}
