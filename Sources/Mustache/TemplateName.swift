/// Which template a partial or parent tag wants: `{{>Parts/Fee}}`, or the one that a value names, `{{>*kind}}`.
enum TemplateName: Sendable {
    case fixed(String)
    case dynamic(Name)
}
