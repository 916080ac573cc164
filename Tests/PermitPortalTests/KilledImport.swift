import Foundation
import Testing

/// An import from a pipe that is killed once it has stored some of its rows.
struct KilledImport {
    /// With their long texts more than one commit takes.
    static let rows = 22_000
    private let program: Program

    init(_ program: Program) { self.program = program }

    func run() throws {
        let text = String(repeating: "A", count: 1_000)
        let lines = (1...Self.rows).map { "KILL-\(100_000 + $0),ACTIVE,LAKESIDE FRAMING \($0 % 90),\(text)\n" }
        let whole = "PermitNum,StatusCurrent,ContractorCompanyName,Description\n" + lines.joined()
        let input = Pipe()
        let output = Pipe()
        let process = try program.process(["import", "permits", "-", "--agency", Program.agency, "--data", program.data])
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = output
        // Its death breaks the pipe that is still being written to.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
        // The pipe takes some of the rows, the import the others; with its end held back it waits in the middle.
        let bytes = Data(whole.utf8.dropLast(1_000))
        Thread.detachNewThread { try? input.fileHandleForWriting.write(contentsOf: bytes) }
        let first = try output.fileHandleForReading.read(upToCount: 1)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try #require(first?.isEmpty == false && process.terminationReason == .uncaughtSignal)
    }
}
