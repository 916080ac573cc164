import HTTP

/// The static files, under names that carry a fingerprint of their content: they may be kept for ever, and a new version is
/// fetched at once. A file "NAME.gz" beside NAME is no file of its own, but what clients get of NAME that take it so.
public struct AssetStore: Sendable {
    private let names: [String: String]
    private let assets: [String: Asset]

    /// `files`: name, "portal.css" or "icons/phone.svg", to content.
    public init(files: [String: [UInt8]]) {
        var names: [String: String] = [:]
        var assets: [String: Asset] = [:]
        for (name, content) in files where !(name.hasSuffix(".gz") && files[String(name.dropLast(3))] != nil) {
            let asset = Asset(name: name, content: content, gzipped: files[name + ".gz"])
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let printed = name[..<dot] + "-" + asset.fingerprint + name[dot...]
            names[name] = String(printed)
            assets[String(printed)] = asset
        }
        self.names = names
        self.assets = assets
    }

    /// The address of a file; of one that is not there, an address that answers 404.
    func address(_ name: String) -> String { Link.asset(names[name] ?? name).address }

    func answer(_ request: Request) -> Response? {
        guard request.target.segments.first == "assets" else { return nil }
        guard request.method == .get || request.method == .head else { return nil }
        let name = request.target.segments.dropFirst().joined(separator: "/")
        return assets[name]?.form(for: request).tailored(to: request)
    }
}
