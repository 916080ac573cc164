import Foundation
import Testing

/// An import from a pipe that is killed once it has stored some of its rows.
struct KilledImport {
    let rows = 60_000
    let whole: String

    init(_ program: Program) throws {
        let lines = (1...rows).map { "KILL-\(100_000 + $0),ACTIVE,RESIDENTIAL,\($0) A ST,LAKESIDE FRAMING \($0 % 90),\n" }
        whole = Program.columns + "\n" + lines.joined()
        let input = Pipe()
        let output = Pipe()
        let process = try program.process(["import", "permits", "-", "--agency", Program.agency, "--data", program.data])
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = output
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
