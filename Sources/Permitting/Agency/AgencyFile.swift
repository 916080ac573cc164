import Foundation

/// Reads an agency file, strictly: an unknown key, a missing one or a contradiction is an error with file, path and reason.
public enum AgencyFile {
    public static func read(_ path: String) throws -> Agency {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw AgencyFileError(file: path, path: "", reason: "this file cannot be read")
        }
        return try parse(data, name: path)
    }

    public static func parse(_ data: Data, name: String) throws -> Agency {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONReader.read(Array(data))
        } catch {
            throw AgencyFileError(
                file: "\(name):\(error.line):\(error.column)", path: "", reason: "this is not JSON: \(error.reason)")
        }
        return try AgencyFileObject.read(value, file: name, path: "", Agency.init)
    }
}
