import Testing

@testable import Storage

struct DemoPictureTests {
    @Test func `a picture begins and ends as a JPEG, with its size in pixels`() {
        let bytes = DemoPicture(width: 40, height: 30, DemoPicture.Color(red: 9, green: 90, blue: 200)).bytes
        #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE0]) && bytes.suffix(2) == [0xFF, 0xD9])
        let frame = (0..<bytes.count).first { bytes[$0...].starts(with: [0xFF, 0xC0]) } ?? 0
        #expect(Array(bytes[(frame + 5)..<(frame + 9)]) == [0, 240, 1, 64])
    }

    /// Grey in the middle: 21 bits, then filled up with ones. Brightness differs by nothing, and so do both colours.
    @Test func `a square of middle grey is three times no difference`() {
        let bytes = DemoPicture(width: 1, height: 1, DemoPicture.Color(red: 128, green: 128, blue: 128)).bytes
        #expect(bytes.suffix(4) == [0b0000_0000, 0b0000_0001, 0xFF, 0xD9])
    }

    @Test func `white, and black after it, are the largest steps and are coded whole`() {
        var picture = DemoPicture(width: 2, height: 1, DemoPicture.Color(red: 255, green: 255, blue: 255))
        picture.fill(x: 1..<9, y: 0..<9, DemoPicture.Color(red: 0, green: 0, blue: 0))
        // 127 in seven bits, twice nothing; 255 less in eight, twice nothing; each before the bit that ends its block.
        let bits = "0111" + "1111111" + "0" + "00000" + "00000" + "1000" + "00000000" + "0" + "00000" + "00000" + "1"
        let padded = bits + String(repeating: "1", count: (8 - bits.count % 8) % 8)
        var expected: [UInt8] = []
        for start in stride(from: 0, to: padded.count, by: 8) {
            expected.append(UInt8(padded.dropFirst(start).prefix(8), radix: 2) ?? 0)
        }
        #expect(Array(picture.bytes.suffix(expected.count + 2)) == expected + [0xFF, 0xD9])
    }

    @Test func `a byte of ones is followed by nothing, so that no marker stands in the picture`() {
        var picture = DemoPicture(width: 16, height: 16, DemoPicture.Color(red: 255, green: 255, blue: 255))
        for step in 0..<16 {
            picture.fill(x: step..<(step + 1), y: 0..<16, DemoPicture.Color(red: step * 17, green: 255, blue: 0))
        }
        let bytes = picture.bytes
        let scan = (0..<bytes.count).first { bytes[$0...].starts(with: [0xFF, 0xDA]) } ?? 0
        let inside = bytes[(scan + 2)..<(bytes.count - 2)]
        #expect(inside.indices.dropLast().allSatisfy { bytes[$0] != 0xFF || bytes[$0 + 1] == 0 })
    }
}
