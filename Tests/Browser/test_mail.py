"""Mail, by a real msmtp to a real mail server: it comes when the server is away, when the portal is
killed, and never twice but after a crash between sending and noting."""

import os
import shutil
from collections import Counter
from email.utils import parsedate_to_datetime
from time import monotonic

import pytest

import kootenai
from client import Client
from kootenai import clerk_client, second_client
from mailserver import MailServer, program
from portal import Portal

PATIENCE = 30


@pytest.fixture
def server():
    server = MailServer()
    yield server
    server.stop()


@pytest.fixture
def data(demo_records, tmp_path):
    """Records in which nothing has happened that anybody is told of by mail."""
    return shutil.copytree(demo_records, tmp_path / "data")


@pytest.fixture
def settings(server, tmp_path):
    return {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}


def change_password(client, current, new):
    """Tells SECOND STREET BUILDERS by mail. The client goes on in the new session."""
    page = client.get("/profile")
    named = dict(_inputs(page.html))
    passwords = {"current-password": current, "password": new, "confirmation": new}
    answer = client.post("/profile", named | passwords)
    assert answer.status == 303, answer.text


def _inputs(html):
    form = html[html.index('action="/profile"') :]
    for part in form[: form.index("</form>")].split("<input ")[1:]:
        name = part.split('name="')[1].split('"')[0]
        value = part.split('value="')[1].split('"')[0] if 'value="' in part else ""
        yield name, value


