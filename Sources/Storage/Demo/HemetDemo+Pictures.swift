extension HemetDemo {
    static let attachments = [
        DemoAttachment(
            permit: "A1806-065", name: "IMG_5427.JPG", description: "Ramp at the north entrance before the work", content: ramp),
        DemoAttachment(
            permit: "A1806-065", name: "IMG5427.JPG", description: "Door of the restroom before the work", content: door),
        DemoAttachment(
            permit: "A1806-065", name: "correction-notice.pdf", description: "Correction notice of the first plan check",
            content: correctionNotice),
    ]

    private static let sky = DemoPicture.Color(red: 150, green: 195, blue: 230)
    private static let wall = DemoPicture.Color(red: 222, green: 205, blue: 176)
    private static let concrete = DemoPicture.Color(red: 168, green: 166, blue: 160)
    private static let rail = DemoPicture.Color(red: 70, green: 78, blue: 86)
    private static let wood = DemoPicture.Color(red: 128, green: 84, blue: 50)

    private static var ramp: [UInt8] {
        var picture = DemoPicture(width: 40, height: 30, sky)
        picture.fill(x: 22..<40, y: 6..<30, wall)
        picture.fill(x: 30..<36, y: 11..<20, wood)
        picture.fill(x: 0..<40, y: 27..<30, concrete)
        for column in 4..<40 { picture.fill(x: column..<(column + 1), y: (28 - column / 5)..<30, concrete) }
        for column in stride(from: 4, to: 30, by: 5) {
            picture.fill(x: column..<(column + 1), y: (21 - column / 5)..<(28 - column / 5), rail)
        }
        for column in 4..<30 { picture.fill(x: column..<(column + 1), y: (21 - column / 5)..<(22 - column / 5), rail) }
        return picture.bytes
    }

    private static var door: [UInt8] {
        var picture = DemoPicture(width: 30, height: 40, wall)
        picture.fill(x: 8..<23, y: 5..<36, rail)
        picture.fill(x: 9..<22, y: 6..<36, wood)
        picture.fill(x: 20..<21, y: 20..<23, concrete)
        picture.fill(x: 24..<28, y: 15..<20, DemoPicture.Color(red: 20, green: 82, blue: 160))
        picture.fill(x: 0..<30, y: 36..<40, concrete)
        return picture.bytes
    }

    private static var correctionNotice: [UInt8] {
        var notice = DemoPDF()
        notice.text("CORRECTION NOTICE   A1806-065", x: 72, y: 720, size: 14)
        notice.text("445 E FLORIDA AVE, HEMET, CA 92543", x: 72, y: 696)
        notice.line(from: (72, 684), to: (540, 684))
        notice.text("1. Sheet A2: show the slope of the ramp and both landings.", x: 72, y: 656)
        notice.text("2. Sheet A3: show the clearance at the door of each restroom.", x: 72, y: 636)
        notice.text("3. Sheet A3: show where grab bars are backed.", x: 72, y: 616)
        notice.text("Send the corrected sheets as one file.", x: 72, y: 580)
        return notice.bytes
    }
}
