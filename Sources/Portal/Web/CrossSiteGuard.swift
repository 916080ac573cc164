import Credentials
import HTTP

/// Refuses a POST that another site made a browser send, and one without the session's own token.
enum CrossSiteGuard {
    /// `takesFiles`: whether the form may be one that carries files.
    static func check(_ request: Request, csrf: String, baseAddress: BaseAddress, takesFiles: Bool) throws {
        if request.headers["Sec-Fetch-Site"] == "cross-site" { throw PortalError.crossSite }
        if let origin = request.headers["Origin"], !isOwn(origin, request, baseAddress) { throw PortalError.crossSite }
        let sent = try (takesFiles ? request.formFields() : request.form())["csrf"] ?? ""
        guard MaskedToken.isMasked(sent, csrf) else { throw PortalError.formExpired }
    }

    /// The address the portal was told to have, or the host the request itself was sent to.
    private static func isOwn(_ origin: String, _ request: Request, _ baseAddress: BaseAddress) -> Bool {
        if origin == baseAddress.text { return true }
        // A page that sends no referrer makes the browser hide the origin too; that the form is ours it still says.
        if origin == "null" { return request.headers["Sec-Fetch-Site"] == "same-origin" }
        guard let host = request.headers["Host"], !baseAddress.isSecure else { return false }
        return origin == "http://" + host
    }
}
