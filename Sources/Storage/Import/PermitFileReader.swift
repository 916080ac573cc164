import Permitting

/// Reads a permit file into batches on a thread of its own, while another stores those before.
struct PermitFileReader {
    struct Ending: Sendable {
        var rowsRead = 0
        var rejected = 0
        var bytesRead = 0
        var unmappedWords: [ImportReport.Word] = []
    }

    private var file: CSVReader
    private let agency: Agency
    private let map: ColumnMap
    private let rejects: RejectFile
    private var ending = Ending()
    private var first: (batch: ImportBatch, columns: ImportColumns)?

    init(file: CSVReader, agency: Agency, map: ColumnMap, rejects: RejectFile) {
        self.file = file
        self.agency = agency
        self.map = map
        self.rejects = rejects
    }

    /// Reads the first line, with as much of the file as fits into the batch.
    mutating func readColumns(into batch: ImportBatch) throws -> ImportColumns {
        while try fill(batch) {
            guard let outcome = file.next(in: batch.chunk) else { continue }
            if case .failure(let fault) = outcome { throw ImportError.noColumnNames(reason: fault.rawValue) }
            let names = file.fields.map { String(decoding: batch.chunk.bytes(of: $0), as: UTF8.self) }
            rejects.setHeader(batch.chunk.bytes(of: file.record))
            let columns = try ImportColumns(names: names, map: map)
            first = (batch, columns)
            return columns
        }
        throw ImportError.noColumnNames(reason: "the file is empty")
    }

    /// Sends batch after batch until the file ends or `free` is closed, then how it ended.
    mutating func run(free: HandOver<ImportBatch>, full: HandOver<ImportMessage>) {
        do {
            guard let first else { throw ImportError.noColumnNames(reason: "it was not read") }
            var rows = PermitRowReader(columns: first.columns, agency: agency)
            var batch = first.batch
            repeat {
                try readRows(of: batch, with: &rows)
                full.send(.batch(batch))
                guard let next = free.receive() else { return }
                batch = next
            } while try fill(batch)
            try rejects.flush()
            ending.unmappedWords = rows.unmappedWords
            full.send(.end(ending))
        } catch {
            full.send(.failure(error))
        }
    }

    private mutating func readRows(of batch: ImportBatch, with rows: inout PermitRowReader) throws {
        // The rows are taken out of the batch meanwhile: an object's property is slower to add to.
        var contents = ImportRows()
        swap(&contents, &batch.contents)
        defer { swap(&contents, &batch.contents) }
        while let outcome = file.next(in: batch.chunk) {
            ending.rowsRead += 1
            var fault: RowFault?
            switch outcome {
            case .failure(let malformed): fault = .malformed(malformed)
            case .success: fault = rows.read(file.fields, record: file.record, of: batch.chunk, into: &contents)
            }
            if let fault {
                ending.rejected += 1
                try rejects.add(batch.chunk.bytes(of: file.record), line: file.line, reason: fault.reason)
            }
        }
        ending.bytesRead = file.bytesRead
        batch.bytesRead = file.bytesRead
        batch.rowsRead = ending.rowsRead
    }

    private mutating func fill(_ batch: ImportBatch) throws -> Bool {
        batch.contents.empty()
        do {
            return try file.fill(batch.chunk)
        } catch let failure as CSVReader.Failure {
            throw ImportError.cannotRead(reason: failure.reason)
        }
    }
}
