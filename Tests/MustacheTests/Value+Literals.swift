import Mustache

/// Data in tests is written as the specification writes it, with field names beside their values.
extension Value: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral fields: (String, Value)...) {
        let shape = Shape(names: fields.map(\.0))
        self = shape.object(of: fields.map(\.1))
    }
}

extension Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self.init(number) }
}

extension Value: ExpressibleByFloatLiteral {
    public init(floatLiteral number: Double) { self = .text("\(number)") }
}
