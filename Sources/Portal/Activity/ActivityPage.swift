import Mustache

/// Who of the company did what, and when.
struct ActivityPage: Page {
    static let template = "Activity/Index"
    let list: ActivityList
    /// Only one person's own.
    let isOwn: Bool

    static let sample = ActivityPage(list: .sample, isOwn: true)
    private static let shape = Shape("profileAddress", "table", "isOwn")
    var value: Value { Self.shape(.text(Link.profile.address), list.table.value, .flag(isOwn)) }
}
