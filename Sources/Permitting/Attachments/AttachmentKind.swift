/// What an attachment is: the kinds an agency can choose from, known by the end of the name and by their first bytes.
public enum AttachmentKind: String, CaseIterable, Sendable {
    case pdf, jpeg, png, heic, tiff, dwg, docx, xlsx, text

    /// As lists name it: "PDF".
    public var word: String {
        switch self {
        case .pdf: "PDF"
        case .jpeg: "JPEG"
        case .png: "PNG"
        case .heic: "HEIC"
        case .tiff: "TIFF"
        case .dwg: "DWG"
        case .docx: "Word"
        case .xlsx: "Excel"
        case .text: "text"
        }
    }

    /// What a name ends in after its last dot, in small letters.
    public var extensions: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .jpeg: ["jpg", "jpeg"]
        case .png: ["png"]
        case .heic: ["heic", "heif"]
        case .tiff: ["tif", "tiff"]
        case .dwg: ["dwg"]
        case .docx: ["docx"]
        case .xlsx: ["xlsx"]
        case .text: ["txt"]
        }
    }

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .heic: "image/heic"
        case .tiff: "image/tiff"
        case .dwg: "image/vnd.dwg"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .text: "text/plain"
        }
    }

    public init?(fileExtension: String) {
        guard let kind = Self.allCases.first(where: { $0.extensions.contains(fileExtension) }) else { return nil }
        self = kind
    }
}
