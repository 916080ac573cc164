import Foundation
import TestSupport
import Testing

@testable import PermitPortal

struct SubcommandTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test func `without a word the program says what there is, and that a word was missing`() throws {
        let run = try program.run([])
        #expect(run.code == 64)
        for subcommand in Subcommand.all { #expect(run.output.contains("\n  \(subcommand.name) ")) }
    }

    @Test(arguments: ["--help", "-h"])
    func `asked for help, it helps`(word: String) throws {
        let run = try program.run([word])
        #expect(run.code == 0 && run.output.hasPrefix("usage: permit-portal SUBCOMMAND") && run.complaint == "")
    }

    @Test func `every subcommand tells its words`() {
        for subcommand in Subcommand.all {
            #expect(subcommand.usage.hasPrefix(subcommand.name) && !subcommand.summary.isEmpty)
            #expect(subcommand.name.count < 9)
        }
        #expect(Set(Subcommand.all.map(\.name)).count == Subcommand.all.count)
        #expect(Subcommand.run(["restore", "--help"]) == 0)
    }

    @Test(arguments: [
        ["serves"], ["serve"], ["serve", "--agency"], ["serve", "--agency", "kootenai.json", "--port", "70000"],
        ["serve", "--speed", "9"],
        ["serve", "--agency", "nowhere.json", "--demo"], ["demo"], ["demo", "--agency", "kootenai.json"],
        ["demo", "--agency", "nowhere.json", "--data", "data"], ["import", "permits"],
        ["import", "parcels", "x.csv", "--agency", "a.json"],
        ["export"], ["export", "people"], ["export", "permits", "a", "b"], ["staff", "add", "x@example.com", "--name", "X"],
        ["staff", "add", "x@example.com", "--name", "X", "--role", "king"], ["staff", "add", "x@example.com", "--role", "clerk"],
        ["staff", "remove", "x@example.com", "--name", "X", "--role", "clerk"], ["pin"], ["pin", "A", "B"], ["check", "all"],
        ["backup"],
        ["restore"], ["restore", "a", "b"], ["render"], ["routes", "all"], ["pack"],
    ])
    func `wrong words end with 64, a line of usage, and nothing done`(words: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try program.run(words, in: folder.path)
        #expect(run.code == 64 && run.output == "")
        #expect(run.complaint.hasPrefix("permit-portal"))
        #expect(run.complaint.contains("usage: permit-portal"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(arguments: [
        ["check", "--agency", "FILE"], ["serve", "--agency", "FILE"], ["import", "permits", "FILE", "--agency", "FILE"],
        ["demo", "--agency", "FILE", "--data", "data"], ["check", "--agency", "none.json"],
    ])
    func `a broken agency file ends with 78, names file and place, and leaves no data folder`(words: [String]) throws {
        let text = try String(contentsOfFile: Program.agency, encoding: .utf8)
        let file = try program.place.write(
            text.replacingOccurrences(of: "\"timeZone\"", with: "\"timeZon\""), to: "kootenai.json")
        let run = try program.run(words.map { $0 == "FILE" ? file : $0 }, in: program.place.path)
        #expect(run.code == 78)
        #expect(run.complaint.contains(words.contains("none.json") ? "none.json" : file))
        #expect(words.contains("none.json") || run.complaint.contains("timeZon"))
        #expect(!FileManager.default.fileExists(atPath: program.data))
    }

    @Test(arguments: [
        ["demo", "--agency", Program.agency], ["import", "permits", Program.agency, "--agency", Program.agency], ["check"],
        ["pin", "AEC0119"],
        ["staff", "add", "x@example.com", "--name", "X", "--role", "clerk"], ["restore", Program.agency],
    ])
    func `a data folder that cannot be written ends with 74 and its name`(words: [String]) throws {
        let file = try program.place.write("not a folder", to: "data")
        let run = try program.run(words + ["--data", file])
        #expect(run.code == 74)
        #expect(run.complaint.contains("the data folder \(file) cannot be written: Not a directory"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "not a folder")
    }

    @Test func `routes lists every route with its handler`() throws {
        let run = try program.run(["routes"], in: "/")
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count > 40)
        #expect(lines.contains { $0.hasPrefix("GET  /permits/{number} ") && $0.hasSuffix(" PermitRoutes.show") })
        #expect(lines.contains { $0.hasPrefix("POST /login ") && $0.hasSuffix(" SignInRoutes.create") })
    }
}
