import Foundation
import Storage
import TestSupport
import Testing

/// The program itself, as somebody at a command line has it, with a folder of one test's own.
struct Program {
    struct Run {
        let code: Int32
        let output: String
        let complaint: String
    }

    static let agency = ProjectFolder.file("Agencies/kootenai.json")

    let place: TemporaryFolder
    var data: String { place.file("data") }

    init() throws { place = try TemporaryFolder() }

    /// Started in the project's folder, where its templates are. The streams are files, so that no pipe can fill up.
    func run(_ words: [String], input: String = "", in folder: String = ProjectFolder.path, environment: [String: String] = [:])
        throws -> Run
    {
        let streams = try TemporaryFolder()
        let process = try process(words, in: folder, environment: environment)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.write(input, to: "input")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "output")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "complaint")))
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationReason == .exit)
        return Run(
            code: process.terminationStatus, output: try String(contentsOfFile: streams.file("output"), encoding: .utf8),
            complaint: try String(contentsOfFile: streams.file("complaint"), encoding: .utf8))
    }

    /// Not started yet.
    func process(_ words: [String], in folder: String = ProjectFolder.path, environment: [String: String] = [:]) throws -> Process
    {
        // It is built into the same folder as the program that runs the tests.
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("permit-portal")
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        return process
    }

    /// Imports a file of these lines into the data folder.
    func importing(_ lines: [String], into data: String? = nil, map: String? = nil) throws -> Run {
        let file = try place.write(lines.joined(separator: "\n") + "\n", to: "permits.csv")
        let words = ["import", "permits", file, "--agency", Self.agency, "--data", data ?? self.data]
        return try run(words + (map.map { ["--map", $0] } ?? []))
    }

    func exporting(from data: String? = nil) throws -> String {
        let run = try run(["export", "permits", "--data", data ?? self.data])
        try #require(run.code == 0)
        return run.output
    }

    static let columns = "PermitNum,StatusCurrent,PermitType,OriginalAddress1,ContractorCompanyName,ContractorLicNum"
    static let lakeside = columns + "\nLAKE-1,ACTIVE,RESIDENTIAL,1 A ST,LAKESIDE FRAMING,AEC0300\n"
}
