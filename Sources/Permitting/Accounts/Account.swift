/// Somebody who has permits of their own here: a company at its shared login, one of its members, or a public user.
public struct Account: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case company
        /// A homeowner or anybody else who follows permits that were linked by their numbers.
        case publicUser = "public"
    }

    /// A person of the company with a login of their own.
    public struct Member: Sendable, Equatable {
        public let id: Int
        public let name: String
        /// Whether they may invite and remove people.
        public let mayManage: Bool

        public init(id: Int, name: String, mayManage: Bool) {
            self.id = id
            self.name = name
            self.mayManage = mayManage
        }
    }

    public let id: Int
    /// The company's name, or the public user's.
    public let name: String
    public let kind: Kind
    public let member: Member?

    public init(id: Int, name: String, kind: Kind, member: Member?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.member = member
    }
}
