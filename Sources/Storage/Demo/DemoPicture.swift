/// A small colour picture as a JPEG file (ITU-T T.81, baseline): of squares of eight by eight pixels, each of one colour, so that
/// of every block only the mean has to be coded.
struct DemoPicture {
    struct Color {
        let red: Int
        let green: Int
        let blue: Int
    }

    private let width: Int
    private let height: Int
    private var squares: [Color]

    /// In squares.
    init(width: Int, height: Int, _ color: Color) {
        self.width = width
        self.height = height
        squares = Array(repeating: color, count: width * height)
    }

    /// What lies outside the picture is left out.
    mutating func fill(x: Range<Int>, y: Range<Int>, _ color: Color) {
        for row in y.clamped(to: 0..<height) {
            for column in x.clamped(to: 0..<width) { squares[row * width + column] = color }
        }
    }

    var bytes: [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        Self.segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0], to: &file)
        // A mean's coefficient is eight times the mean (§A.3.3): divided by eight it is the mean again.
        Self.segment(0xDB, [0] + Array(repeating: 8, count: 64), to: &file)
        let size = [height * 8, width * 8].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        Self.segment(0xC0, [8] + size + [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0], to: &file)
        // Nine lengths of a difference, each with a code of four bits; and the end of a block, one bit.
        Self.segment(0xC4, [0x00, 0, 0, 0, 9] + Array(repeating: 0, count: 12) + Array(0...8), to: &file)
        Self.segment(0xC4, [0x10, 1] + Array(repeating: 0, count: 15) + [0], to: &file)
        Self.segment(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0], to: &file)
        return file + scan + [0xFF, 0xD9]
    }

    private var scan: [UInt8] {
        var bits = Bits()
        var last = [0, 0, 0]
        for square in squares {
            for (index, level) in Self.levels(square).enumerated() {
                bits.add(difference: level - last[index])
                bits.add(0, count: 1)
                last[index] = level
            }
        }
        return bits.finished
    }

    /// Brightness and the two colour differences around 0 (JFIF 1.02), in whole numbers.
    private static func levels(_ color: Color) -> [Int] {
        let (red, green, blue) = (color.red, color.green, color.blue)
        return [
            (299 * red + 587 * green + 114 * blue) / 1_000 - 128, (-169 * red - 331 * green + 500 * blue) / 1_000,
            (500 * red - 419 * green - 81 * blue) / 1_000,
        ].map { min(127, max(-128, $0)) }
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8], to file: inout [UInt8]) {
        let length = content.count + 2
        file += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }
}

extension DemoPicture {
    /// Codes one after the other, the highest bit first.
    private struct Bits {
        private var bytes: [UInt8] = []
        private var rest: UInt8 = 0
        private var count = 0

        /// How many bits it has, coded, and those bits; of one below zero they are those of one less (§F.1.2.1).
        mutating func add(difference: Int) {
            let length = Int.bitWidth - difference.magnitude.leadingZeroBitCount
            add(length, count: 4)
            add(difference < 0 ? difference - 1 : difference, count: length)
        }

        mutating func add(_ code: Int, count length: Int) {
            for shift in stride(from: length - 1, through: 0, by: -1) {
                rest = rest << 1 | UInt8(truncatingIfNeeded: code >> shift & 1)
                count += 1
                if count == 8 { end() }
            }
        }

        /// Filled up with ones (§F.1.2.3).
        var finished: [UInt8] {
            var whole = self
            while whole.count > 0 { whole.add(1, count: 1) }
            return whole.bytes
        }

        private mutating func end() {
            bytes.append(rest)
            // A byte of ones would be read as the beginning of a marker (§B.1.1.5).
            if rest == 0xFF { bytes.append(0) }
            (rest, count) = (0, 0)
        }
    }
}
