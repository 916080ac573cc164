import Testing

@testable import PermitPortal

struct ArgumentsTests {
    private func read(_ words: [String], plain: ClosedRange<Int> = 0...2) throws -> Arguments {
        try Arguments(words, options: ["--data", "--port"], flags: ["--demo"], plain: plain)
    }

    @Test(
        arguments: [
            ([], [], nil, false), (["a"], ["a"], nil, false), (["a", "--data", "d", "b"], ["a", "b"], "d", false),
            (["--demo", "--data", "--demo"], [], "--demo", true), (["-", "--data", "-"], ["-"], "-", false),
            (["", "--data", ""], [""], "", false),
            (["--demo", "--demo"], [], nil, true),
        ] as [([String], [String], String?, Bool)])
    func `words are plain, options with a value, or flags, in any order`(
        words: [String], plain: [String], data: String?, isDemo: Bool
    ) throws {
        let arguments = try read(words)
        #expect(arguments.plain == plain)
        #expect(arguments.value("--data") == data)
        #expect(arguments.has("--demo") == isDemo)
        #expect(arguments.value("--port") == nil)
    }

    @Test(arguments: [
        (["--data"], "--data needs a value"), (["--data", "a", "--data", "a"], "--data is given twice"),
        (["--dta", "a"], "--dta is not known here"), (["-h"], "-h is not known here"),
        (["--data=a"], "--data=a is not known here"),
        (["a", "b", "c"], "c is one word too many"), (["a", "b", "c", "d"], "c is one word too many"),
    ])
    func `wrong words are refused by name`(words: [String], message: String) throws {
        let error = try #require(throws: CommandError.self) { try read(words) }
        #expect(error.message == message && error.code == 64)
    }

    @Test func `what is needed and not there is told`() throws {
        let missing = try #require(throws: CommandError.self) { try read(["a"], plain: 2...2) }
        #expect(missing.message == "something is missing" && missing.code == 64)
        let option = try #require(throws: CommandError.self) { try read([]).required("--data") }
        #expect(option.message == "--data is needed" && option.code == 64)
        #expect(try read(["--data", "d"]).required("--data") == "d")
    }
}
