/// The two versions whose framing RFC 9112 describes. A higher minor version counts as 1.1 (RFC 9110 §2.5).
public enum Version: Sendable, Hashable {
    case http10
    case http11
}
