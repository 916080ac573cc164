/// Percent-decoding (RFC 3986 §2.1) that refuses what it cannot read to the letter.
enum PercentEncoding {
    enum Fault: Error {
        case broken
        case notUTF8
    }

    static func decode(_ bytes: Span<UInt8>, plusIsSpace: Bool) throws(Fault) -> String {
        guard needsDecoding(bytes, plusIsSpace: plusIsSpace) else {
            guard let text = String(validating: bytes) else { throw .notUTF8 }
            return text
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == Byte.percent {
                guard index + 1 < bytes.count, let high = Byte.hexValue(bytes[index]),
                    let low = Byte.hexValue(bytes[index + 1])
                else { throw .broken }
                decoded.append(high << 4 | low)
                index += 2
            } else {
                decoded.append(plusIsSpace && byte == Byte.plus ? Byte.space : byte)
            }
        }
        guard let text = String(validating: decoded.span) else { throw .notUTF8 }
        return text
    }

    private static func needsDecoding(_ bytes: Span<UInt8>, plusIsSpace: Bool) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == Byte.percent || (plusIsSpace && byte == Byte.plus) { return true }
        }
        return false
    }
}