def page_that_says(client, *sentences):
    """The office's page of mail, once it says all that."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        page = client.get("/admin/mail")
        if all(sentence in page.text for sentence in sentences):
            return page
    raise AssertionError(f"not {sentences}: {page.text}")


def try_all_again(clerk, count, server):
    """Once so many mails could not leave, lets the server come back and presses every TRY AGAIN."""
    end = monotonic() + PATIENCE
    page = clerk.get("/admin/mail")
    while page.html.count("TRY AGAIN") < count and monotonic() < end:
        page = clerk.get("/admin/mail")
    server.start()
    parts = page.html.split('action="/admin/mail/')[1:]
    assert len(parts) == count
    for part in parts:
        number = part.split("/")[0]
        fields = {"csrf": page.hidden("csrf")}
        assert clerk.post(f"/admin/mail/{number}/attempt", fields).status == 303


def test_a_contractor_is_told_of_a_new_password(server, settings, data):
    with server, Portal(data, demo=False, settings=settings) as portal:
        change_password(second_client(portal), kootenai.USED_PASSWORD, "Hammer43")
        [mail] = server.wait_for(1)
        clerk = clerk_client(portal)
        page_that_says(clerk, "No mail is waiting.", "Last sent 1 total record(s)")
    assert mail["From"] == "Kootenai County Community Development <permits@example.com>"
    assert mail["Subject"] == "Your password was changed – Kootenai County"
    assert mail["To"].addresses[0].display_name == kootenai.SECOND
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@localhost>")
    assert abs((parsedate_to_datetime(mail["Date"]) - kootenai.now()).total_seconds()) < 300
    assert mail.get_content_type() == "text/plain" and not mail.defects
    text = mail.get_content()
    assert "SECOND STREET BUILDERS (AEC0207):" in text and portal.address in text
    assert server.envelopes == [("permits@example.com", [mail["To"].addresses[0].addr_spec])]


def test_mail_outlives_a_server_that_is_away_and_a_portal_that_is_killed(
    server, settings, data
):
    passwords = [kootenai.USED_PASSWORD, "Hammer43", "Hammer44", "Hammer45"]
    first = Portal(data, demo=False, settings=settings)
    clerk = clerk_client(first)
    second = second_client(first)
    change_password(second, *passwords[:2])
    page_that_says(clerk, "Waiting 1 total record(s)", "cannot connect to 127.0.0.1")
    change_password(second, *passwords[1:3])
    first.kill()

    with Portal(data, demo=False, settings=settings) as portal:
        clerk = clerk_client(portal)
        page_that_says(clerk, "Waiting 2 total record(s)")
        change_password(Client(portal, second.cookies), *passwords[2:4])
        try_all_again(clerk, 3, server)
        server.wait_for(3)
        page_that_says(clerk, "No mail is waiting.", "Last sent 3 total record(s)")
    assert sorted(Counter(mail["Message-ID"] for mail in server.received).values()) == [1, 1, 1]


def test_a_crash_between_sending_and_noting_sends_a_mail_twice_at_most(
    server, settings, data, tmp_path
):
    crashing = tmp_path / "crashing"
    command = settings["PERMIT_PORTAL_SENDMAIL"]
    crashing.write_text(f'#!/bin/sh\n{command} "$@" && kill -9 $PPID\n')
    crashing.chmod(0o700)
    with server:
        portal = Portal(data, demo=False, settings={"PERMIT_PORTAL_SENDMAIL": str(crashing)})
        change_password(second_client(portal), kootenai.USED_PASSWORD, "Hammer43")
        server.wait_for(1)
        portal.process.wait(30)
        portal.kill()
        with Portal(data, demo=False, settings=settings) as portal:
            server.wait_for(2)
            clerk = clerk_client(portal)
            page_that_says(clerk, "No mail is waiting.", "Last sent 1 total record(s)")
    first, second = server.received
    assert first["Message-ID"] == second["Message-ID"]
    assert first.get_content() == second.get_content()


def test_a_refused_mailbox_is_told_to_the_office_with_the_servers_words(
    server, settings, data, new_walk
):
    with server, Portal(data, demo=False, settings=settings) as portal:
        second = second_client(portal)
        address = dict(_inputs(second.get("/profile").html))["email"]
        server.answers[address] = "550 no such mailbox here"
        change_password(second, kootenai.USED_PASSWORD, "Hammer43")
        clerk = clerk_client(portal)
        page_that_says(clerk, "Not sent 1 total record(s)", "550 no such mailbox here")
        walk = new_walk(portal).be(clerk).open("/admin").follow("Mail").heading("Mail")
        walk.says(address, "1 attempt", "550 no such mailbox here")
        server.answers.clear()
        walk.press("TRY AGAIN")
        [mail] = server.wait_for(1)
        assert mail["To"].addresses[0].addr_spec == address


def test_a_mail_program_that_hangs_blocks_no_page_and_no_end(data, tmp_path):
    hanging = tmp_path / "hanging"
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    hanging.write_text(f"#!/bin/sh\ncat >/dev/null\necho begun >{begun}\nsleep 1000\n")
    hanging.chmod(0o700)
    portal = Portal(data, demo=False, settings={"PERMIT_PORTAL_SENDMAIL": str(hanging)})
    change_password(second_client(portal), kootenai.USED_PASSWORD, "Hammer43")
    assert begun.read_text() == "begun\n"
    clerk = clerk_client(portal)
    page_that_says(clerk, "Waiting 1 total record(s)")
    assert portal.stop() == 0
    assert portal.complaints() == ""


def test_a_portal_without_a_mail_program_keeps_mail_and_shows_it(data, new_walk):
    with Portal(data, demo=False) as portal:
        change_password(second_client(portal), kootenai.USED_PASSWORD, "Hammer43")
        walk = new_walk(portal).be(clerk_client(portal)).open("/admin/mail")
        walk.says("Mail is kept here and not sent", "Your password was changed")
        walk.hides("TRY AGAIN")
        walk.page.locator("summary").click()
        walk.says("SECOND STREET BUILDERS (AEC0207):")


def test_a_mail_program_that_is_missing_is_told_to_the_office(data, tmp_path):
    settings = {"PERMIT_PORTAL_SENDMAIL": f"{tmp_path}/nothing -t"}
    with Portal(data, demo=False, settings=settings) as portal:
        change_password(second_client(portal), kootenai.USED_PASSWORD, "Hammer43")
        clerk = clerk_client(portal)
        page_that_says(clerk, "could not be started: No such file or directory")
