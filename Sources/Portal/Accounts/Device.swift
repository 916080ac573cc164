/// What somebody sits at, in two words of a browser's long story about itself: enough to know one's own phone again, too little to
/// follow anybody by.
struct Device: Sendable {
    let words: String

    init(userAgent: String) {
        // Bounded, because anybody may send anything.
        let story = String(userAgent.prefix(512))
        let browser = Self.first(Self.browsers, in: story)
        let system = Self.first(Self.systems, in: story)
        words = [browser, system].compactMap(\.self).joined(separator: " on ")
    }

    private static func first(_ known: [(sign: String, name: String)], in story: String) -> String? {
        known.first { story.contains($0.sign) }?.name
    }

    /// Nearly every browser also calls itself Safari, and most call themselves Chrome: the particular ones stand first.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("DuckDuckGo/", "DuckDuckGo"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ].map { (sign: $0.0, name: $0.1) }

    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "Mac"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ].map { (sign: $0.0, name: $0.1) }
}
