/// The fields of a query or a form, in order, repeated names included (URL Standard §5, application/x-www-form-urlencoded).
///
/// Reading is strict where the standard repairs: broken percent-encoding, bytes that are not UTF-8 and NUL are errors.
public struct FormFields: Sendable {
    public private(set) var all: [(name: String, value: String)] = []

    public init() {}

    public init(_ fields: [(name: String, value: String)]) { all = fields }

    public init(urlEncoded bytes: [UInt8], limits: FormLimits = FormLimits()) throws(FormError) {
        try self.init(reading: bytes.span, limits: limits)
    }

    public init(urlEncoded text: String, limits: FormLimits = FormLimits()) throws(FormError) {
        try self.init(urlEncoded: Array(text.utf8), limits: limits)
    }

    /// The first value of that name.
    public subscript(_ name: String) -> String? {
        all.first { $0.name.hasSameBytes(as: name) }?.value
    }

    public func values(_ name: String) -> [String] {
        all.compactMap { $0.name.hasSameBytes(as: name) ? $0.value : nil }
    }

    /// Each name once, in the order of its first field.
    public var names: [String] {
        var seen: Set<[UInt8]> = []
        return all.compactMap { seen.insert(Array($0.name.utf8)).inserted ? $0.name : nil }
    }

    public var isEmpty: Bool { all.isEmpty }

    /// For a link's query or a test's body.
    public static func encode(_ fields: [(String, String)]) -> String {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            if !bytes.isEmpty { bytes.append(Byte.ampersand) }
            escape(name, into: &bytes)
            bytes.append(Byte.equals)
            escape(value, into: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if ByteClass.formUnescaped.contains(byte) {
                bytes.append(byte)
            } else if byte == Byte.space {
                bytes.append(Byte.plus)
            } else {
                bytes += [Byte.percent, Byte.hexDigit(byte >> 4), Byte.hexDigit(byte & 15)]
            }
        }
    }

    init(reading bytes: Span<UInt8>, limits: FormLimits) throws(FormError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        var start = 0
        while start < bytes.count {
            let end = bytes.firstIndex(of: Byte.ampersand, in: start..<bytes.count) ?? bytes.count
            // "a=1&&b=2" has two fields (URL Standard §5.1).
            if end > start {
                guard all.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
                try append(bytes.extracting(start..<end))
            }
            start = end + 1
        }
    }

    private mutating func append(_ pair: Span<UInt8>) throws(FormError) {
        let number = all.count + 1
        let equals = pair.firstIndex(of: Byte.equals, in: pair.indices) ?? pair.count
        let value = min(equals + 1, pair.count)
        all.append(
            (
                name: try Self.decode(pair.extracting(0..<equals), field: number),
                value: try Self.decode(pair.extracting(value..<pair.count), field: number)
            ))
    }

    private static func decode(_ bytes: Span<UInt8>, field: Int) throws(FormError) -> String {
        let text: String
        do throws(PercentEncoding.Fault) {
            text = try PercentEncoding.decode(bytes, plusIsSpace: true)
        } catch {
            switch error {
            case .broken: throw .brokenPercentEncoding(field: field)
            case .notUTF8: throw .notUTF8(field: field)
            }
        }
        guard !text.utf8.contains(0) else { throw .containsNUL(field: field) }
        return text
    }
}
