import Dispatch
import Foundation
import Testing

@testable import Credentials

struct PasswordHashTests {
    private static let cheap = 1

    /// The first entry of the yescrypt reference implementation's TESTS-OK.
    @Test func `yescrypt's own example comes out`() throws {
        let published = "$y$jD5.7$LdJMENpBABJJ3hIHjB1Bi.$HboGM6qPrsK.StKYGt6KErmUYtioHreJd98oIugoNB6"
        #expect(try Yescrypt.hash("pleaseletmein", setting: published) == published)
    }

    @Test func `a password opens its own hash and no other does`() throws {
        let hash = try PasswordHash.hash("correct horse battery", cost: Self.cheap)
        #expect(hash.hasPrefix("$y$j75$"))
        #expect(try PasswordHash.verify("correct horse battery", against: hash))
        for wrong in ["", "correct horse batter", "correct horse battery ", "Correct horse battery", " correct horse battery"] {
            #expect(try !PasswordHash.verify(wrong, against: hash), "\(wrong)")
        }
    }

    @Test func `the same password twice gives two hashes`() throws {
        let hashes = try (0..<2).map { _ in try PasswordHash.hash("correct horse battery", cost: Self.cheap) }
        #expect(hashes[0] != hashes[1])
        for hash in hashes { #expect(try PasswordHash.verify("correct horse battery", against: hash)) }
    }

    @Test func `byte 73 counts, and so does byte 511`() throws {
        for length in [73, 511] {
            let secret = String(repeating: "x", count: length)
            let hash = try PasswordHash.hash(secret, cost: Self.cheap)
            #expect(try PasswordHash.verify(secret, against: hash))
            #expect(try !PasswordHash.verify(secret.dropLast() + "y", against: hash))
            #expect(try !PasswordHash.verify(String(secret.dropLast()), against: hash))
        }
    }

    @Test func `letters outside ASCII count by their bytes and are not rewritten`() throws {
        let hash = try PasswordHash.hash("contrase\u{f1}a 🏠", cost: Self.cheap)
        #expect(try PasswordHash.verify("contrase\u{f1}a 🏠", against: hash))
        #expect(try !PasswordHash.verify("contrasen\u{303}a 🏠", against: hash))
        #expect(throws: CredentialError.secretTooLong(bytes: 512, limit: 511)) {
            try PasswordHash.hash(String(repeating: "\u{f1}", count: 256), cost: Self.cheap)
        }
    }

    @Test func `what libcrypt would cut or cannot take is refused, not hashed`() {
        #expect(throws: CredentialError.secretEmpty) { try PasswordHash.hash("", cost: Self.cheap) }
        #expect(throws: CredentialError.secretContainsNUL) { try PasswordHash.hash("open\0sesame", cost: Self.cheap) }
        #expect(throws: CredentialError.secretContainsNUL) { try PasswordHash.hash("\0", cost: Self.cheap) }
        #expect(throws: CredentialError.secretTooLong(bytes: 512, limit: 511)) {
            try PasswordHash.hash(String(repeating: "x", count: 512), cost: Self.cheap)
        }
    }

    @Test func `a secret that cannot be hashed is the wrong password`() throws {
        let hash = try PasswordHash.hash("open", cost: Self.cheap)
        for secret in ["", "open\0", "open\0sesame", String(repeating: "x", count: 512)] {
            #expect(try !PasswordHash.verify(secret, against: hash))
        }
    }

    @Test(arguments: [-1, 0, 12, Int.max, Int.min])
    func `a cost libcrypt does not know is refused`(cost: Int) {
        #expect(throws: CredentialError.costOutOfRange(cost)) { try PasswordHash.hash("open", cost: cost) }
    }

    @Test func `a damaged hash is an error and not a wrong password`() throws {
        let hash = try PasswordHash.hash("open", cost: Self.cheap)
        let (settings, digest) = (hash.prefix(29), hash.suffix(43))
        let damaged: [String] = [
            "", "*", "!", "x", "$y$", "$y$j75$", "\(settings)", "\(settings)$", "\(hash.dropLast())", "\(hash.dropLast())=",
            "\(hash).", "\(hash)\n", "\(hash)$", " \(hash)", "$7$\(hash.dropFirst(3))", "$y$jzT\(hash.dropFirst(6))",
            "$y$j75$$\(digest)", "$y$j75$ab$\(digest)", "$y$j75$:\(hash.dropFirst(7))",
            "$2b$04$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYz01234", "ab1234567890.",
        ]
        for text in damaged {
            #expect(throws: CredentialError.hashMalformed, "\(text)") { try PasswordHash.verify("open", against: text) }
        }
    }

    @Test func `the hash for unknown accounts costs what a real one does and opens to nothing`() throws {
        #expect(try PasswordHash.unknown(cost: PasswordHash.defaultCost).hasPrefix("$y$jBT$"))
        for cost in [1, 5] {
            let (real, unknown) = (
                try PasswordHash.hash("correct horse battery", cost: cost), try PasswordHash.unknown(cost: cost)
            )
            #expect(unknown.prefix(7) == real.prefix(7) && unknown.utf8.count == real.utf8.count)
            #expect(try !PasswordHash.verify("correct horse battery", against: unknown))
        }
        #expect(throws: CredentialError.costOutOfRange(12)) { try PasswordHash.unknown(cost: 12) }
    }

    /// The digest is that of `openssl passwd -6 -salt saltstring 'Hello world!'`, the example of the method's specification.
    @Test func `a hash of the older method still opens, and is told from a new one`() throws {
        let old = "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1"
        #expect(try PasswordHash.verify("Hello world!", against: old))
        #expect(try !PasswordHash.verify("Hello world", against: old))
        #expect(try PasswordHash.isOutdated(old, cost: Self.cheap))
        let new = try PasswordHash.hash("Hello world!", cost: Self.cheap)
        #expect(try !PasswordHash.isOutdated(new, cost: Self.cheap))
        #expect(try PasswordHash.isOutdated(new, cost: 2))
        for dear in [
            "$6$rounds=999999999$saltstring$\(old.suffix(86))", "$6$saltstring$\(old.suffix(85))", "$6$$\(old.suffix(86))",
        ] {
            #expect(throws: CredentialError.hashMalformed) { try PasswordHash.verify("Hello world!", against: dear) }
        }
    }

    @Test func `hashes are right when many are wanted at once`() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let hash = try PasswordHash.hash("secret \(number)", cost: Self.cheap)
                    let right = try PasswordHash.verify("secret \(number)", against: hash)
                    let wrong = try PasswordHash.verify("secret \(number + 1)", against: hash)
                    return right && !wrong
                }
            }
            for try await held in group { #expect(held) }
        }
    }

    @Test func `a third hash waits while two are being computed`() {
        let started = DispatchSemaphore(value: 0)
        let finish = DispatchSemaphore(value: 0)
        let hashed = DispatchSemaphore(value: 0)
        for _ in 0..<2 {
            Thread.detachNewThread {
                PasswordHash.turns.take {
                    started.signal()
                    finish.wait()
                }
            }
        }
        started.wait()
        started.wait()
        Thread.detachNewThread {
            #expect(throws: Never.self) { try PasswordHash.hash("open", cost: Self.cheap) }
            hashed.signal()
        }
        let waits = hashed.wait(timeout: .now() + .milliseconds(50)) == .timedOut
        #expect(waits, "a third was computed")
        finish.signal()
        if waits { hashed.wait() }
        finish.signal()
    }
}
