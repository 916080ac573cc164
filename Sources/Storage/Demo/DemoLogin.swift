/// A login of the demo records, as `permit-portal demo` prints it.
public struct DemoLogin: Sendable {
    public let who: String
    public let name: String
    /// nil where there is no password yet.
    public let secret: String?
    public let note: String
}
