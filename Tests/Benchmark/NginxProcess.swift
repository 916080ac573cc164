import Foundation

/// Debian's nginx, answering the same two small things as the portal: a file, and a line of text.
struct NginxProcess {
    static let settings = "worker_processes 2, access_log to a file with buffer=64k flush=1s, sendfile and open_file_cache on"

    let port: Int
    private let process: Process

    /// Answers once it serves the file at that address.
    init(file: String, at address: String, _ workplace: Workplace) throws {
        port = try Self.freePort()
        let root = URL(fileURLWithPath: workplace.file("nginx" + address))
        try FileManager.default.createDirectory(at: root.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(fileURLWithPath: file), to: root)
        let text = Self.configuration(folder: workplace.file("nginx"), port: port)
        try Data(text.utf8).write(to: URL(fileURLWithPath: workplace.file("nginx.conf")))
        let arguments = ["-e", "stderr", "-p", workplace.file("nginx"), "-c", workplace.file("nginx.conf")]
        process = try workplace.start("nginx", arguments, name: "nginx")
        while !workplace.said("nginx.err").contains("start worker process ") {
            guard process.isRunning else { throw BenchError.failed("nginx did not start: \(workplace.said("nginx.err"))") }
            usleep(20_000)
        }
    }

    func stop() throws {
        process.terminate()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchError.failed("nginx ended with \(process.terminationStatus)") }
    }

    /// nginx does not tell which port it was given, so it is chosen before.
    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isFound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isFound else { throw BenchError.failed("no port is free: \(String(cString: strerror(errno)))") }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    private static func configuration(folder: String, port: Int) -> String {
        """
        \(geteuid() == 0 ? "user root;" : "")
        daemon off;
        worker_processes 2;
        pid \(folder)/nginx.pid;
        error_log stderr notice;
        events { worker_connections 1024; }
        http {
            include /etc/nginx/mime.types;
            access_log \(folder)/access.log combined buffer=64k flush=1s;
            client_body_temp_path \(folder)/body;
            proxy_temp_path \(folder)/proxy;
            fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi;
            scgi_temp_path \(folder)/scgi;
            sendfile on;
            tcp_nopush on;
            open_file_cache max=64;
            server {
                listen 127.0.0.1:\(port);
                root \(folder);
                location = /healthz {
                    default_type text/plain;
                    return 200 "ok\\n";
                }
            }
        }

        """
    }
}
