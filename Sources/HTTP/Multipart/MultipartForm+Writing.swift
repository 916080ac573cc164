extension MultipartForm {
    /// A body as browsers write it, for tests and tools. The boundary must not stand in any content.
    public static func encode(
        _ fields: [(String, String)], files: [(name: String, fileName: String, contentType: String, content: [UInt8])],
        boundary: String
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escape(name))\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escape(file.name))\"; ".utf8
            bytes += "filename=\"\(escape(file.fileName))\"\r\nContent-Type: \(file.contentType)\r\n\r\n".utf8
            bytes += file.content
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        return bytes
    }

    /// HTML Standard, multipart/form-data encoding algorithm.
    private static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case Byte.lineFeed: bytes += "%0A".utf8
            case Byte.carriageReturn: bytes += "%0D".utf8
            case Byte.quote: bytes += "%22".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
