"""Debian's nginx in front of a portal, as the README sets it up: its lines, with ports and a
certificate of our own. It runs in a folder of its own; one that Debian has started is left alone.
"""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess

import readme
from client import Client
from portal import PATIENCE, free_port

# What Debian's nginx.conf says around a site, with everything that nginx writes in one folder.
FRAME = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr notice;
events {{}}
http {{
    sendfile on;
    tcp_nopush on;
    gzip on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{site}
}}
"""


class Nginx:
    """Serves the README's site in front of a portal, until it is told to stop."""

    def __init__(self, portal, folder):
        self.name = re.search(r"server_name (\S+);", readme.site())[1]
        self.address = f"https://{self.name}"
        self.port, self.plain_port = free_port(), free_port()
        self.certificate = folder / "certificate.pem"
        key = folder / "key.pem"
        _sign(self.name, self.certificate, key)
        changes = {
            r"\b127\.0\.0\.1:8080\b": f"127.0.0.1:{portal.port}",
            r"\blisten 443\b": f"listen 127.0.0.1:{self.port}",
            r"\blisten \[::\]:443\b": f"listen [::1]:{self.port}",
            r"\blisten 80\b": f"listen 127.0.0.1:{self.plain_port}",
            r"\blisten \[::\]:80\b": f"listen [::1]:{self.plain_port}",
            r"(ssl_certificate +)\S+;": rf"\g<1>{self.certificate};",
            r"(ssl_certificate_key +)\S+;": rf"\g<1>{key};",
        }
        site = readme.site()
        for pattern, line in changes.items():
            site, count = re.subn(pattern, line, site)
            assert count == 1, f"the README's site has {count} lines like {pattern}"
        if not _has_ipv6():
            site = re.sub(r".*listen \[::1\].*\n", "", site)
        file = folder / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        file.write_text(FRAME.format(user=user, folder=folder, site=site))
        self.complaints = []
        self._start(file, folder)

    def _start(self, file, folder):
        words = [_program(), "-e", "stderr", "-p", folder, "-c", file]
        self.process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            self._hear(line)
            if "start worker process " in line:
                return
        self.stop()
        raise AssertionError(f"nginx does not start: {self.complaints}")

    def _hear(self, line):
        if "[notice]" not in line:
            self.complaints.append(line.rstrip("\n"))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
        for line in self.process.stderr:
            self._hear(line)
        self.process.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()
        if failure[0] is None:
            assert not self.complaints, "\n".join(self.complaints)


class TLSClient(Client):
    """A visitor by way of nginx, who checks its certificate and comes from a loopback address."""

    def __init__(self, nginx, source="127.0.0.1"):
        super().__init__(nginx)
        self.source = source

    def _connect(self):
        return TLSConnection(self.portal, self.source)


class TLSConnection(http.client.HTTPSConnection):
    """Speaks to nginx as if to port 443 of the portal's name."""

    def __init__(self, nginx, source):
        super().__init__(nginx.name, timeout=PATIENCE)
        self.nginx = nginx
        self.source = source

    def connect(self):
        trust = ssl.create_default_context(cafile=self.nginx.certificate)
        place = ("127.0.0.1", self.nginx.port)
        plain = socket.create_connection(place, PATIENCE, (self.source, 0))
        self.sock = trust.wrap_socket(plain, server_hostname=self.nginx.name)


def _program():
    """Debian puts it where only root looks."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert found, "nginx is not installed (Debian: apt-get install nginx)"
    return found


def _sign(name, certificate, key):
    """A certificate for that name which nobody but these tests trusts."""
    key_kind = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    words = ["openssl", "req", "-x509", *key_kind.split(), "-days", "2", "-subj", f"/CN={name}"]
    words += ["-addext", f"subjectAltName=DNS:{name}", "-out", certificate, "-keyout", key]
    subprocess.run(words, check=True, capture_output=True, timeout=PATIENCE)


def _has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
