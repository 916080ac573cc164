import Permitting

/// One agency's guide as records: its companies, their permits, and what hangs on them. A file each.
protocol AgencyDemo: SendableMetatype {
    /// Of every account that has been used before, the office's own people's too.
    static var password: String { get }
    /// As they are when the records have just been filed; the office's own people come from `DemoOffice`.
    static var logins: [DemoLogin] { get }
    static var attachments: [DemoAttachment] { get }

    init(office: DemoOffice)
    func file() throws
}

extension AgencyDemo {
    static var password: String { "Permit2Build" }
    static var attachments: [DemoAttachment] { [] }
}
