/// Error correction over the field of 256 elements that ISO/IEC 18004 §7.5.2 uses: x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
    /// What is left of the message, as a polynomial, after division by the generator of that degree.
    static func correction(of message: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var rest = [UInt8](repeating: 0, count: count)
        for byte in message {
            let factor = byte ^ rest[0]
            rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= product(generator[index], factor) }
        }
        return rest
    }

    /// (x − 2⁰)(x − 2¹) … without its first coefficient, which is one.
    private static func generator(degree: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: degree)
        coefficients[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                coefficients[index] = product(coefficients[index], root)
                if index + 1 < degree { coefficients[index] ^= coefficients[index + 1] }
            }
            root = product(root, 2)
        }
        return coefficients
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for shift in stride(from: 7, through: 0, by: -1) {
            product = product << 1 ^ (product >> 7) * 0x1d
            if right >> UInt8(shift) & 1 == 1 { product ^= left }
        }
        return product
    }
}
