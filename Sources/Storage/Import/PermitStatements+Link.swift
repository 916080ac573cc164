import Permitting

extension PermitStatements {
    /// A new permit on a company's dashboard; its texts stand in the chunk.
    struct Link: Comparable {
        let company: Int64
        let listing: PermitStatus.Listing
        let permit: Int64
        let number: UnsafeBufferPointer<UInt8>
        let expiry: ImportRows.Cell?

        /// Files mostly have their numbers in order, and so their new permits: no need to compare the texts.
        static func < (left: Link, right: Link) -> Bool {
            (left.company, left.listing.rawValue, left.permit) < (right.company, right.listing.rawValue, right.permit)
        }

        static func == (left: Link, right: Link) -> Bool { left.permit == right.permit && left.company == right.company }
    }
}
