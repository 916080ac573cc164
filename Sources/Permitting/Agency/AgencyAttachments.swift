/// Which files can be sent to a permit.
public struct AgencyAttachments: Sendable {
    /// In the order in which the upload page names them.
    public let kinds: [AttachmentKind]
    public let largest: FileSize
    public let mostPerPermit: Int
    /// All files of one permit together.
    public let largestPermit: FileSize
    /// All that one company may send in a day.
    public let mostPerDay: FileSize

    init(_ object: AgencyFileObject) throws {
        kinds = try Self.kinds(object, "kinds")
        let largest = try object.number("largestMegabytes", in: 1...2_000)
        self.largest = .megabytes(largest)
        mostPerPermit = try object.number("mostPerPermit", in: 1...10_000)
        largestPermit = try Self.sum("megabytesPerPermit", of: object, atLeast: largest)
        mostPerDay = try Self.sum("megabytesPerCompanyAndDay", of: object, atLeast: largest)
    }

    private static func kinds(_ object: AgencyFileObject, _ key: String) throws -> [AttachmentKind] {
        let kinds = try object.texts(key).map { name in
            guard let kind = AttachmentKind(rawValue: name) else {
                let known = AttachmentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw object.error(key, "\"\(name)\" is no kind; the kinds are \(known)")
            }
            return kind
        }
        guard !kinds.isEmpty else { throw object.error(key, "there is no kind of file to send") }
        guard Set(kinds).count == kinds.count else { throw object.error(key, "a kind is named twice") }
        return kinds
    }

    private static func sum(_ key: String, of object: AgencyFileObject, atLeast largest: Int) throws -> FileSize {
        let megabytes = try object.number(key, in: 1...1_000_000)
        guard megabytes >= largest else { throw object.error(key, "\(megabytes) is below largestMegabytes, which is \(largest)") }
        return .megabytes(megabytes)
    }
}
