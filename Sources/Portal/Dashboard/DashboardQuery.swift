import HTTP
import Storage

/// How a visitor has sorted and paged the dashboard's tables; every link keeps what the others are set to.
struct DashboardQuery: Sendable {
    static let activeSize = 15
    static let otherSize = 10

    var active = PermitOrder(.number)
    var activePage = 1
    var expired = PermitOrder(.number)
    var expiredPage = 1
    var inspectionsPage = 1

    init() {}

    /// What cannot be understood is left at its usual value: a link that was typed by hand still shows the dashboard.
    init(_ fields: FormFields) {
        active = Self.order(fields["active"]) ?? active
        expired = Self.order(fields["expired"]) ?? expired
        activePage = Self.page(fields["active-page"])
        expiredPage = Self.page(fields["expired-page"])
        inspectionsPage = Self.page(fields["inspections-page"])
    }

    /// Of the table that is sorted or paged so. Joined as bytes: a dashboard has dozens of these, and strings join slowly.
    func address(of table: String) -> String {
        var address = Array(Link.dashboard.address.utf8)
        address.reserveCapacity(96)
        var separator = UInt8(ascii: "?")
        // Names of columns and numbers, in which nothing has to be escaped.
        func add(_ name: String, _ value: String) {
            address.append(separator)
            address += name.utf8
            address += value.utf8
            separator = UInt8(ascii: "&")
        }
        if active != PermitOrder(.number) { add("active=", Self.text(active)) }
        if activePage > 1 { add("active-page=", String(activePage)) }
        if expired != PermitOrder(.number) { add("expired=", Self.text(expired)) }
        if expiredPage > 1 { add("expired-page=", String(expiredPage)) }
        if inspectionsPage > 1 { add("inspections-page=", String(inspectionsPage)) }
        address.append(UInt8(ascii: "#"))
        address += table.utf8
        return String(decoding: address, as: UTF8.self)
    }

    func with(_ change: (inout DashboardQuery) -> Void) -> DashboardQuery {
        var copy = self
        change(&copy)
        return copy
    }

    private static func order(_ text: String?) -> PermitOrder? {
        guard let text else { return nil }
        let isDescending = text.hasPrefix("-")
        return PermitOrder.Column(rawValue: isDescending ? String(text.dropFirst()) : text).map {
            PermitOrder($0, isDescending: isDescending)
        }
    }

    private static func text(_ order: PermitOrder) -> String { (order.isDescending ? "-" : "") + order.column.rawValue }

    /// At most a million, so that an offset never overflows.
    private static func page(_ text: String?) -> Int {
        guard let text, text.utf8.count <= 6, let page = Int(text) else { return 1 }
        return max(1, page)
    }
}
