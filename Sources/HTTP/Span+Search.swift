import Glibc

extension Span<UInt8> {
    /// The first place of that byte; the C library looks at many bytes at a time.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        extracting(range).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let hit = memchr(base, Int32(byte), buffer.count) else { return nil }
            return range.lowerBound + (UnsafeRawPointer(hit) - UnsafeRawPointer(base))
        }
    }
}
