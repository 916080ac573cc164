/// One size of the square code at error level M: how much it holds, in how many blocks (ISO/IEC 18004, tables 1, 9 and E.1).
struct QRVersion: Sendable {
    let number: Int
    let dataCodewords: Int
    /// Of each block.
    let correctionCodewords: Int
    let blocks: Int
    /// Where alignment patterns have their middle, in both directions.
    let alignment: [Int]

    var side: Int { 17 + 4 * number }
    /// Bits of the length before the content (table 3).
    var lengthBits: Int { number < 10 ? 8 : 16 }
    /// In bytes, less the mode's four bits and the length.
    var capacity: Int { (dataCodewords * 8 - 4 - lengthBits) / 8 }

    static let all: [QRVersion] = [
        QRVersion(number: 1, dataCodewords: 16, correctionCodewords: 10, blocks: 1, alignment: []),
        QRVersion(number: 2, dataCodewords: 28, correctionCodewords: 16, blocks: 1, alignment: [6, 18]),
        QRVersion(number: 3, dataCodewords: 44, correctionCodewords: 26, blocks: 1, alignment: [6, 22]),
        QRVersion(number: 4, dataCodewords: 64, correctionCodewords: 18, blocks: 2, alignment: [6, 26]),
        QRVersion(number: 5, dataCodewords: 86, correctionCodewords: 24, blocks: 2, alignment: [6, 30]),
        QRVersion(number: 6, dataCodewords: 108, correctionCodewords: 16, blocks: 4, alignment: [6, 34]),
        QRVersion(number: 7, dataCodewords: 124, correctionCodewords: 18, blocks: 4, alignment: [6, 22, 38]),
        QRVersion(number: 8, dataCodewords: 154, correctionCodewords: 22, blocks: 4, alignment: [6, 24, 42]),
        QRVersion(number: 9, dataCodewords: 182, correctionCodewords: 22, blocks: 5, alignment: [6, 26, 46]),
        QRVersion(number: 10, dataCodewords: 216, correctionCodewords: 26, blocks: 5, alignment: [6, 28, 50]),
    ]
}
