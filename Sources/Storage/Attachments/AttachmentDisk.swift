import Foundation

/// The system calls by which bytes get onto the disk. Tests put in their place what a full or a broken disk answers.
public struct AttachmentDisk: Sendable {
    /// As write(2): how many bytes were taken, or -1 and an errno.
    public var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> (count: Int, code: Int32)
    /// As fsync(2): 0, or an errno.
    public var sync: @Sendable (_ descriptor: Int32) -> Int32

    public static let system = AttachmentDisk(
        write: { descriptor, bytes in
            let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            return (count, errno)
        },
        sync: { fsync($0) == 0 ? 0 : errno })
}
