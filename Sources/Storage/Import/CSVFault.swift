/// Why a record cannot be read as comma-separated values.
enum CSVFault: String, Error {
    case quoteInside = "a quote inside a field that is not quoted"
    case textAfterQuote = "text after a closing quote"
    case quoteNeverClosed = "a quote that is never closed"
    case recordTooLong = "the row is too long"
    case fieldTooLong = "a field is too long"
    case tooManyFields = "too many columns"
}
