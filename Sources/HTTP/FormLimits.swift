/// How much a form may hold.
public struct FormLimits: Sendable {
    public var bytes: Int
    public var fields: Int

    public init(bytes: Int = 1024 * 1024, fields: Int = 1000) {
        self.bytes = bytes
        self.fields = fields
    }
}
