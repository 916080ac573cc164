import HTTP

/// Multipart forms are read the same however they are cut; parts stand apart and in order; what is read and written down
/// again is read as the same.
enum MultipartProperties {
    private enum Outcome: Equatable {
        case parts([MultipartPart])
        case failure(MultipartError)
    }

    static func check(_ input: [UInt8]) {
        guard let name = boundary(of: input), let boundary = try? MultipartBoundary(name) else { return }
        let cutting = Cutting(input)
        let limits = limits(cutting.choice)
        let whole = read(cutting.whole, boundary, limits)
        hold(read(cutting.split, boundary, limits) == whole, "a form cut in two is read differently")
        hold(read(cutting.single, boundary, limits) == whole, "a form read byte by byte is read differently")
        if case .parts(let parts) = whole { check(parts, of: input, boundary: name, limits) }
        checkForm(input, boundary, limits, whole)
    }

    /// What the input itself begins with, as a seed does; "b" where it does not.
    private static func boundary(of input: [UInt8]) -> String? {
        guard input.starts(with: "--".utf8) else { return "b" }
        return String(validating: input.dropFirst(2).prefix { $0 != 13 }, as: UTF8.self)
    }

    private static func limits(_ choice: Int) -> MultipartLimits {
        guard choice % 2 == 1 else { return MultipartLimits() }
        return MultipartLimits(
            parts: choice % 5, headerBytes: 32 + choice / 2, fieldBytes: choice % 16, allFieldBytes: 4 + choice % 32)
    }

    private static func read(
        _ pieces: [ArraySlice<UInt8>], _ boundary: MultipartBoundary, _ limits: MultipartLimits
    ) -> Outcome {
        do throws(MultipartError) {
            var parser = MultipartParser(boundary: boundary, limits: limits)
            for piece in pieces { try parser.receive(piece) }
            return .parts(try parser.finish())
        } catch {
            return .failure(error)
        }
    }

    private static func check(
        _ parts: [MultipartPart], of input: [UInt8], boundary: String, _ limits: MultipartLimits
    ) {
        var end = 0
        let delimiter = Array("\r\n--\(boundary)".utf8)
        hold(parts.count <= limits.parts, "more parts than the limit")
        for part in parts {
            hold(part.content.lowerBound > end && part.content.upperBound <= input.count, "parts that overlap")
            end = part.content.upperBound
            hold(!contains(input[part.content], delimiter), "a delimiter within a part")
            hold(part.fileName != nil || part.content.count <= limits.fieldBytes, "a longer field than the limit")
            guard let fileName = part.fileName else { continue }
            hold(!fileName.utf8.contains { $0 < 0x20 || $0 == 0x7F || "/\\".utf8.contains($0) }, "a file name that is a path")
            hold(fileName != "." && fileName != "..", "a file name that is a folder")
        }
        checkRoundTrip(parts, of: input, boundary: boundary)
    }

    /// Fields first, then files, as `encode` writes them. A backslash in a name is left out: browsers do not escape it, so
    /// that one before a quote cannot be written.
    private static func checkRoundTrip(_ parts: [MultipartPart], of input: [UInt8], boundary: String) {
        guard let name = try? MultipartBoundary(boundary) else { return }
        let plain = parts.filter { !$0.name.utf8.contains(UInt8(ascii: "\\")) }
        let texts = plain.filter { $0.fileName == nil && String(validating: input[$0.content], as: UTF8.self) != nil }
        let files = plain.filter { $0.fileName != nil && $0.contentType != nil }
        let fields = texts.map { ($0.name, String(decoding: input[$0.content], as: UTF8.self)) }
        let uploads = files.map { ($0.name, $0.fileName ?? "", $0.contentType ?? "", Array(input[$0.content])) }
        let written = MultipartForm.encode(fields, files: uploads, boundary: boundary)
        guard case .parts(let again) = read([written[...]], name, MultipartLimits(parts: .max, headerBytes: .max)) else {
            return hold(false, "a form written down is not read again")
        }
        hold(again.count == texts.count + files.count, "a form written down has other parts")
        for (one, other) in zip(texts + files, again) {
            hold(one.name.utf8.elementsEqual(other.name.utf8), "a name written down is another")
            hold(one.fileName == other.fileName, "a file's name written down is another")
            hold(one.fileName == nil || one.contentType == other.contentType, "a file's type written down is another")
            hold(input[one.content] == written[other.content], "a content written down is another")
        }
    }

    /// The form says what the parser says, but for text that is none.
    private static func checkForm(
        _ input: [UInt8], _ boundary: MultipartBoundary, _ limits: MultipartLimits, _ outcome: Outcome
    ) {
        do {
            let form = try MultipartForm(.bytes(input), boundary: boundary, limits: limits)
            guard case .parts(let parts) = outcome else { return hold(false, "a form of what the parser refused") }
            hold(form.fields.all.count == parts.count { $0.fileName == nil }, "a form with other fields")
            for file in form.files {
                var content: [UInt8] = []
                try file.forEachPiece { content += $0 }
                hold(content.count == file.size, "a file of another size")
                hold(try content.prefix(7) == file.prefix(7)[...], "a file with another beginning")
            }
        } catch let error as MultipartError {
            switch error {
            case .notUTF8, .containsNUL: break
            default: hold(outcome == .failure(error), "a form refused for another reason: \(error)")
            }
        } catch {
            hold(false, "\(error)")
        }
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
        guard bytes.count >= other.count else { return false }
        return (bytes.startIndex...bytes.endIndex - other.count).contains { bytes[$0...].starts(with: other) }
    }
}
