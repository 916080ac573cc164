// Fuzz: what libFuzzer drives (`make fuzz`). Each target reads whatever bytes it is given and ends the process when a
// property does not hold; a crash, a trap or a memory error ends it too. One program holds them all and goes by the name
// it was started under. It is part of every build as a plain library, so that it cannot rot; only `fuzz.sh` links it.

/// One reader and the properties that must hold for any input.
enum FuzzTarget: String {
    case request
    case multipart
    case form
    case template

    /// `path` is the program's own, ".build/fuzz/request".
    init?(path: String) {
        guard let name = path.split(separator: "/").last else { return nil }
        self.init(rawValue: String(name))
    }

    func check(_ input: [UInt8]) {
        switch self {
        case .request: RequestProperties.check(input)
        case .multipart: MultipartProperties.check(input)
        case .form: FormProperties.check(input)
        case .template: TemplateProperties.check(input)
        }
    }
}

/// Ends the process, which libFuzzer reports with the input that led here.
func hold(_ condition: Bool, _ property: @autoclosure () -> String) {
    guard !condition else { return }
    fatalError(property())
}
