"""A real mail server on loopback, and the mail program that hands mail to it."""

import email
import email.policy
import threading
from email.utils import parseaddr

from aiosmtpd.controller import Controller

from portal import free_port

PATIENCE = 60


class MailServer:
    """Takes mail at a port of its own, which it keeps when it goes away and comes back."""

    def __init__(self):
        self.port = free_port()
        self.received = []
        self.envelopes = []
        self.answers = {}
        self._arrived = threading.Condition()
        self._controller = None

    # What aiosmtpd asks

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        answer = self.answers.get(address)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self._arrived:
            self.received.append(message)
            self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
            self._arrived.notify_all()
        return "250 taken"

    # What tests do

    def start(self):
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def stop(self):
        if self._controller:
            self._controller.stop()
        self._controller = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def wait_for(self, count):
        """Until so many mails have come, at most a minute."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: len(self.received) >= count, PATIENCE)
        assert came, f"{len(self.received)} mails came, not {count}"
        return self.received

    def to(self, address):
        return [mail for mail in self.received if parseaddr(mail["To"])[1] == address]


def program(server, folder):
    """The command that hands mail to this server: msmtp, as an office would configure it."""
    settings = folder / "msmtprc"
    settings.write_text(
        "account office\n"
        f"host 127.0.0.1\nport {server.port}\n"
        "tls off\nauth off\ndomain permits.example.gov\ntimeout 10\n"
    )
    settings.chmod(0o600)
    return f"msmtp -C {settings} -a office -t"
