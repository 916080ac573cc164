@testable import Portal

/// Reads a square code back as a telephone would that sees it without a fault: format, mask, zigzag, blocks, bytes. The browser's
/// tests have one read by another program.
struct QRReader {
    private let modules: [[Bool]]
    private let version: QRVersion

    init?(_ modules: [[Bool]]) {
        guard let version = QRVersion.all.first(where: { $0.side == modules.count }) else { return nil }
        (self.modules, self.version) = (modules, version)
    }

    /// The mask that the format bits name; nil where the two copies or the level do not fit.
    var mask: Int? {
        let side = modules.count
        let first = (0..<15).map { index in
            switch index {
            case 0...5: modules[index][8]
            case 6: modules[7][8]
            case 7: modules[8][8]
            case 8: modules[8][7]
            default: modules[8][14 - index]
            }
        }
        let second = (0..<15).map { $0 < 8 ? modules[8][side - 1 - $0] : modules[side - 15 + $0][8] }
        let bits = first.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
        return first == second ? (0..<8).first { QRMatrix.format(mask: $0) == bits } : nil
    }

    var codewords: [UInt8] {
        let isPattern = QRMatrix(version).isPattern
        var bits: [Bool] = []
        let rights = stride(from: modules.count - 1, to: 6, by: -2) + stride(from: 5, to: 0, by: -2)
        for (turn, right) in rights.enumerated() {
            let rows = turn.isMultiple(of: 2) ? Array(modules.indices.reversed()) : Array(modules.indices)
            for y in rows { for x in [right, right - 1] where !isPattern[y][x] { bits.append(modules[y][x] != isTurned(x, y)) } }
        }
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// Each with its correction.
    var blocks: [(data: [UInt8], correction: [UInt8])] {
        var rest = codewords[...]
        var blocks = QRCodewords.split(Array(repeating: 0, count: version.dataCodewords), into: version.blocks).map {
            (size: $0.count, data: [UInt8](), correction: [UInt8]())
        }
        while blocks.contains(where: { $0.data.count < $0.size }) {
            for index in blocks.indices where blocks[index].data.count < blocks[index].size {
                // The shorter blocks have nothing in the last round.
                if let next = rest.popFirst() { blocks[index].data.append(next) }
            }
        }
        for _ in 0..<version.correctionCodewords {
            for index in blocks.indices { if let next = rest.popFirst() { blocks[index].correction.append(next) } }
        }
        return blocks.map { ($0.data, $0.correction) }
    }

    var text: String {
        let bits = blocks.flatMap(\.data).flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        func number(_ start: Int, _ count: Int) -> Int { bits[start..<start + count].reduce(0) { $0 << 1 | Int($1) } }
        guard number(0, 4) == 4 else { return "" }
        let start = 4 + version.lengthBits
        let bytes = (0..<number(4, version.lengthBits)).map { UInt8(number(start + $0 * 8, 8)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isTurned(_ x: Int, _ y: Int) -> Bool {
        let (product, sum) = (x * y, x + y)
        return [
            sum % 2, y % 2, x % 3, sum % 3, (x / 3 + y / 2) % 2, product % 2 + product % 3, (product % 2 + product % 3) % 2,
            (sum % 2 + product % 3) % 2,
        ][mask ?? 0] == 0
    }
}

private func + (left: StrideTo<Int>, right: StrideTo<Int>) -> [Int] { Array(left) + Array(right) }
