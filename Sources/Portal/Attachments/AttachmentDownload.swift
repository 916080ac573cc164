import Credentials
import HTTP
import Permitting

/// An attachment on its way to a browser, which is to save it and never to run anything in it.
struct AttachmentDownload {
    let response: Response

    init(_ attachment: Attachment, path: String) {
        var response = Response(.ok, body: .file(FileContent(path: path, size: attachment.size.bytes)))
        response.headers.add("Content-Type", attachment.kind.mediaType)
        response.headers.add("Content-Disposition", ContentDisposition.attachment(named: attachment.name.rawValue))
        response.headers.add("Content-Security-Policy", "sandbox; default-src 'none'")
        response.headers.add("X-Content-Type-Options", "nosniff")
        response.headers.add("Cache-Control", "private, no-store")
        // Nothing is kept, but a download that broke off goes on where it was (RFC 9110 §13.1.5).
        response.headers.add("ETag", EntityTag(Hex.encode(attachment.digest)).headerValue)
        response.headers.add("Last-Modified", HTTPDate.format(secondsSince1970: attachment.sentAt.seconds))
        self.response = response
    }
}
