// because libFuzzer calls both functions below on one thread, the first of them once and before the other.
nonisolated(unsafe) private var target = FuzzTarget.request

/// libFuzzer's first call, with the arguments of main.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
    let path = arguments.pointee[0].map { String(cString: $0) } ?? ""
    guard let named = FuzzTarget(path: path) else {
        fatalError("\(path) is named for none of the targets")
    }
    target = named
    return 0
}

/// Called for each input; nothing may stay behind.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
