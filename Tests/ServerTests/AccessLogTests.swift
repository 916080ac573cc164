import Foundation
import TestSupport
import Testing

@testable import Server

struct AccessLogTests {
    private func line(path: String = "/permits/12", client: String = "192.0.2.1") -> AccessLine {
        AccessLine(
            time: 1_795_512_600_000_042, id: 0xABC, client: client, method: "GET", path: path, route: 0, status: 200,
            bytes: 5, microseconds: 321)
    }

    @Test func `a line is keys and values`() {
        var text = LogText()
        text.append(line())
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "time=2026-11-24T09:30:00.000042Z id=0000000000000abc client=192.0.2.1 method=GET path=/permits/12 status=200 "
                + "bytes=5 us=321\n")
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000000Z"),
        (951_782_399_999_999, "2000-02-28T23:59:59.999999Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
        (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
        (-1, "1969-12-31T23:59:59.999999Z"),
    ])
    func `times are written in UTC, leap days and centuries included`(time: Int64, written: String) {
        var text = LogText()
        var line = line()
        line.time = time
        text.append(line)
        #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("time=\(written) "))
    }

    @Test func `no value can forge a line or a key`() {
        var text = LogText()
        text.append(line(path: "/a\r\ntime=1 status=200 \"\\\u{1B}[2J\u{85}\u{202E}é\u{7F}", client: ""))
        let written = String(decoding: text.bytes, as: UTF8.self)
        #expect(
            written.contains(
                " path=/a\\x0d\\x0atime=1\\x20status=200\\x20\\x22\\x5c\\x1b[2J\\xc2\\x85\\xe2\\x80\\xae\\xc3\\xa9\\x7f status="))
        #expect(written.contains(" client=- "))
        #expect(text.bytes.count { $0 == 10 } == 1)
    }

    @Test func `an endless path is cut`() {
        var text = LogText()
        text.append(line(path: String(repeating: "x", count: 100_000)))
        #expect(text.bytes.count < 1_300)
        #expect(String(decoding: text.bytes, as: UTF8.self).contains("xx... status="))
    }

    @Test func `a log writes what it is given`() throws {
        let folder = try TemporaryFolder()
        let file = try #require(FileHandle(forWritingAtPath: folder.write("", to: "access.log")))
        let log = AccessLog(descriptor: file.fileDescriptor)
        for number in 1...1_000 { log.write(line(path: "/\(number)")) }
        log.flush()
        let lines = try String(contentsOfFile: folder.file("access.log"), encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1_000)
        #expect(lines.last?.contains(" path=/1000 ") == true)
    }

    @Test func `a log that cannot keep up drops lines, counts them and says so`() throws {
        let folder = try TemporaryFolder()
        let file = try #require(FileHandle(forWritingAtPath: folder.write("", to: "access.log")))
        let log = AccessLog(descriptor: file.fileDescriptor, capacity: 0)
        for _ in 1...3 { log.write(line()) }
        log.flush()
        let text = try String(contentsOfFile: folder.file("access.log"), encoding: .utf8)
        #expect(text.hasSuffix("Z dropped=3\n"))
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test func `lines that nobody took are told to the next reader`() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let log = AccessLog(descriptor: ends[1])
        close(ends[0])
        for _ in 1...3 { log.write(line()) }
        log.flush()
        let folder = try TemporaryFolder()
        let file = open(try folder.write("", to: "access.log"), O_WRONLY)
        #expect(dup2(file, ends[1]) == ends[1])
        log.flush()
        #expect(try String(contentsOfFile: folder.file("access.log"), encoding: .utf8).hasSuffix(" dropped=3\n"))
        close(file)
        close(ends[1])
    }
}
