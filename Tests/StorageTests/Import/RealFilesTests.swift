import Foundation
import Testing

@testable import Storage

/// The cities' own files, where they lie beside the project. Where they do not, the tests say so and try nothing:
/// the project carries no city's data, and what they show is shown on made-up files as well.
struct RealFilesTests {
    @Test func `the five thousand permits of Calgary are taken as they are, and nothing changes the second time`() throws {
        guard PackageRoot.isThere(PackageRoot.calgary) else { return print("not tried: there is no \(PackageRoot.calgary)") }
        let office = try ImportOffice()
        let report = try office.load(path: PackageRoot.calgary, chunkBytes: 256 << 10)
        #expect(report.rowsRead == 5_000)
        #expect(report.new + report.rejected == 5_000)
        #expect(report.rejected == 0)
        #expect(report.unknownColumns.contains("communityname"))
        #expect(try office.permit("BP2013-09623")?.site.valuation?.cents == 24_608_980)
        #expect(try office.found("saddlelake", .address).contains("BP2013-09623"))
        #expect(try office.load(path: PackageRoot.calgary, chunkBytes: 256 << 10).unchanged == 5_000)
        let first = try office.export()
        let other = try ImportOffice()
        _ = try other.load(first, chunkBytes: 256 << 10)
        #expect(try other.export() == first)
    }

    @Test func `the first two megabytes of Austin are taken through a pipe`() throws {
        guard PackageRoot.isThere(PackageRoot.austin) else { return print("not tried: there is no \(PackageRoot.austin)") }
        let office = try ImportOffice()
        let unpacking = Process()
        unpacking.executableURL = URL(fileURLWithPath: "/bin/sh")
        unpacking.arguments = ["-c", "xz -dc \"$0\" 2>/dev/null | head -c 2000000 | sed '$d'", PackageRoot.austin]
        let pipe = Pipe()
        unpacking.standardOutput = pipe
        try unpacking.run()
        let report = try PermitImport(database: office.database, agency: office.agency).run(
            descriptor: pipe.fileHandleForReading.fileDescriptor, rejects: office.rejectsPath)
        unpacking.waitUntilExit()
        #expect(report.new > 10_000)
        #expect(report.rejected == 0)
        #expect(report.unknownColumns.isEmpty)
        #expect(try office.permit("1980-001138 BP")?.status.word == "VOID")
        #expect(try office.found("1980-001138 bp") == ["1980-001138 BP"])
    }
}
