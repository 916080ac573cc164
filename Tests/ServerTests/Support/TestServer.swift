import HTTP
import Server

/// A server on a port of its own, with the lines it logs.
final class TestServer {
    let port: UInt16
    let lines: LogLines
    let server: HTTPServer

    init(
        _ application: TestApplication = TestApplication(), limits: Limits = Limits(),
        configure: (inout ServerConfiguration) -> Void = { _ in }
    ) throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.limits = limits
        configuration.pageWorkers = 2
        configure(&configuration)
        let lines = LogLines()
        self.lines = lines
        server = HTTPServer(application: application, configuration: configuration) { lines.add($0) }
        port = try server.start()
    }

    deinit { server.stop(within: 0) }

    func client(receiveBuffer: Int32? = nil, from number: UInt8 = 1) throws -> TestClient {
        try TestClient(port: port, receiveBuffer: receiveBuffer, from: number)
    }
}
