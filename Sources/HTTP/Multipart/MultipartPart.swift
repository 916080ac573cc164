/// One part of a multipart body: a text field, or a file where it has a file name (RFC 7578 §4.2).
public struct MultipartPart: Sendable, Equatable {
    public let name: String
    /// What the client calls the file, without folders; empty where a form was sent with no file chosen.
    public let fileName: String?
    /// As declared and not to be believed; nil where nothing was.
    public let contentType: String?
    /// Where its content stands within the body.
    public internal(set) var content: Range<Int>
}
