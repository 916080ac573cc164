/// What the thread that reads the file tells the one that stores it.
enum ImportMessage: Sendable {
    case batch(ImportBatch)
    case end(PermitFileReader.Ending)
    case failure(any Error)
}
