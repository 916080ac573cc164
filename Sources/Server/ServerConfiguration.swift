import Foundation

/// Where and how to serve.
public struct ServerConfiguration: Sendable {
    /// An address or a name: "127.0.0.1", "::1", "0.0.0.0", "::" (IPv6 and IPv4), "localhost" (all its addresses).
    public var host: String
    /// 0 lets the system choose; `start()` tells which.
    public var port: UInt16
    public var limits = Limits()
    /// Addresses of reverse proxies whose word about a client is believed. Nobody else's is.
    public var trustedProxies: Set<String> = []
    /// The fields in which they give it.
    public var forwardedFields = ForwardedFields.either
    /// Threads that answer pages: twice the cores, since one that waits for the disk leaves its core free.
    public var pageWorkers = 2 * ProcessInfo.processInfo.activeProcessorCount
    /// Threads that hash passwords.
    public var passwordWorkers = 2
    /// Threads that take files in.
    public var fileWorkers = 2
    /// Queues that share the connections between them.
    public var eventQueues = 2
    /// Where larger bodies are written while they arrive.
    public var temporaryFolder = NSTemporaryDirectory()

    public init(host: String = "127.0.0.1", port: UInt16 = 8080) {
        self.host = host
        self.port = port
    }

    /// How many threads a lane has.
    func workers(in lane: Lane) -> Int {
        switch lane {
        case .pages: pageWorkers
        case .passwords: passwordWorkers
        case .files: fileWorkers
        }
    }
}
