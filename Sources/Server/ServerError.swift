import Glibc

/// Why the server could not start.
public enum ServerError: Error, Equatable, CustomStringConvertible {
    case unknownHost(String, reason: String)
    case portInUse(host: String, port: UInt16)
    case portNotAllowed(host: String, port: UInt16)
    case system(call: String, code: Int32)
    case notAnAddress(proxy: String)
    case alreadyStarted

    public var description: String {
        switch self {
        case .unknownHost(let host, let reason):
            "The address “\(host)” cannot be listened on: \(reason)."
        case .portInUse(let host, let port):
            "Port \(port) on \(host) is already in use. Stop the other program or choose another port."
        case .portNotAllowed(let host, let port):
            "Port \(port) on \(host) is not open to this user: ports below 1024 need a right of their own. Choose a higher one."
        case .system(let call, let code):
            "\(call) failed: \(String(cString: strerror(code)))."
        case .notAnAddress(let proxy):
            "The trusted proxy “\(proxy)” is not an IP address. Names and ranges are not understood here."
        case .alreadyStarted:
            "The server has been started before; make a new one."
        }
    }

    /// The error of the system call just made.
    static func last(_ call: String) -> ServerError { .system(call: call, code: errno) }
}
