import HTTP

/// Why somebody is told to come back later, at once and never by silence.
enum TurnAway {
    /// The server has no room: 503 (RFC 9110 §15.6.4).
    case full
    /// The server has, but this client takes more than its share: 429 (RFC 6585 §4). A 503 would tell a proxy in front, and who
    /// watches it, that the server is unwell.
    case client

    func response(retryAfterSeconds: Int, closes: Bool) -> Response {
        let refusal =
            switch self {
            case .full: Refusal(.serviceUnavailable, "The server is busy. Please try again in a moment.", closes: closes)
            case .client:
                Refusal(
                    .tooManyRequests, "Too much is being asked from your address at once. Please try again in a moment.",
                    closes: closes)
            }
        var response = refusal.response
        response.headers["Retry-After"] = String(retryAfterSeconds)
        return response
    }
}
