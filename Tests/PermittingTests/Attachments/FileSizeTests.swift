import Permitting
import Testing

struct FileSizeTests {
    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1_023, "1023 bytes"), (1_024, "1 KB"), (1_025, "2 KB"), (640 << 10, "640 KB"),
        (1_023 << 10, "1023 KB"), ((1_023 << 10) + 1, "1 MB"), (1 << 20, "1 MB"), ((1 << 20) + 1, "1.1 MB"),
        (1_258_291, "1.2 MB"), (1_258_292, "1.3 MB"), (100 << 20, "100 MB"), ((100 << 20) + 1, "100.1 MB"),
        (2_000 << 20, "2000 MB"),
    ])
    func `a size reads as people say it, and never as less than it is`(bytes: Int, text: String) {
        #expect(FileSize(bytes: bytes).description == text)
    }

    @Test func `sizes add up and compare`() {
        #expect(FileSize.megabytes(1) + FileSize(bytes: 1) > .megabytes(1))
        #expect(FileSize.megabytes(100).bytes == 104_857_600)
    }
}
