extension KootenaiDemo {
    /// What the builder of the shop on Dodd Road has sent in.
    static let attachments = [
        DemoAttachment(
            permit: "RES16-0688", name: "site-plan.pdf", description: "Site plan with setbacks and driveway", content: sitePlan),
        DemoAttachment(
            permit: "RES16-0688", name: "floor-plan-living-quarters.pdf",
            description: "Floor plan, living quarters above the shop",
            content: floorPlan),
    ]

    private static var sitePlan: [UInt8] {
        var drawing = DemoPDF()
        drawing.text("SITE PLAN   1968 E DODD RD, HAYDEN, ID 83835", x: 72, y: 720, size: 14)
        drawing.rectangle(x: 72, y: 180, width: 468, height: 500)
        drawing.rectangle(x: 240, y: 380, width: 160, height: 120)
        drawing.text("NEW SHOP 40 X 30", x: 266, y: 436)
        drawing.line(from: (320, 180), to: (320, 380))
        drawing.text("DRIVEWAY", x: 328, y: 280)
        drawing.text("SETBACK 25 FT", x: 120, y: 436)
        drawing.text("E DODD RD", x: 276, y: 160)
        return drawing.bytes
    }

    private static var floorPlan: [UInt8] {
        var drawing = DemoPDF()
        drawing.text("FLOOR PLAN   LIVING QUARTERS ABOVE SHOP", x: 72, y: 720, size: 14)
        drawing.rectangle(x: 72, y: 300, width: 468, height: 351)
        drawing.line(from: (306, 300), to: (306, 651))
        drawing.line(from: (306, 476), to: (540, 476))
        drawing.text("KITCHEN AND LIVING", x: 130, y: 470)
        drawing.text("BEDROOM", x: 390, y: 560)
        drawing.text("BATH", x: 400, y: 380)
        return drawing.bytes
    }
}
