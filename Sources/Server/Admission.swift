/// What becomes of a new connection.
enum Admission {
    case served
    /// One too many: it is told 503, and read until it closes, so that it sees the answer.
    case turnedAway
    /// In a flood even of those: one write has to do.
    case refused
}
