/// A file that the records name is not there as it was sent.
struct MissingAttachment: Error, CustomStringConvertible {
    let path: String
    var description: String { "the attachment \(path) is missing or has another size; `permit-portal check` tells more" }
}
