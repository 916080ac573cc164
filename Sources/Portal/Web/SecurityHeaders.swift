import HTTP

/// What every page says to the browser, whatever happened.
struct SecurityHeaders: Sendable {
    private let headers: Headers

    /// `providers` are the origins a form may lead to by way of a redirect: Chromium holds form-action against the whole chain.
    init(isSecure: Bool, providers: [String]) {
        let formAction = (["'self'"] + providers).joined(separator: " ")
        let policy =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action \(formAction); "
            + "frame-ancestors 'none'; base-uri 'none'"
        var fields = [
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
        ]
        fields.append(("Cache-Control", "no-store"))
        if isSecure { fields.append(("Strict-Transport-Security", "max-age=63072000")) }
        headers = Headers(fields)
    }

    /// A page may say otherwise itself.
    func add(to response: inout Response) { response.headers.addMissing(from: headers) }
}
