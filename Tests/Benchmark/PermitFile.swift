import Foundation

/// The records to be imported, as a plain CSV file.
struct PermitFile {
    let path: String
    let title: String

    init(_ settings: Settings, _ workplace: Workplace) throws {
        guard let given = settings.permits else {
            path = workplace.file("permits.csv")
            title = "made for this run"
            Progress.say("making \(settings.rows) permits")
            try SampleFile(rows: settings.rows).write(to: try workplace.newFile("permits.csv"))
            return
        }
        title = URL(fileURLWithPath: given).lastPathComponent
        guard given.hasSuffix(".xz") else {
            path = URL(fileURLWithPath: given).path
            return
        }
        Progress.say("unpacking \(title)")
        try workplace.run("xz", ["-dc", given], name: "permits")
        path = workplace.file("permits.out")
    }
}
