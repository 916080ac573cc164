import Permitting

/// What is asked of a security question and its answer, typed twice.
enum SecurityQuestion {
    /// In characters for people, and in bytes for what is hashed: libcrypt takes 511.
    static let longest = 200
    private static let mostBytes = 500

    static func faults(_ question: String, _ answer: String, _ again: String) -> [Fault] {
        var faults: [Fault] = []
        if question.isEmpty { faults.append(Fault("question", "Type a security question of your own")) }
        if question.count > longest { faults.append(Fault("question", "The question may have at most \(longest) characters")) }
        let normalized = SecretAnswer.normalized(answer)
        if normalized.isEmpty {
            faults.append(Fault("answer", "Type the secret answer"))
        } else if answer.count > longest || normalized.utf8.count > mostBytes {
            faults.append(Fault("answer", "The answer may have at most \(longest) characters"))
        } else if normalized == SecretAnswer.normalized(question) {
            faults.append(Fault("answer", "The answer must not be the question itself"))
        } else if normalized != SecretAnswer.normalized(again) {
            faults.append(Fault("answer-again", "The two secret answers are not the same"))
        }
        return faults
    }
}
