import Testing

@testable import Portal

struct QRCodeTests {
    private static let address =
        "otpauth://totp/Kootenai%20County:admin%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kootenai%20County"

    /// The correction of "HELLO WORLD" in version 1-M, the example that most descriptions of the standard work through.
    @Test func `correction codewords are what division leaves`() {
        let message: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
        #expect(ReedSolomon.correction(of: message, count: 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
    }

    /// ISO/IEC 18004, tables C.1 and D.1.
    @Test func `format and version are written with the standard's own bits`() {
        let format = (0..<8).map { String(QRMatrix.format(mask: $0), radix: 2) }
        #expect(
            format == [
                "101010000010010", "101000100100101", "101111001111100", "101101101001011", "100010111111001",
                "100000011001110", "100111110010111", "100101010100000",
            ])
        #expect(QRMatrix.versionBits(7) == 0b000111110010010100 && QRMatrix.versionBits(10) == 0b001010010011010011)
    }

    @Test func `content is preceded by its mode and length and filled up by the standard's two bytes`() {
        let data = QRCodewords.data(Array("AB".utf8), QRVersion.all[0])
        #expect(data == [0x40, 0x24, 0x14, 0x20, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17])
        #expect(QRCodewords.split(Array(0..<7), into: 3) == [[0, 1], [2, 3], [4, 5, 6]])
    }

    @Test func `whatever fits is read back, each version to its last byte`() throws {
        let lengths = [1] + QRVersion.all.flatMap { [$0.capacity - 1, $0.capacity, $0.capacity + 1] }.filter { $0 <= 213 }
        for length in lengths {
            let text = String((0..<length).map { Character(UnicodeScalar(UInt8(33 + ($0 * 31 + length) % 94))) })
            let code = try #require(QRCode(text))
            let reader = try #require(QRReader(code.modules))
            #expect(reader.mask != nil && reader.text == text, "\(length)")
            let version = try #require(QRVersion.all.first { $0.side == code.modules.count })
            #expect(length <= version.capacity && reader.blocks.count == version.blocks)
            for block in reader.blocks {
                #expect(ReedSolomon.correction(of: block.data, count: version.correctionCodewords) == block.correction)
            }
        }
        #expect(QRVersion.all.map(\.capacity) == [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
    }

    @Test func `what does not fit has no code`() {
        #expect(QRCode(String(repeating: "x", count: 213)) != nil)
        #expect(QRCode(String(repeating: "x", count: 214)) == nil)
    }

    @Test func `corners, timing and the dark square are where readers look for them`() throws {
        let modules = try #require(QRCode(Self.address)).modules
        let side = modules.count
        let ring = [true, true, true, true, true, true, true, false]
        for row in [modules[0], modules[6]] { #expect(Array(row.prefix(8)) == ring && Array(row.suffix(8)) == ring.reversed()) }
        #expect(Array(modules[side - 1].prefix(8)) == ring && modules[side - 8][8])
        for index in 8..<side - 8 {
            #expect(modules[6][index] == index.isMultiple(of: 2) && modules[index][6] == index.isMultiple(of: 2))
        }
    }

    @Test func `the outline covers the dark squares, within a border of four`() throws {
        let code = try #require(QRCode(Self.address))
        let bars = code.path.matches(of: #/M(\d+) (\d+)h(\d+)v1h-(\d+)z/#)
        var covered = Array(repeating: Array(repeating: false, count: code.side), count: code.side)
        for bar in bars {
            let (x, y, length) = (try #require(Int(bar.1)), try #require(Int(bar.2)), try #require(Int(bar.3)))
            #expect(bar.3 == bar.4)
            for offset in 0..<length { covered[y][x + offset] = true }
        }
        let inner = covered.dropFirst(4).dropLast(4).map { Array($0.dropFirst(4).dropLast(4)) }
        #expect(inner == code.modules)
        #expect(bars.map(\.0.utf8.count).reduce(0, +) == code.path.utf8.count && code.path.utf8.count < 16_000)
    }
}
