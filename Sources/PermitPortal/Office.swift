import Foundation
import Permitting
import Portal
import Storage

/// An agency file and a data folder, opened together: what most subcommands begin with.
struct Office {
    let agency: Agency
    let folder: DataFolder
    let database: PermitDatabase

    /// Files the demo records, where one is given and the folder holds none yet.
    init(_ arguments: Arguments, demo: Demo? = nil) throws {
        agency = try AgencyFile.read(try arguments.required("--agency"))
        folder = try DataFolder(path: arguments.value("--data") ?? Self.usualFolder)
        let isNew = !folder.holdsRecords
        database = try PermitDatabase(folder: folder)
        if let demo, isNew {
            let enrollment = Enrollment(database: database, now: Self.now, passwordCost: try Surroundings.passwordCost())
            try enrollment.load(demo, agency: agency)
        }
        try database.prepare(for: agency)
        try database.sweepAttachments(at: Self.now)
    }

    static let usualFolder = "data"

    static var now: Instant { Instant(Int(Date().timeIntervalSince1970)) }

    /// "kootenai" for Agencies/kootenai.json, by which its demo records are known.
    static func name(of agencyFile: String) -> String {
        URL(fileURLWithPath: agencyFile).deletingPathExtension().lastPathComponent
    }
}
