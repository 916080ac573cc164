/// What is wrong with an agency file, and where: "Agencies/kootenai.json: inspections.slots[1].ends: …".
public struct AgencyFileError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let path: String
    public let reason: String

    public init(file: String, path: String, reason: String) {
        self.file = file
        self.path = path
        self.reason = reason
    }

    public var description: String { path.isEmpty ? "\(file): \(reason)" : "\(file): \(path): \(reason)" }
}
