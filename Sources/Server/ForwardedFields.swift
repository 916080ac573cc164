/// Which fields the proxies in front write about a client. A proxy overwrites or extends those that it knows and passes the
/// others on as the visitor wrote them, so only one kind can be believed of a request, never a mixture.
public enum ForwardedFields: String, Sendable, CaseIterable {
    /// `X-Forwarded-For` and `X-Forwarded-Proto` where the first is there, else `Forwarded`. Right for proxies that always write
    /// `X-Forwarded-For`, as the nginx of the README does: a visitor's own `Forwarded` is then never read. A proxy that writes
    /// `Forwarded` and lets a visitor's `X-Forwarded-For` through needs `.forwarded`.
    case either
    case xForwarded = "x-forwarded"
    /// `Forwarded` alone (RFC 7239).
    case forwarded
}
