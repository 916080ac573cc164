/// One Set-Cookie field (RFC 6265 §4.1). It never names a domain, so the cookie stays with the host that set it.
///
/// Bytes the grammar does not allow are left out: of the name all but token bytes, of the value all but cookie octets,
/// of the path controls and semicolons. So no value can end the cookie or the field early.
public struct SetCookie: Sendable {
    public enum SameSite: String, Sendable {
        case lax = "Lax"
        case strict = "Strict"
        /// Browsers take it only together with Secure.
        case none = "None"
    }

    public let name: String
    public let value: String
    public let path: String
    /// Seconds; nil lasts as long as the browser's session, 0 removes the cookie.
    public var maxAge: Int?
    public var isSecure: Bool
    public var isHTTPOnly: Bool
    public var sameSite: SameSite

    public init(
        name: String, value: String, path: String = "/", maxAge: Int? = nil, isSecure: Bool, isHTTPOnly: Bool = true,
        sameSite: SameSite = .lax
    ) {
        self.name = Self.keeping(name) { ByteClass.token.contains($0) }
        self.value = Self.keeping(value) { ByteClass.cookieValue.contains($0) }
        self.path = Self.keeping(path) { !ByteClass.isControl($0) && $0 < 0x80 && $0 != Byte.semicolon }
        self.maxAge = maxAge
        self.isSecure = isSecure
        self.isHTTPOnly = isHTTPOnly
        self.sameSite = sameSite
    }

    /// Makes the browser forget a cookie that was set with the same name and path.
    public static func removal(of name: String, path: String = "/", isSecure: Bool) -> SetCookie {
        SetCookie(name: name, value: "", path: path, maxAge: 0, isSecure: isSecure)
    }

    public var headerValue: String {
        var text = "\(name)=\(value); Path=\(path)"
        if let maxAge { text += "; Max-Age=\(max(0, maxAge))" }
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }

    private static func keeping(_ text: String, _ isAllowed: (UInt8) -> Bool) -> String {
        text.utf8.allSatisfy(isAllowed) ? text : String(decoding: text.utf8.filter(isAllowed), as: UTF8.self)
    }
}
