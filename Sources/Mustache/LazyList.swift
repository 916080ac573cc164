/// A list whose values are made one by one, each when a section comes to it, and given up behind it. A table of hundreds of
/// cells then takes the memory of one row, which the next one finds still warm.
public final class LazyList: Sendable {
    let count: Int
    private let make: @Sendable (Int) -> Value

    init(count: Int, _ make: @escaping @Sendable (Int) -> Value) {
        self.count = count
        self.make = make
    }

    func value(at index: Int) -> Value { make(index) }
}
