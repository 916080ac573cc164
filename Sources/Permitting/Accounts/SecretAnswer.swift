/// The answer to a security question, compared as people remember it: case and spaces do not count.
public enum SecretAnswer {
    public static func normalized(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
