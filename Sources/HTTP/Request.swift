/// A complete request, as a handler sees it.
public struct Request: Sendable {
    public var method: Method
    public var target: Target
    public var headers: Headers
    public var body: Body
    /// The client's address as text, without a port.
    public var client: String
    /// It came over TLS, here or at the proxy in front.
    public var isSecure: Bool

    public init(head: RequestHead, body: Body, client: String, isSecure: Bool) {
        method = head.method
        target = head.target
        headers = head.headers
        self.body = body
        self.client = client
        self.isSecure = isSecure
    }

    /// A request without a connection, for tests and tools: `try Request(.get, "/permits?status=issued")`.
    public init(
        _ method: Method, _ target: String, headers: Headers = Headers(), body: Body = .empty, client: String = "127.0.0.1",
        isSecure: Bool = true
    ) throws(Refusal) {
        self.method = method
        self.target = try Target(target, for: method)
        self.headers = headers
        self.body = body
        self.client = client
        self.isSecure = isSecure
    }

    /// A form as a browser posts it.
    public init(posting fields: [(String, String)], to target: String, headers: Headers = Headers()) throws(Refusal) {
        let body = Array(FormFields.encode(fields).utf8)
        try self.init(.post, target, headers: headers, body: .bytes(body))
        self.headers["Content-Type"] = Self.formType
    }

    /// Read from the Cookie fields at each call.
    public var cookies: Cookies { Cookies(headers) }

    /// The posted form. Throws `Refusal` with 415 for another media type, 413 beyond the limits, 400 for broken
    /// encoding, and `BodyFileError` when the content cannot be read back.
    public func form(limits: FormLimits = FormLimits()) throws -> FormFields {
        if body.size == 0 { return FormFields() }
        guard isForm else {
            throw Refusal(.unsupportedMediaType, "This page takes form fields (\(Self.formType)).", closes: false)
        }
        guard body.size <= limits.bytes else { throw Refusal(.contentTooLarge, "The form is too large.", closes: false) }
        do {
            return try FormFields(urlEncoded: try body.read(), limits: limits)
        } catch let error as FormError {
            switch error {
            case .tooLarge: throw Refusal(.contentTooLarge, "The form is too large.", closes: false)
            case .tooManyFields: throw Refusal(.contentTooLarge, "The form has too many fields.", closes: false)
            default: throw Refusal(.badRequest, "The form's encoding is broken.", closes: false)
            }
        }
    }

    /// The one media type the content has, unless a content coding stands before it, which nobody here undoes
    /// (RFC 9110 §8.3.1, §15.5.16).
    var mediaType: ParameterizedValue? {
        let types = headers.values(of: "Content-Type")
        guard types.count == 1, headers["Content-Encoding"] == nil else { return nil }
        return ParameterizedValue(types[0])
    }

    private static let formType = "application/x-www-form-urlencoded"

    private var isForm: Bool { mediaType?.value.equalsIgnoringASCIICase(Self.formType) == true }
}
