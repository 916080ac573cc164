import Foundation
import SQLite
import Testing

@testable import Storage

struct StorageFaultTests {
    @Test(arguments: [DatabaseError.Kind.inputOutput, .cannotOpen, .readOnly, .diskFull, .corrupt])
    func `the file and the disk beneath it are told apart from the program`(kind: DatabaseError.Kind) {
        #expect(StorageFault.isInputOutput(DatabaseError(kind, "")))
        #expect(StorageFault.isDiskFull(DatabaseError(kind, "")) == (kind == .diskFull))
        #expect(StorageFault.isDamage(DatabaseError(kind, "")) == (kind == .corrupt))
    }

    @Test(arguments: [(ENOSPC, true), (EDQUOT, true), (EIO, false), (EACCES, false)])
    func `an attachment's file tells a full disk from a broken one`(code: Int32, isFull: Bool) {
        let error = AttachmentFileError("written", "a", code: code)
        #expect(StorageFault.isInputOutput(error) && !StorageFault.isDamage(error))
        #expect(StorageFault.isDiskFull(error) == isFull)
    }

    @Test(arguments: [DatabaseError.Kind.uniqueViolation, .triggerRefusal, .busy, .mismatch, .queueFull, .misuse, .other])
    func `what the program did is no fault of the disk`(kind: DatabaseError.Kind) {
        #expect(!StorageFault.isInputOutput(DatabaseError(kind, "")))
        #expect(!StorageFault.isDiskFull(DatabaseError(kind, "")))
        #expect(!StorageFault.isDiskFull(CancellationError()) && !StorageFault.isInputOutput(CancellationError()))
    }
}
