/// A drawing of one page as a PDF file (PDF Reference 1.7 §3.4): real enough for every reader, small enough to be made here.
struct DemoPDF {
    private var content = "1 w\n"

    /// In points from the page's lower left corner; Letter has 612 by 792.
    mutating func rectangle(x: Int, y: Int, width: Int, height: Int) {
        content += "\(x) \(y) \(width) \(height) re S\n"
    }

    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
        content += "\(start.x) \(start.y) m \(end.x) \(end.y) l S\n"
    }

    /// ASCII without parentheses and backslashes.
    mutating func text(_ text: String, x: Int, y: Int, size: Int = 11) {
        content += "BT /F1 \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n"
    }

    var bytes: [UInt8] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var file = "%PDF-1.4\n"
        var places: [String] = []
        for (index, object) in objects.enumerated() {
            let place = String(file.utf8.count)
            places.append(String(repeating: "0", count: 10 - place.utf8.count) + place + " 00000 n \n")
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + places.joined()
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}
