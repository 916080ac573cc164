// swift-tools-version: 6.0
import PackageDescription

// The modules and the arrows between them. `.ci/arrows` refuses any import that is not declared here.
let package = Package(
    name: "permit-portal",
    products: [
        .executable(name: "permit-portal", targets: ["PermitPortal"]),
        .library(name: "Fuzz", type: .static, targets: ["Fuzz"]),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),

        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "HTTP"),
        .target(name: "Server", dependencies: ["HTTP"]),
        .target(name: "Mustache"),
        .target(name: "Credentials", dependencies: ["CCrypt"]),
        .target(name: "Permitting"),
        .target(name: "Storage", dependencies: ["Permitting", "SQLite", "Credentials"]),
        .target(name: "Connectors", dependencies: ["Permitting", "Credentials"]),
        .target(name: "Portal", dependencies: ["Permitting", "Storage", "Credentials", "HTTP", "Mustache"]),
        .executableTarget(
            name: "PermitPortal",
            dependencies: ["Portal", "Server", "Storage", "Connectors", "Permitting", "HTTP", "Mustache"]),

        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TestSupport"]),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP"]),
        .testTarget(name: "ServerTests", dependencies: ["Server", "HTTP", "TestSupport"]),
        .testTarget(name: "MustacheTests", dependencies: ["Mustache", "TestSupport"]),
        .testTarget(name: "CredentialsTests", dependencies: ["Credentials", "TestSupport"]),
        .testTarget(name: "PermittingTests", dependencies: ["Permitting", "TestSupport"]),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Permitting", "SQLite", "TestSupport"]),
        .testTarget(
            name: "PermitPortalTests",
            dependencies: [
                "PermitPortal", "Portal", "Server", "HTTP", "Storage", "SQLite", "Permitting", "Mustache", "TestSupport",
            ]),
        .testTarget(name: "ConnectorsTests", dependencies: ["Connectors", "Permitting", "TestSupport"]),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", "Permitting", "Storage", "SQLite", "Credentials", "Connectors", "HTTP", "Mustache", "TestSupport",
            ]),

        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Portal", "Storage", "Permitting", "SQLite", "CSQLite", "HTTP", "Mustache", "Credentials", "Connectors", "Server",
                "TestSupport",
            ],
            path: "Tests/Benchmark"),

        // Without a main of its own: `make fuzz` links it with libFuzzer's.
        .target(
            name: "Fuzz", dependencies: ["HTTP", "Mustache"], path: "Tests/Fuzz",
            exclude: ["Dictionaries", "Seeds", "fuzz.sh"]),
    ],
    swiftLanguageModes: [.v6]
)
