import Foundation
import SQLite
import TestSupport
import Testing

@testable import Storage

struct SearchWordsTests {
    @Test func `words are runs of letters and digits`() {
        #expect(SearchWords("1205 Harvey-Street, A/C (new)").words == ["1205", "Harvey", "Street", "A", "C", "new"])
        #expect(SearchWords("  *\"'()  ").isEmpty)
        #expect(SearchWords("").isEmpty)
    }

    @Test func `each word is asked for as a beginning, in quotes, and what another one says already is not asked`() {
        #expect(SearchWords("Main st").asBeginnings == "\"main\" * AND \"st\" *")
        #expect(SearchWords("ma main MA st").asBeginnings == "\"main\" * AND \"st\" *")
        #expect(SearchWords("ab ab AB").asBeginnings == "\"ab\" *")
        #expect(SearchWords("12 main st").asSequence(isOpen: true) == "\"12\" AND \"main\" AND \"st\" *")
        #expect(SearchWords("12 main").asSequence(isOpen: false) == "\"12\" AND \"main\"")
    }

    @Test func `beginnings that the index has no list for are put together from the letters that may come next`() {
        let one = SearchWords("R").asBeginnings
        #expect(one.hasPrefix("(\"r\" OR \"ra\" * OR "))
        #expect(SearchWords("new").asBeginnings.contains(" OR \"news\" * OR "))
        #expect(SearchWords("street").asBeginnings.hasPrefix("(\"street\" OR \"streeta\" * OR "))
        #expect(SearchWords("a b c d e f g").asBeginnings.split(separator: " AND ").count == 4)
    }

    @Test func `at most eight words are asked for`() {
        let words = (10...30).map(String.init).joined(separator: " ")
        #expect(SearchWords(words).asBeginnings.split(separator: " AND ").count == 8)
        #expect(SearchWords(words).asSequence(isOpen: true).components(separatedBy: " AND ").count == 8)
    }

    @Test func `every letter and digit taken for one is one to SQLite`() throws {
        let folder = try TemporaryFolder()
        let connection = try Connection(path: folder.file("words.db"), mode: .writer)
        try connection.script(
            """
            CREATE VIRTUAL TABLE texts USING fts5 (text, detail = 'none', columnsize = 0, content = '', tokenize = 'unicode61');
            CREATE VIRTUAL TABLE words USING fts5vocab (texts, 'instance');
            """)
        try connection.transaction {
            let insertion = try connection.statement("INSERT INTO texts (rowid, text) VALUES (?, ?)")
            for value in UInt32(0)...0x10FFFF {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let text = "x" + String(scalar) + "x"
                let words = SearchWords(text).words
                guard words.count == 1, words[0].unicodeScalars.count == 3 else { continue }
                insertion.bind(Int(value), at: 1)
                insertion.bind(text, at: 2)
                _ = try insertion.step()
                insertion.reset()
            }
        }
        // A word that SQLite would divide stands on two rows here, and as a phrase the index would refuse it.
        let divided = try connection.rows("SELECT doc FROM words GROUP BY doc HAVING count(*) > 1") { row -> Int in try row[0] }
        #expect(divided.isEmpty)
        let texts = try connection.first("SELECT count(DISTINCT doc) FROM words") { row -> Int in try row[0] }
        #expect(texts ?? 0 > 90_000)
    }
}
