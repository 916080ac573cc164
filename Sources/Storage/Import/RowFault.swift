/// Why a row is set aside, as it is told in the rejects file.
enum RowFault: Error, Equatable {
    case malformed(CSVFault)
    case wrongCount(expected: Int, found: Int)
    case notUTF8
    case controlCharacter
    case noNumber
    case badNumber
    case numberTwice
    case notADay(PermitColumn)
    case notANumber(PermitColumn)

    var reason: String {
        switch self {
        case .malformed(let fault): fault.rawValue
        case .wrongCount(let expected, let found): "\(found) columns where \(expected) are expected"
        case .notUTF8: "the text is not UTF-8"
        case .controlCharacter: "a control character"
        case .noNumber: "the permit number is missing"
        case .badNumber: "this cannot be a permit number"
        case .numberTwice: "the permit number stands in this file before"
        case .notADay(let column): "\(column.name) is not a date"
        case .notANumber(let column): "\(column.name) is not a number"
        }
    }
}
