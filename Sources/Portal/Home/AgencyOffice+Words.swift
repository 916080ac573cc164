import Permitting

extension AgencyOffice {
    /// "tel:+12084461040"
    var telephoneLink: String { "tel:+1" + telephone.filter(\.isNumber) }

    /// Where the agency takes no payments online.
    var paidAtTheCounter: String { "This office takes no payments online. Pay at its counter, or call \(telephone)." }
}
