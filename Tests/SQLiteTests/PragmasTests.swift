import Testing

@testable import SQLite

@Suite struct PragmasTests {
    let writer: Connection
    let reader: Connection
    private let place: TemporaryDatabase

    init() throws {
        place = try TemporaryDatabase()
        writer = try place.connection()
        reader = try Connection(path: place.path, mode: .reader)
    }

    @Test func `the writer logs ahead, syncs every commit and minds foreign keys`() throws {
        #expect(try writer.first("PRAGMA journal_mode") { try $0[0] } == "wal")
        #expect(try writer.first("PRAGMA synchronous") { try $0[0] } == 2)
        #expect(try writer.first("PRAGMA foreign_keys") { try $0[0] } == 1)
        #expect(try writer.first("PRAGMA wal_autocheckpoint") { try $0[0] } == 1000)
    }

    @Test func `a reader maps the file, takes little memory and never checkpoints`() throws {
        #expect(try #require(try reader.first("PRAGMA mmap_size") { try $0[0] as Int }) > 1 << 30)
        #expect(try reader.first("PRAGMA cache_size") { try $0[0] } == -1024)
        #expect(try reader.first("PRAGMA wal_autocheckpoint") { try $0[0] } == 0)
        #expect(try reader.first("PRAGMA query_only") { try $0[0] } == 1)
    }

    @Test func `both wait for locks`() throws {
        for connection in [writer, reader] {
            #expect(try connection.first("PRAGMA busy_timeout") { try $0[0] } == 5000)
        }
    }

    @Test func `a reader does not trust the schema, and a trigger of ours may keep a full-text table`() throws {
        #expect(try reader.first("PRAGMA trusted_schema") { try $0[0] } == 0)
        try writer.script(
            """
            CREATE TABLE notes (text TEXT) STRICT;
            CREATE VIRTUAL TABLE words USING fts5 (text, content = 'notes');
            CREATE TRIGGER kept AFTER INSERT ON notes BEGIN
                INSERT INTO words (rowid, text) VALUES (new.rowid, new.text);
            END;
            """)
        try writer.run("INSERT INTO notes VALUES ('hello')")
        #expect(try reader.first("SELECT count(*) FROM words WHERE words MATCH 'hello'") { try $0[0] } == 1)
    }

    @Test func `a database that can have no log is refused`() {
        #expect(databaseError { try Connection(path: ":memory:", mode: .writer) }?.kind == .cannotOpen)
    }
}
