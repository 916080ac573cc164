"""Accounts: a company sees where it is signed in, and the office helps one that cannot get in."""

import re

from playwright.sync_api import expect

import kootenai
from kootenai import SECOND, USED_PASSWORD, sign_in


def test_a_company_ends_the_session_it_does_not_know(new_walk, portal):
    lost = sign_in(new_walk(portal), SECOND, USED_PASSWORD)
    desk = sign_in(new_walk(portal), SECOND, USED_PASSWORD)
    desk.open("/profile").follow("Your sessions").heading("Your sessions")
    assert desk.text.count("Chrome on Linux") == 2
    desk.says("THIS ONE")
    row = desk.page.get_by_role("row").filter(has_text="Chrome on Linux").filter(has_text="END SESSION")
    desk.press("END SESSION", within=row)
    expect(desk.notice()).to_contain_text("Ended.")
    assert desk.text.count("Chrome on Linux") == 1
    lost.open("/dashboard")
    assert lost.path == "/login?next=%2Fdashboard"
    desk.open("/dashboard").heading(f"Hello {SECOND}.")


def test_a_locked_company_is_unlocked_by_a_clerk_and_gets_a_new_pin(new_walk, portal, clerk):
    visitor = new_walk(portal).open("/")
    for _ in range(10):
        sign_in(visitor, SECOND, "Wrong1968", status=422)
    sign_in(visitor, SECOND, USED_PASSWORD, status=422)
    visitor.problem("There were too many wrong passwords. This account opens again at")

    office = new_walk(portal).be(clerk).open("/admin").follow("Accounts").heading("Accounts")
    office.page.get_by_label("Company name or licence number").fill("second")
    office.press("SEARCH").follow(SECOND).heading(SECOND)
    office.says("LOCKED until", "Wrong passwords in a row 10")
    office.press("UNLOCK").says("The account is open.").hides("UNLOCK")
    sign_in(visitor, SECOND, USED_PASSWORD)
    visitor.heading(f"Hello {SECOND}.")

    office.press("END SESSIONS").says("All sessions of the company have ended.")
    visitor.open("/dashboard").heading("Contractor Login")
    office.press("ISSUE A NEW PIN")
    pin = re.search(r"The new PIN is ([0-9]{6})", office.text)[1]
    visitor.open("/")
    sign_in(visitor, SECOND, USED_PASSWORD, status=422)
    sign_in(visitor, SECOND, pin)
    visitor.heading("Set up your account")


def test_whoever_guesses_at_many_names_is_told_to_wait(new_walk, portal):
    guesser = kootenai.Client(portal)
    for number in range(30):
        wrong = {"company": f"NOBODY {number}", "password": "Wrong1968"}
        assert guesser.submit("/login", wrong, at="/login").status == 422
    walk = new_walk(portal).open("/")
    sign_in(walk, SECOND, USED_PASSWORD, status=429)
    walk.heading("Too many sign-ins failed").says("Try again in a minute.")
    assert 1 <= int(walk.response.all_headers()["retry-after"]) <= 10
