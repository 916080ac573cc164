import Foundation

enum PackageRoot {
    /// Tests/StorageTests/Import/PackageRoot.swift, four levels down.
    static let path: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// The large files of two cities that may lie beside the project; never part of it.
    static let calgary = path + "/../shared/data/calgary-permits.csv"
    static let austin = path + "/../shared/data/austin-permits.csv.xz"

    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
