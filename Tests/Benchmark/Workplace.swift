import Dispatch
import Foundation
import Synchronization

/// The folder everything is made in and the programs that were started: both gone at the end, after an error and after Ctrl-C.
/// It is in the project's own build folder, on a real disk: what the system calls temporary may be memory.
final class Workplace: Sendable {
    let folder: String
    /// Fiftieths of a second for programs to end in.
    private static let patience = 100
    private let running = Mutex<[Int32]>([])

    init() throws {
        folder = FileManager.default.currentDirectoryPath + "/.build/bench-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { folder + "/" + name }

    /// For as long as the answer is kept.
    func clearOnSignals() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in
                self.clear()
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    func clear() {
        // Asked first: nginx takes its workers along, whom a kill would leave behind.
        for process in running.withLock({ $0 }) { kill(process, SIGTERM) }
        for _ in 0..<Self.patience where running.withLock({ !$0.isEmpty }) { usleep(20_000) }
        for process in running.withLock({ $0 }) { kill(process, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Starts a program whose words are written to `name`.out and `name`.err here.
    func start(
        _ program: String, _ arguments: [String], name: String, input: String? = nil, surroundings: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = try Self.executable(program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(surroundings) { $1 }
        process.standardInput = input.flatMap(FileHandle.init(forReadingAtPath:)) ?? FileHandle.nullDevice
        process.standardOutput = try newFile(name + ".out")
        process.standardError = try newFile(name + ".err")
        process.terminationHandler = { [self] ended in
            let number = ended.processIdentifier
            running.withLock { $0.removeAll { $0 == number } }
        }
        // In one, for it may have ended before it is noted.
        try running.withLock { numbers in
            try process.run()
            numbers.append(process.processIdentifier)
        }
        return process
    }

    /// Runs a program to its end; answers what it said and how many seconds it took.
    @discardableResult
    func run(_ program: String, _ arguments: [String], name: String, input: String? = nil) throws -> (
        output: String, seconds: Double
    ) {
        let began = ContinuousClock.now
        let process = try start(program, arguments, name: name, input: input)
        process.waitUntilExit()
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        guard process.terminationStatus == 0 else {
            throw BenchError.failed("\(program) ended with \(process.terminationStatus): \(said(name + ".err"))")
        }
        return (said(name + ".out"), seconds)
    }

    func said(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file(name)) ?? Data(), as: UTF8.self)
    }

    func newFile(_ name: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: file(name), contents: nil),
            let handle = FileHandle(forWritingAtPath: file(name))
        else { throw BenchError.failed("\(file(name)) cannot be written") }
        return handle
    }

    private static func executable(_ program: String) throws -> URL {
        if program.contains("/") { return URL(fileURLWithPath: program) }
        // Debian has servers where only root looks.
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "") + ":/usr/sbin"
        let folders = path.split(separator: ":")
        let places = folders.map { "\($0)/\(program)" }
        guard let place = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw BenchError.failed("\(program) is not installed (Debian: apt-get install \(program))")
        }
        return URL(fileURLWithPath: place)
    }
}
