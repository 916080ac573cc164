import Permitting

/// The demo records of an office: its guide can be followed with them, step by step.
public struct Demo: Sendable {
    /// As they are when the records have just been filed.
    public let logins: [DemoLogin]
    private let records: any AgencyDemo.Type

    /// By the name of the agency file, "kootenai"; nil where there are none.
    public init?(named name: String) {
        guard let records = Self.all[name] else { return nil }
        self.records = records
        logins = records.logins + DemoOffice.staffLogins(password: records.password)
    }

    /// Sorted by name.
    public static var names: [String] { all.keys.sorted() }

    private static let all: [String: any AgencyDemo.Type] = [
        "aurora": AuroraDemo.self, "harnett": HarnettDemo.self, "hemet": HemetDemo.self, "kootenai": KootenaiDemo.self,
        "round-rock": RoundRockDemo.self,
    ]

    /// Files the records, all or none of them. Passwords are hashed by `hash`, and `digest` makes SHA-256 of attachments.
    public func load(
        into database: PermitDatabase, agency: Agency, now: Instant, digest: ([UInt8]) -> [UInt8],
        hash: @escaping @Sendable (String) throws -> String
    ) throws {
        let kept = try records.attachments.map { try $0.keep(in: database.attachments, digest: digest) }
        let demo = self.records
        try database.write { records in
            try records.office.keep(agency.signIn.firstPassword)
            let office = DemoOffice(
                records: records, agency: agency, now: now, attachments: kept, password: demo.password, hash: hash)
            try office.staff()
            try demo.init(office: office).file()
        }
    }
}
