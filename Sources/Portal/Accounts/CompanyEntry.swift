import Permitting
import Storage

/// How a company is named at sign-in, and which one was meant: chosen from the agency's list, chosen among those that a search of
/// that list found, or typed where the agency keeps no list.
struct CompanyEntry {
    enum Way {
        case list([CompanyList.Company])
        /// What was searched for, and what was found.
        case search(String, [CompanyList.Company])
        case typed
    }

    let way: Way
    /// As it was sent: the number of one that was chosen, or what was typed.
    let company: String
    let credentials: ContractorStore.Credentials?

    /// Before anything was sent but a search.
    init(finding text: String, _ context: Context) throws {
        let list = CompanyList(context: context)
        switch try list.kind {
        case .list(let companies): way = .list(companies)
        case .search: way = .search(text, try list.matches(text))
        case .none: way = .typed
        }
        company = ""
        credentials = nil
    }

    init(_ form: SignInForm, _ context: Context) throws {
        let list = CompanyList(context: context)
        let contractors = context.records.contractors
        let office = context.agency.signIn.firstPassword
        let id = Int(form.company)
        switch try list.kind {
        case .list(let companies):
            way = .list(companies)
            company = form.company
            // The list sends a company's number; a typed name or licence is looked up.
            let isListed = companies.contains { $0.id == id }
            credentials =
                try isListed ? id.flatMap(contractors.credentials(id:)) : contractors.credentials(named: form.company, at: office)
        // Nobody's company is called so: it is somebody's own address.
        case .search where form.search.isEmpty && form.address != nil:
            (way, company, credentials) = (.search("", []), "", nil)
        case .search where form.search.isEmpty:
            let typed = try contractors.credentials(named: form.company, at: office)
            credentials = typed?.key(at: office) == nil ? nil : typed
            company = credentials.map { String($0.id) } ?? ""
            way = .search(form.company, try list.matches(form.company))
        case .search:
            let chosen = try id.flatMap(contractors.credentials(id:))
            credentials = chosen?.kind == .company && chosen?.key(at: office) != nil ? chosen : nil
            company = form.company
            way = .search(form.search, try list.matches(form.search))
        case .none:
            way = .typed
            company = form.company
            credentials =
                try contractors.credentials(named: form.company, at: office)
                ?? contractors.credentials(onlyEmail: form.company)
        }
    }

    var isTyped: Bool { if case .typed = way { true } else { false } }

    /// Everybody knows that the company has an account: the list names it.
    func isPublic(at office: FirstPassword) -> Bool {
        if case .typed = way { return false }
        return credentials?.key(at: office) != nil
    }

    func faults(label: String) -> [Fault] {
        switch way {
        case .search(let text, let matches) where credentials == nil:
            if text.isEmpty { return [Fault("find", "Type part of your company's name, or its licence number")] }
            if matches.isEmpty { return [Fault("find", "No company that can sign in has this in its name or licence number")] }
            return [Fault("company", "Choose your company, and type the password again")]
        case .list, .search, .typed:
            return company.isEmpty ? [Fault("company", "Choose or type your \(label.lowercased())")] : []
        }
    }
}
