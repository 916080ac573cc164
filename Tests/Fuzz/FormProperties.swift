import HTTP

/// A form is read as a plain reader would read its parts, or refused; what is read and written down again is read as the same.
/// The other small readers of a request's texts get the same bytes: they must not trap.
enum FormProperties {
    static func check(_ input: [UInt8]) {
        let limits = FormLimits(fields: 20)
        do throws(FormError) {
            let fields = try FormFields(urlEncoded: input, limits: limits)
            hold(fields.all.count <= limits.fields, "more fields than the limit")
            checkMeaning(fields, of: input)
            checkRoundTrip(fields)
        } catch {
            checkRefusal(error, of: input)
        }
        readTheRest(input)
    }

    /// Names and values in order, read in the plainest way; nil where one cannot be. Foundation would not do for this: it
    /// makes a replacement character of "%A9".
    private static func plainReading(_ input: [UInt8]) -> [String]? {
        var parts: [String] = []
        for pair in input.split(separator: UInt8(ascii: "&")) {
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            for part in [pair[..<end], pair[end...].dropFirst()] {
                guard let text = decoded(part) else { return nil }
                parts.append(text)
            }
        }
        return parts
    }

    private static func decoded(_ part: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                continue
            }
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == 2 else { return nil }
            bytes.append(UInt8(digits[0] * 16 + digits[1]))
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func checkMeaning(_ fields: FormFields, of input: [UInt8]) {
        guard let plain = plainReading(input) else { return hold(false, "a form is read that cannot be") }
        let own = fields.all.flatMap { [$0.name, $0.value] }
        hold(own.map { Array($0.utf8) } == plain.map { Array($0.utf8) }, "a form is read as another")
        hold(!own.contains { $0.utf8.contains(0) }, "a NUL in a field")
    }

    private static func checkRefusal(_ error: FormError, of input: [UInt8]) {
        switch error {
        case .tooManyFields: hold(input.split(separator: UInt8(ascii: "&")).count > 20, "few fields are too many")
        case .tooLarge: hold(input.count > FormLimits().bytes, "a small form is too large")
        case .containsNUL: hold(input.contains(0) || contains("%00", in: input), "a NUL out of nothing")
        case .brokenPercentEncoding, .notUTF8: hold(plainReading(input) == nil, "a form is refused that can be read")
        }
    }

    private static func checkRoundTrip(_ fields: FormFields) {
        let text = FormFields.encode(fields.all.map { ($0.name, $0.value) })
        guard let again = try? FormFields(urlEncoded: text) else { return hold(false, "a form written down is not read again") }
        let isSame = fields.all.elementsEqual(again.all) {
            $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.utf8.elementsEqual($1.value.utf8)
        }
        hold(isSame, "a form written down is read as another")
        for name in fields.names { hold(fields.values(name).first == fields[name], "a name answers with another value") }
    }

    private static func readTheRest(_ input: [UInt8]) {
        guard let text = String(validating: input, as: UTF8.self) else { return }
        let headers = Headers([("Cookie", text), ("Host", text), ("Content-Type", text)])
        for value in headers.fields.map(\.value) {
            hold(!value.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "a control in a field")
        }
        for cookie in Cookies(headers).all { hold(!cookie.name.isEmpty, "a cookie without a name") }
        if let tags = EntityTag.list(text) {
            let again = tags.map(\.headerValue).joined(separator: ", ")
            hold(EntityTag.list(again) == tags, "tags written down are read as others")
        }
        if let date = HTTPDate.parse(text, now: 1_800_000_000) {
            hold(HTTPDate.parse(HTTPDate.format(secondsSince1970: date)) == date, "a date written down is another")
        }
        if let target = try? Target("/?" + text) { hold(target.path == "/", "a query changes the path") }
    }

    private static func contains(_ other: String, in input: [UInt8]) -> Bool {
        String(decoding: input, as: UTF8.self).utf8.split(separator: UInt8(ascii: "%")).contains {
            $0.starts(with: other.utf8.dropFirst())
        }
    }
}
