/// The squares of a code: patterns that readers find their way by, and around them what it says (ISO/IEC 18004 §6.3, §7.7 to §7.10).
struct QRMatrix {
    let side: Int
    private(set) var isDark: [[Bool]]
    /// Squares of the patterns, which carry nothing and are never masked.
    private(set) var isPattern: [[Bool]]

    /// Of the eight masks the one that readers mistake least.
    static func best(_ version: QRVersion, codewords: [UInt8]) -> [[Bool]] {
        var plain = QRMatrix(version)
        plain.place(codewords)
        let all = (0..<8).map { plain.masked($0) }
        return all.min { QRPenalty.of($0) < QRPenalty.of($1) } ?? plain.isDark
    }

    init(_ version: QRVersion) {
        side = version.side
        isDark = Array(repeating: Array(repeating: false, count: side), count: side)
        isPattern = isDark
        drawTiming()
        for (x, y) in [(3, 3), (side - 4, 3), (3, side - 4)] { drawFinder(x, y) }
        drawAlignments(version.alignment)
        drawFormat(mask: 0)
        if version.number >= 7 { drawVersion(version.number) }
    }

    /// Two columns at a time from the right, up and down in turn, past the vertical timing pattern (§7.7.3).
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        var right = side - 1
        var isUpward = true
        while right > 0 {
            if right == 6 { right = 5 }
            for step in 0..<side {
                let y = isUpward ? side - 1 - step : step
                for x in [right, right - 1] where !isPattern[y][x] && bit < codewords.count * 8 {
                    isDark[y][x] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
            isUpward.toggle()
            right -= 2
        }
    }

    func masked(_ mask: Int) -> [[Bool]] {
        var copy = self
        for y in 0..<side {
            for x in 0..<side where !isPattern[y][x] && Self.isTurned(mask, x, y) { copy.isDark[y][x].toggle() }
        }
        copy.drawFormat(mask: mask)
        return copy.isDark
    }

    /// Table 10.
    private static func isTurned(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}

extension QRMatrix {
    private mutating func draw(_ x: Int, _ y: Int, _ dark: Bool) {
        isDark[y][x] = dark
        isPattern[y][x] = true
    }

    private mutating func drawTiming() {
        for index in 0..<side {
            draw(index, 6, index.isMultiple(of: 2))
            draw(6, index, index.isMultiple(of: 2))
        }
    }

    /// A corner's rings with the light line around them.
    private mutating func drawFinder(_ middleX: Int, _ middleY: Int) {
        for y in max(0, middleY - 4)...min(side - 1, middleY + 4) {
            for x in max(0, middleX - 4)...min(side - 1, middleX + 4) {
                let ring = max(abs(x - middleX), abs(y - middleY))
                draw(x, y, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignments(_ middles: [Int]) {
        guard let first = middles.first, let last = middles.last else { return }
        for middleY in middles {
            for middleX in middles {
                // In three places there is a corner already.
                if [(first, first), (last, first), (first, last)].contains(where: { $0 == (middleX, middleY) }) { continue }
                for y in middleY - 2...middleY + 2 {
                    for x in middleX - 2...middleX + 2 {
                        draw(x, y, max(abs(x - middleX), abs(y - middleY)) != 1)
                    }
                }
            }
        }
    }

    /// Level and mask, twice, and the one square that is always dark (§7.9).
    private mutating func drawFormat(mask: Int) {
        let bits = Self.format(mask: mask)
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { draw(8, index, bit(index)) }
        draw(8, 7, bit(6))
        draw(8, 8, bit(7))
        draw(7, 8, bit(8))
        for index in 9..<15 { draw(14 - index, 8, bit(index)) }
        for index in 0..<8 { draw(side - 1 - index, 8, bit(index)) }
        for index in 8..<15 { draw(8, side - 15 + index, bit(index)) }
        draw(8, side - 8, true)
    }

    /// Level M is 00; ten bits of correction over x¹⁰ + x⁸ + x⁵ + x⁴ + x² + x + 1, then a fixed mask.
    static func format(mask: Int) -> Int { (mask << 10 | remainder(of: mask, 0x537, 10)) ^ 0x5412 }

    /// From version 7 on the version itself stands there, twice (§7.10).
    private mutating func drawVersion(_ number: Int) {
        let bits = Self.versionBits(number)
        for index in 0..<18 {
            let (long, short) = (index / 3, side - 11 + index % 3)
            let dark = bits >> index & 1 == 1
            draw(long, short, dark)
            draw(short, long, dark)
        }
    }

    static func versionBits(_ number: Int) -> Int { number << 12 | remainder(of: number, 0x1f25, 12) }

    private static func remainder(of value: Int, _ divisor: Int, _ bits: Int) -> Int {
        var rest = value
        for _ in 0..<bits { rest = rest << 1 ^ (rest >> (bits - 1)) * divisor }
        return rest
    }
}
