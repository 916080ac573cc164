/// Why there are no figures.
enum BenchError: Error, CustomStringConvertible {
    case usage(String)
    case failed(String)

    var description: String {
        switch self {
        case .usage(let what): what
        case .failed(let what): what
        }
    }
}
