import Permitting
import Storage

@testable import Portal

/// An office with something at every address of `RouteRow.all`, and everybody who may look at it.
final class Viewers {
    static let names = [
        "nobody", "own company", "other company", "newcomer", "member", "manager", "clerk", "reviewer", "inspector", "cashier",
        "administrator",
    ]

    let site: DemoSite
    let all: [Visitor]
    let inspection: Int
    private let token: String
    private let mail: Int
    private let reset: String
    private let newcomer: Int
    private let attachment: Int
    private let user: Int
    private let confirmation: String
    private let member: Int
    private let invitation: String

    init(publicAccounts rule: String = "view") throws {
        let site = try DemoSite { $0.replacing("\"publicAccounts\": \"view\"", with: "\"publicAccounts\": \"\(rule)\"") }
        self.site = site
        try site.addNewcomer()
        newcomer = try site.credentials("NEW1").id
        try site.fillCart("RES17-0163")
        try site.pay(.approved)
        try site.fillCart("RES16-0688")
        try site.pay(nil)
        inspection = try site.inspections("RES17-0150").first?.id ?? 0
        reset = try site.resetLink(of: DemoSite.second)
        mail = try site.addMail("The first")
        attachment = try site.addAttachment()
        user = try site.addPublicUser(linking: ["RES16-0688"])
        confirmation = try site.confirmationLink(of: "new@example.com")
        member = try site.addMember("Mo Member", "mo@example.com")
        invitation = try site.invitationLink(of: try site.addMember("Ida Invited", "ida@example.com", password: nil))
        token = try site.enrollment.invite(email: "new@example.com", name: "Noa New", role: .clerk)
        all =
            [
                try site.visitor(), try site.contractor(), try site.contractor(DemoSite.second),
                try site.contractor("NEW1", isSettingUp: true),
                try site.member(try site.addMember("Pat Plumber", "pat@example.com")),
                try site.member(try site.addMember("Max Manager", "max@example.com", mayManage: true)),
            ]
            + (try ["clerk", "reviewer", "inspector", "cashier", "admin"].map { try site.staff($0 + "@example.com") })
    }

    func address(_ row: RouteRow) -> String {
        row.address.replacing("/ID", with: "/\(inspection)").replacing("/MAIL", with: "/\(mail)")
            .replacing("/FILE", with: "/\(attachment)").replacing("NEWCOMER", with: "\(newcomer)")
            .replacing("MEMBER", with: "\(member)")
            .replacing("/admin/invitations/TOKEN", with: token).replacing("/reset-password/TOKEN", with: reset)
            .replacing("/confirm-email/TOKEN", with: confirmation).replacing("/USER", with: "/\(user)")
            .replacing("/invitations/TOKEN", with: invitation)
    }

    func outcome(_ row: RouteRow, for visitor: Visitor) throws -> RouteRow.Outcome? {
        if row.method == .get {
            try visitor.get(address(row))
        } else {
            try visitor.get("/contact")

            try visitor.post(address(row), [("csrf", visitor.token)] + row.fields)
        }
        return outcome(visitor.answer)
    }

    private func outcome(_ answer: Answer) -> RouteRow.Outcome? {
        switch (answer.status, answer.location) {
        case (200, _): .ok
        case (422, _): .no
        case (403, _): .forbidden
        case (404, _): .missing
        case (303, "/first-login"): .up
        case (303, "/admin/login"): .in
        case (303, let location?) where location.hasPrefix("/login?next="): .in
        case (303, _?): .go
        default: nil
        }
    }
}
