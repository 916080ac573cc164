import Permitting

/// What keeps a file from being taken, in words.
struct AttachmentRefusalText {
    let settings: AgencyAttachments

    func sentence(_ refusal: AttachmentRefusal, _ name: String) -> String {
        switch refusal {
        case .empty: "\(name) is empty. Choose another file"
        case .tooLarge(let size, let most): "\(name) has \(size). A file may have at most \(most)"
        case .kindNotTaken: "\(name) is of a kind that the office does not take. It takes \(kinds)"
        case .isNot(let kind):
            "\(name) has the name of a \(kind.word) file, but not its content. Save it as \(kind.word) and choose it again"
        case .permitHasTooMany(let most): "This permit has \(most) files already, which is the most. Call the office to send more"
        case .permitIsFull(let most): "The files of a permit may have \(most) together. Call the office to send more"
        case .sentTooMuchToday(let most): "You can send \(most) a day. Send the rest tomorrow, or call the office"
        }
    }

    /// "PDF, JPEG (jpg, jpeg) or text (txt)"
    var kinds: String {
        let words = settings.kinds.map(\.word)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// For the browser's own choice of files. With kinds of pictures in it, telephones offer their camera.
    var accept: String {
        settings.kinds.flatMap { [$0.mediaType] + $0.extensions.map { "." + $0 } }.joined(separator: ",")
    }
}
