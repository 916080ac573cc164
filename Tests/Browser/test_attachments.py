"""Files on a permit: sent by those who are on it, read by them and the office, by nobody else."""

import http.client
import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from client import Client, at_once
from portal import Portal, run

PERMIT = "/permits/RES16-0688"
TAB = f"{PERMIT}/attachments"
NEW = f"{TAB}/new"
BOUNDARY = "----a-boundary-of-the-tests"
MEGABYTE = 1024 * 1024


def pdf(size):
    """A file of so many bytes that begins as a PDF does."""
    return (b"%PDF-1.7\n" + os.urandom(MEGABYTE) * (size // MEGABYTE + 1))[:size]


def form(fields, name, content):
    """A form with a file as a browser writes it."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    head += "Content-Type: application/pdf\r\n\r\n"
    return ("".join(parts) + head).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def send(client, name, content, token=None):
    """Sends a file past the browser."""
    token = token or client.get(NEW).hidden("csrf")
    body = form({"csrf": token, "description": "A plan"}, name, content)
    return client.send(NEW, body, f"multipart/form-data; boundary={BOUNDARY}")


def kept(data):
    """What lies in the folder of attachments."""
    return sorted(path.name for path in Path(data, "attachments").rglob("*") if path.is_file())


def choose(walk, name, content, description):
    walk.fill({"Description": description})
    walk.page.get_by_label("File").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content}
    )
    return walk


def test_a_contractor_sends_a_file_and_the_office_saves_it(new_walk, portal, rich, clerk, data):
    content = pdf(3 * MEGABYTE)
    walk = new_walk(portal).be(rich).open(PERMIT)
    walk.follow("Attachments (2)").says("site-plan.pdf", "PDF, 866 bytes")
    walk.follow("ADD A FILE").heading("Add a file - RES16-0688")
    choose(walk, "Größe of trusses.pdf", content, "Truss plan, sealed").press("SEND FILE")
    expect(walk.notice()).to_have_text("Größe of trusses.pdf was received. It is on this permit now.")
    assert walk.path.startswith(f"{TAB}?sent=")
    row = walk.table("Attachments")[1]
    assert row[0].split("\n")[0].startswith("Größe of trusses.pdf")
    assert "PDF, 3 MB" in row[0] and row[1:3] == ["Truss plan, sealed", "RICH CONTRACTOR"]
    assert len(kept(data)) == 3 and not any("trusses" in name for name in kept(data))

    office = new_walk(portal).be(clerk).open(TAB)
    link = office.page.get_by_role("link", name="Größe of trusses.pdf")
    with office.page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "Größe of trusses.pdf"
    assert Path(download.value.path()).read_bytes() == content

    path = link.get_attribute("href")
    whole = clerk.get(path)
    assert whole.body == content
    assert whole.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    part = clerk.get(path, {"Range": "bytes=1000000-1000009", "If-Range": whole.headers["ETag"]})
    assert part.status == 206 and part.body == content[1000000:1000010]
    assert part.headers["Content-Range"] == f"bytes 1000000-1000009/{3 * MEGABYTE}"
    assert clerk.get(path, {"If-None-Match": whole.headers["ETag"]}).status == 304


def test_what_is_wrong_is_told_at_its_field_and_the_description_stays(walk, rich, data):
    walk.be(rich).open(NEW)
    walk.press("SEND FILE", status=422).problem("Say what the file shows", "Choose a file")
    choose(walk, "plan.exe", b"MZ", "A plan").press("SEND FILE", status=422)
    walk.problem("plan.exe is of a kind that the office does not take. It takes PDF, JPEG,")
    expect(walk.field("Description")).to_have_value("A plan")
    choose(walk, "plan.pdf", b"MZ", "A plan").press("SEND FILE", status=422)
    walk.problem("plan.pdf has the name of a PDF file, but not its content.")
    choose(walk, "plan.pdf", b"", "A plan").press("SEND FILE", status=422)
    walk.problem("plan.pdf is empty. Choose another file")
    choose(walk, "plan.pdf", pdf(10), "").press("SEND FILE", status=422)
    walk.problem("Choose plan.pdf again")
    assert len(kept(data)) == 2


def test_a_file_is_taken_back_on_the_day_it_was_sent(walk, rich, data):
    walk.be(rich).open(NEW)
    choose(walk, "wrong.pdf", pdf(10), "The wrong one").press("SEND FILE")
    walk.follow("Remove").heading("Remove wrong.pdf?").follow("CANCEL").follow("Remove")
    walk.press("REMOVE FILE")
    expect(walk.notice()).to_have_text("wrong.pdf was removed.")
    walk.hides("Remove</a>")
    assert len(walk.table("Attachments")) == 3 and len(kept(data)) == 2


def test_a_permit_without_files_says_so(walk, rich):
    walk.be(rich).open("/permits/RES17-0163/attachments").says("No file has been attached yet.")


def test_those_who_are_not_on_the_permit_see_and_get_nothing(rich, second, portal):
    sent = send(rich, "plan.pdf", pdf(10))
    path = f"{TAB}/{sent.location.rsplit('=')[-1]}"
    for client in (second, Client(portal)):
        for address in (TAB, NEW, path, f"{path}/removal"):
            answer = client.get(address)
            assert answer.status in (303, 403), address
            assert b"%PDF" not in answer.body
        assert "Attachments" not in client.get(PERMIT).html
    assert rich.get(path).status == 200


def test_a_hundred_megabytes_come_and_go_whole_and_the_program_stays_small(rich, portal, data):
    content = pdf(100 * MEGABYTE)
    sent = send(rich, "large.pdf", content)
    assert sent.status == 303, sent.text
    back = rich.get(f"{TAB}/{sent.location.rsplit('=')[-1]}")
    assert back.body == content
    status = Path(f"/proc/{portal.process.pid}/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0])
    assert peak < 300 * 1024, f"{peak} KB"
    assert len(kept(data)) == 3


@pytest.mark.parametrize("signed_in_or_not", [True, False])
def test_more_than_a_file_may_have_is_refused_before_it_is_sent(rich, portal, signed_in_or_not):
    client = rich if signed_in_or_not else Client(portal)
    connection = http.client.HTTPConnection("localhost", portal.port, timeout=30)
    connection.putrequest("POST", NEW)
    connection.putheader("Cookie", "; ".join(f"{n}={v}" for n, v in client.cookies.items()))
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    connection.putheader("Content-Length", str(101 * MEGABYTE))
    connection.putheader("Expect", "100-continue")
    connection.endheaders()
    answer = connection.getresponse()
    page = answer.read().decode()
    if signed_in_or_not:
        assert answer.status == 413
        assert "A file may have at most 100 MB. Nothing was saved." in page and "LOG OUT" in page
    else:
        assert answer.status == 303
        assert answer.headers["Location"].startswith("/login?next=")
    connection.close()


def test_a_form_sent_twice_at_once_leaves_one_file(rich, data):
    token = rich.get(NEW).hidden("csrf")
    content = pdf(MEGABYTE)
    twice = at_once(*[lambda: send(rich, "plan.pdf", content, token)] * 4)
    assert {answer.status for answer in twice} == {303}
    assert len({answer.location for answer in twice}) == 1
    assert len(kept(data)) == 3


def test_attachments_go_into_a_backup_and_come_back(rich, portal, data, tmp_path):
    content = pdf(MEGABYTE)
    sent = send(rich, "plan.pdf", content)
    copy = tmp_path / "copy.db"
    made = run("backup", copy, "--data", data)
    assert made.returncode == 0, made.stderr
    assert f"Their attachments are in {copy}.attachments." in made.stdout
    assert run("restore", copy, "--data", tmp_path / "other").returncode == 0
    checked = run("check", "--data", tmp_path / "other", "--contents")
    assert checked.stdout.endswith("attachments: 3, sound\n"), checked.stderr
    assert sent.status == 303


def test_a_portal_that_was_killed_while_a_file_came_in_leaves_nothing(signed_in, data):
    portal = Portal(data, demo=False)
    rich = Client(portal, signed_in[1]["rich"])
    token = rich.get(NEW).hidden("csrf")
    body = form({"csrf": token, "description": "x"}, "plan.pdf", pdf(MEGABYTE))
    connection = http.client.HTTPConnection("localhost", portal.port, timeout=30)
    connection.putrequest("POST", NEW)
    connection.putheader("Cookie", "; ".join(f"{n}={v}" for n, v in rich.cookies.items()))
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body[: MEGABYTE // 2])
    portal.kill()
    connection.close()
    assert len(kept(data)) == 2
    assert not [name for name in os.listdir(data) if "body" in name]
    checked = run("check", "--data", data)
    assert checked.stdout.endswith("attachments: 2, sound\n"), checked.stderr
