import Permitting
import Testing

struct SecretAnswerTests {
    @Test(arguments: [
        ("Chevrolet", "chevrolet"), ("  CHEVROLET ", "chevrolet"), ("my  first\tcar", "my first car"), ("Škoda", "škoda"),
        ("", ""), ("   ", ""),
        ("O'Brien-1", "o'brien-1"),
    ])
    func `an answer is compared as people remember it`(typed: String, kept: String) {
        #expect(SecretAnswer.normalized(typed) == kept)
    }

    @Test func `another answer stays another`() {
        #expect(SecretAnswer.normalized("Chevrolet") != SecretAnswer.normalized("Chevrolets"))
        #expect(SecretAnswer.normalized("first car") != SecretAnswer.normalized("firstcar"))
    }
}
