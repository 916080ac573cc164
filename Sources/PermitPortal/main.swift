import Foundation

// Whatever this program writes holds people's records: for its own user only.
umask(0o077)
exit(Subcommand.run(Array(CommandLine.arguments.dropFirst())))
