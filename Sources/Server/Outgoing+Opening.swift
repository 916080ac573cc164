import HTTP

extension Outgoing.Piece {
    /// The content's pieces, in order and none of them empty. Nil when a file is not there any more. One that stands in several
    /// pieces is opened once.
    static func opened(_ content: Response.Content) -> [Outgoing.Piece]? {
        var pieces: [Outgoing.Piece] = []
        var files: [String: OpenFile] = [:]
        return open(content, into: &pieces, &files) ? pieces : nil
    }

    private static func open(
        _ content: Response.Content, into pieces: inout [Outgoing.Piece], _ files: inout [String: OpenFile]
    ) -> Bool {
        switch content {
        case .empty: break
        case .bytes(let bytes):
            if !bytes.isEmpty { pieces.append(.bytes(bytes)) }
        case .file(let part):
            guard let file = files[part.path] ?? OpenFile(path: part.path) else { return false }
            files[part.path] = file
            if part.size > 0 { pieces.append(.file(file, part.offset..<part.offset + part.size)) }
        case .pieces(let parts):
            for part in parts where !open(part, into: &pieces, &files) { return false }
        }
        return true
    }
}
