import Foundation
import Mustache
import Portal

/// The templates and static files: packed into the program itself where `pack` put them there, else in the folder it was started in.
struct ProgramFiles {
    enum Place {
        case program(PackedFiles)
        case folder(String)
    }

    let place: Place

    static func find() throws -> ProgramFiles {
        if let packed = try PackedFiles.ofThisProgram() { return ProgramFiles(place: .program(packed)) }
        let folder = FileManager.default.currentDirectoryPath
        guard FileManager.default.fileExists(atPath: folder + "/Templates/Layout.mustache") else {
            throw CommandError.configuration(
                "there is no folder Templates here, and none is packed into this program; start it in the project's folder, or pack it with `make dist`"
            )
        }
        return ProgramFiles(place: .folder(folder))
    }

    func templates() throws -> TemplateLibrary {
        switch place {
        case .program(let packed): try TemplateLibrary(sources: packed.templates)
        case .folder(let folder): try TemplateLibrary(folder: folder + "/Templates")
        }
    }

    /// Templates in a folder are read again when they change: write one, reload the browser.
    func templateSource() throws -> any TemplateSource {
        switch place {
        case .program: try templates()
        case .folder(let folder): try ReloadingTemplates(folder: folder + "/Templates")
        }
    }

    func assets() throws -> AssetStore {
        switch place {
        case .program(let packed): AssetStore(files: packed.assets)
        case .folder(let folder): AssetStore(files: try Self.assets(in: folder + "/Public"))
        }
    }

    /// The static files of a folder, without those "NAME.gz" that are older than their NAME: they are of what it was before.
    static func assets(in folder: String) throws -> [String: [UInt8]] {
        let all = try files(in: folder)
        return try all.filter { name, _ in
            guard name.hasSuffix(".gz"), all[String(name.dropLast(3))] != nil else { return true }
            return try changed(folder + "/" + name) >= changed(folder + "/" + name.dropLast(3))
        }
    }

    /// Every file below a folder, by its path there. Hidden ones are left out.
    static func files(in folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasPrefix(".") && !name.contains("/.")
        {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        return files
    }

    private static func changed(_ path: String) throws -> Date {
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date ?? .distantPast
    }
}
