import Foundation

/// Reads the text format 0.0.4 more strictly than Prometheus does: whatever the format's page asks for has to be there, and in the
/// one order that everybody understands.
struct MetricsReader {
    struct Sample: Equatable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    struct Family {
        let help: String
        let type: String
        var samples: [Sample] = []
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var families: [String: Family] = [:]
    private var current = ""

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Failure(description: "the last line does not end") }
        var help: (name: String, text: String)?
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            do {
                if let words = line.wholeMatch(of: #/# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/#) {
                    help = (String(words.1), String(words.2))
                } else if let words = line.wholeMatch(of: #/# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)/#) {
                    guard let told = help, told.name == words.1 else { throw Failure(description: "no HELP before it") }
                    help = nil
                    try begin(String(words.1), Family(help: told.text, type: String(words.2)))
                } else {
                    try add(line)
                }
            } catch {
                throw Failure(description: "\(error) in: \(line)")
            }
        }
        for (name, family) in families where family.type == "histogram" { try checkHistogram(name, family) }
    }

    /// The one sample with these labels.
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        let found = families.values.flatMap(\.samples).filter { $0.name == name && $0.labels == labels }
        return found.count == 1 ? found[0].value : nil
    }

    private mutating func begin(_ name: String, _ family: Family) throws {
        guard families.updateValue(family, forKey: name) == nil else { throw Failure(description: "a family in two places") }
        guard (family.type == "counter") == name.hasSuffix("_total") else { throw Failure(description: "_total is for counters") }
        current = name
    }

    private mutating func add(_ line: String) throws {
        guard let words = line.wholeMatch(of: #/([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\+Inf|-?[0-9.]+(?:e-?[0-9]+)?)/#) else {
            throw Failure(description: "no sample")
        }
        let suffixes = families[current]?.type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
        guard suffixes.contains(where: { words.1 == current + $0 }) else { throw Failure(description: "not of its family") }
        let value = words.3 == "+Inf" ? Double.infinity : Double(String(words.3)) ?? .nan
        guard !value.isNaN, families[current]?.type == "gauge" || value >= 0 else { throw Failure(description: "no such number") }
        let sample = Sample(name: String(words.1), labels: try labels(String(words.2 ?? "")), value: value)
        let isTwice = families[current]?.samples.contains { $0.name == sample.name && $0.labels == sample.labels } ?? true
        guard !isTwice else { throw Failure(description: "given twice") }
        families[current]?.samples.append(sample)
    }

    /// `name="value",name="value"`, where a backslash, a quote and a line's end are escaped and nothing else is.
    private func labels(_ text: String) throws -> [String: String] {
        var labels: [String: String] = [:]
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let pair = rest.prefixMatch(of: #/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(,|$)/#) else {
                throw Failure(description: "no label")
            }
            let value = pair.2.replacing(#/\\(.)/#) { $0.1 == "n" ? "\n" : String($0.1) }
            guard labels.updateValue(String(value), forKey: String(pair.1)) == nil else {
                throw Failure(description: "a label twice")
            }
            rest = rest[pair.range.upperBound...]
        }
        return labels
    }

    /// Buckets rise to `+Inf`, which is the count; and there is a sum.
    private func checkHistogram(_ name: String, _ family: Family) throws {
        let series = Dictionary(grouping: family.samples) { sample in sample.labels.filter { $0.key != "le" } }
        for (labels, samples) in series {
            let buckets = samples.filter { $0.name == name + "_bucket" }
            let bounds = buckets.compactMap { $0.labels["le"] }.compactMap { $0 == "+Inf" ? .infinity : Double($0) }
            let isRising = zip(bounds, bounds.dropFirst()).allSatisfy(<)
            let addsUp = zip(buckets, buckets.dropFirst()).allSatisfy { $0.value <= $1.value }
            guard bounds.count == buckets.count, bounds.last == .infinity, isRising, addsUp,
                value(name + "_count", labels) == buckets.last?.value, value(name + "_sum", labels) != nil
            else { throw Failure(description: "\(name) \(labels) is no histogram") }
        }
    }
}
