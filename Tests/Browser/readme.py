"""The README's own lines, for the tests that try them."""

import re
import textwrap

from portal import ROOT


def block(step):
    """The indented lines below the step of "Running it for a real office" that begins with these
    words."""
    text = (ROOT / "README.md").read_text()
    lines = r".*\n(?:.+\n)*\n((?:(?: {4}.*)?\n)+)"
    found = re.search(rf"^\*\*\d\. {re.escape(step)}" + lines, text, re.M)
    assert found, f"the README has no lines for “{step}”"
    return textwrap.dedent(found[1]).strip() + "\n"


def unit():
    """systemd's unit."""
    return block("Serve it")


def environment():
    """What the unit sets for the program."""
    return dict(re.findall(r"^Environment=(\w+)=(.*)$", unit(), re.M))


def site():
    """nginx's configuration of the site."""
    return block("Put nginx in front")
