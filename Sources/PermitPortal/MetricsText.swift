/// Figures in the text format 0.0.4 that Prometheus reads (prometheus.io/docs/instrumenting/exposition_formats): a family's
/// HELP and TYPE once, then all of its samples.
struct MetricsText {
    typealias Labels = [(name: String, value: String)]

    enum Kind: String {
        /// Only rises, so its name ends in `_total`.
        case counter
        case gauge
    }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    mutating func add(_ kind: Kind, _ name: String, _ help: String, _ value: some Number) {
        add(kind, name, help, [([], value)])
    }

    mutating func add(_ kind: Kind, _ name: String, _ help: String, _ samples: [(labels: Labels, value: some Number)]) {
        begin(name, kind.rawValue, help)
        for sample in samples { add(name, sample.labels, sample.value.metric) }
    }

    /// Counts of separate ranges go in; what goes out adds up, and ends with all of them as `+Inf`.
    mutating func addHistograms(
        _ name: String, _ help: String, _ samples: [(labels: Labels, bounds: [Double], counts: [Int], sum: Double)]
    ) {
        begin(name, "histogram", help)
        for sample in samples {
            var total = 0
            for (bound, count) in zip(sample.bounds + [.infinity], sample.counts) {
                total += count
                add(name + "_bucket", sample.labels + [("le", bound.metric)], total.metric)
            }
            add(name + "_sum", sample.labels, sample.sum.metric)
            add(name + "_count", sample.labels, total.metric)
        }
    }

    private mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(Self.escaped(help))\n# TYPE \(name) \(type)\n"
    }

    private mutating func add(_ name: String, _ labels: Labels, _ value: String) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    /// A backslash and a line's end are escaped everywhere, a quote within quotes.
    private static func escaped(_ text: String, quotes: Bool = false) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension MetricsText {
    /// What a sample's value can be.
    protocol Number {
        /// As Go's ParseFloat reads it.
        var metric: String { get }
    }
}

extension Int: MetricsText.Number {
    var metric: String { String(self) }
}

extension Double: MetricsText.Number {
    var metric: String {
        if self == .infinity { return "+Inf" }
        return Int(exactly: self).map(String.init) ?? description
    }
}
