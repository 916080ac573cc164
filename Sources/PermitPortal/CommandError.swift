/// Why a subcommand ended, with its exit code (sysexits.h).
enum CommandError: Error {
    case usage(String)
    case badData(String)
    case fault(String)
    case inputOutput(String)
    case configuration(String)

    var code: Int32 {
        switch self {
        case .usage: 64
        case .badData: 65
        case .fault: 70
        case .inputOutput: 74
        case .configuration: 78
        }
    }

    var message: String {
        switch self {
        case .usage(let text), .badData(let text), .fault(let text), .inputOutput(let text), .configuration(let text): text
        }
    }
}
