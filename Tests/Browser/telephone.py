"""A telephone with an authenticator app: reads the square code off a page and shows codes."""

import base64
import hmac
import re
import struct
import time
from urllib.parse import parse_qs, unquote, urlsplit

import zxingcpp

STEP = 30
SCALE = 4


def read_square_code(svg):
    """The text of a code that is drawn as bars "M5 4h7v1h-7z" on a light square."""
    side = int(svg.get_attribute("viewBox").split()[2])
    row = side * SCALE
    picture = bytearray(b"\xff" * row * row)
    outline = svg.locator("path").get_attribute("d")
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", outline):
        for line in range(SCALE):
            start = (int(y) * SCALE + line) * row + int(x) * SCALE
            picture[start : start + int(length) * SCALE] = b"\0" * (int(length) * SCALE)
    found = zxingcpp.read_barcodes(
        memoryview(picture).cast("B", (row, row)), formats=zxingcpp.BarcodeFormat.QRCode
    )
    assert len(found) == 1, f"{len(found)} codes were read"
    return found[0].text


class Telephone:
    def __init__(self, address):
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc) == ("otpauth", "totp"), address
        self.account = unquote(parts.path.lstrip("/"))
        self.secret = base64.b32decode(parse_qs(parts.query)["secret"][0])

    def code(self, ahead=0):
        """What it shows now; or so many half minutes later, because a code works once."""
        step = struct.pack(">Q", int(time.time()) // STEP + ahead)
        digest = hmac.new(self.secret, step, "sha1").digest()
        place = digest[-1] & 15
        number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
