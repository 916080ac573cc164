import Mustache
import Permitting

/// "Contact us".
struct ContactPage: Page {
    static let template = "Home/Contact"
    let telephone: String
    let telephoneLink: String
    let fax: String
    let email: String
    let hours: [String]
    let address: [String]
    let newAccounts: [String]

    init(office: AgencyOffice) {
        telephone = office.telephone
        telephoneLink = office.telephoneLink
        fax = office.fax
        email = office.email
        hours = office.hours
        address = office.address
        newAccounts = office.newAccounts
    }

    private init() {
        telephone = "208-446-1040"
        telephoneLink = "tel:+12084461040"
        fax = "208-446-1071"
        email = "permits@example.com"
        hours = ["Monday to Friday, 9:00 AM to 5:00 PM"]
        address = ["451 N Government Way", "Coeur d'Alene, ID 83814"]
        newAccounts = ["Call the office for a PIN."]
    }

    static let sample = ContactPage()
    private static let shape = Shape(
        "phone", "phoneLink", "faxNumber", "mail", "openHours", "postalAddress", "hasNewAccounts", "newAccounts")
    var value: Value {
        Self.shape(
            .text(telephone), .text(telephoneLink), .text(fax), .text(email), .list(hours.map { .text($0) }),
            .list(address.map { .text($0) }), .flag(!newAccounts.isEmpty), .list(newAccounts.map { .text($0) }))
    }
}
