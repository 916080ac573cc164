/// The context stack: plain memory, because an array would be counted and checked at every look.
struct FrameStack: ~Copyable {
    /// A value on the stack; for an object its fields, to find names without looking at the value again.
    struct Frame {
        let value: UnsafePointer<Value>
        let fields: FieldTable
        let values: UnsafePointer<Value>?
    }

    private var frames = UnsafeMutablePointer<Frame>.allocate(capacity: 32)
    private var capacity = 32
    private var count = 0
    private let noFields = FieldTable.empty

    deinit { frames.deallocate() }

    var top: UnsafePointer<Value>? { count > 0 ? frames[count - 1].value : nil }

    /// The value of the first object from the top down that has the name.
    @inline(__always) func find(_ name: Int32) -> UnsafePointer<Value>? {
        var level = count
        while level > 0 {
            level -= 1
            let slot = frames[level].fields.slot(of: name)
            if slot >= 0, let values = frames[level].values { return values + slot }
        }
        return nil
    }

    mutating func push(_ value: UnsafePointer<Value>) {
        push(Frame(value: value, fields: noFields, values: nil))
    }

    /// An object: whoever pushes it keeps its values in their place until it is popped.
    mutating func push(_ value: UnsafePointer<Value>, _ fields: FieldTable, _ values: UnsafePointer<Value>?) {
        push(Frame(value: value, fields: fields, values: values))
    }

    mutating func pop() { count -= 1 }

    @inline(__always) private mutating func push(_ frame: Frame) {
        if count == capacity { grow() }
        (frames + count).initialize(to: frame)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: frames, count: count)
        frames.deallocate()
        frames = larger
        capacity *= 2
    }
}
