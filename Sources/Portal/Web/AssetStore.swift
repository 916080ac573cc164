import Credentials
import Foundation
import HTTP

/// The static files, under names that carry a fingerprint of their content: they may be kept for ever, and a new version is
/// fetched at once.
public struct AssetStore: Sendable {
    private struct Asset: Sendable {
        let response: Response
    }

    private let names: [String: String]
    private let assets: [String: Asset]

    /// `files`: name, "portal.css" or "icons/phone.svg", to content.
    public init(files: [String: [UInt8]]) {
        var names: [String: String] = [:]
        var assets: [String: Asset] = [:]
        for (name, content) in files {
            let print = Hex.encode(SHA256.digest(content).prefix(8))
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let printed = name[..<dot] + "-" + print + name[dot...]
            var response = Response(.ok, body: .bytes(content))
            response.headers.add("Content-Type", Self.type(of: name))
            response.headers.add("Cache-Control", "public, max-age=31536000, immutable")
            response.headers.add("ETag", EntityTag(print).headerValue)
            response.headers.add("X-Content-Type-Options", "nosniff")
            response.headers.add("Cross-Origin-Resource-Policy", "same-origin")
            names[name] = String(printed)
            assets[String(printed)] = Asset(response: response)
        }
        self.names = names
        self.assets = assets
    }

    /// The address of a file; of one that is not there, an address that answers 404.
    func address(_ name: String) -> String { Link.asset(names[name] ?? name).address }

    func answer(_ request: Request) -> Response? {
        guard request.target.segments.first == "assets" else { return nil }
        guard request.method == .get || request.method == .head else { return nil }
        return assets[request.target.segments.dropFirst().joined(separator: "/")]?.response.tailored(to: request)
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        default: "application/octet-stream"
        }
    }
}
