extension Request {
    /// The content is a form that may carry files. A page that takes none answers 415, which `form()` does.
    public var isMultipart: Bool { mediaType?.value.equalsIgnoringASCIICase(Self.multipartType) == true }

    /// The posted form with its files. Throws `Refusal` with 415 for another media type, 413 beyond the limits, 400 for
    /// what is no such form, and `BodyFileError` when the content cannot be read back.
    public func multipartForm(limits: MultipartLimits = MultipartLimits()) throws -> MultipartForm {
        guard let mediaType, mediaType.value.equalsIgnoringASCIICase(Self.multipartType) else {
            throw Refusal(.unsupportedMediaType, "This page takes a form with files (\(Self.multipartType)).", closes: false)
        }
        do {
            return try MultipartForm(body, boundary: try MultipartBoundary(mediaType), limits: limits)
        } catch let error as MultipartError {
            if error.isTooLarge { throw Refusal(.contentTooLarge, "The form is too large.", closes: false) }
            throw Refusal(.badRequest, "The form's encoding is broken.", closes: false)
        }
    }

    /// The text fields of a form of either media type: for what every form has, whatever its page takes.
    public func formFields() throws -> FormFields {
        isMultipart ? try multipartForm().fields : try form()
    }

    /// A form with files as a browser posts it, for tests and tools.
    public init(
        posting fields: [(String, String)], files: [(name: String, fileName: String, contentType: String, content: [UInt8])],
        to target: String, headers: Headers = Headers()
    ) throws(Refusal) {
        let boundary = "----PermitPortalFormBoundary"
        let body = MultipartForm.encode(fields, files: files, boundary: boundary)
        try self.init(.post, target, headers: headers, body: .bytes(body))
        self.headers["Content-Type"] = "\(Self.multipartType); boundary=\(boundary)"
    }

    private static let multipartType = "multipart/form-data"
}
