/// What keeps bytes from being application/x-www-form-urlencoded.
public enum FormError: Error, Sendable, Equatable {
    case tooLarge(limit: Int)
    case tooManyFields(limit: Int)
    /// A "%" without two hexadecimal digits after it, in the field of that number, counted from 1.
    case brokenPercentEncoding(field: Int)
    case notUTF8(field: Int)
    /// SQLite and C take a NUL for the end of the text; no browser's form sends one.
    case containsNUL(field: Int)
}
