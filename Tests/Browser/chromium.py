"""Debian's Chromium, as quiet as it can be."""

PATH = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(kind, *flags):
    """A browser of that kind of Playwright's."""
    return kind.launch(executable_path=PATH, args=[*FLAGS, *flags])
