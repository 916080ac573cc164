"""The City of Hemet's guide for contractors and design professionals, walked as it is written."""

import pytest
from playwright.sync_api import expect

from agencies import ACTIVE, EXPIRED, SCHEDULED, cancel, demonstration, open_days, read_tabs
from agencies import request, sign_in
from client import Client
from kootenai import long, short

CITY = "CITY OF HEMET"
PIN = "180665"
PASSWORD = "Plumbline77"


@pytest.fixture
def walk(new_walk, tmp_path):
    with demonstration("hemet", tmp_path) as portal:
        yield new_walk(portal)


def test_the_guide_from_the_pin_to_a_password_of_ones_own(walk):
    initial_log_in(walk)
    understanding_the_dashboard(walk)
    plan_review_link(walk)
    scheduling_an_inspection(walk)
    paying_at_the_counter(walk)
    change_password(walk)


def initial_log_in(walk):
    walk.open("/login").says(
        "PIN for the first sign-in", "bldgstaff@example.com", "CSLB", "in person", "Privacy"
    )
    sign_in(walk, CITY, PIN).heading(f"Hello {CITY}.")
    walk.says("VIEW/EDIT PROFILE", "Below is a Dashboard of your current activities.")


def understanding_the_dashboard(walk):
    assert walk.table(ACTIVE) == [
        ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "EXPIRED", "INSPECTION", "FEES DUE"],
        [
            "A1806-065\n(Pending)",
            "445 E FLORIDA AVE",
            "ACCESSIBILITY",
            "ACTIVE",
            "",
            "Request",
            "$0.00",
        ],
    ]
    header, row = walk.table(SCHEDULED)
    assert header == ["REC NO", "REC TYPE", "REC STATUS", "ADDRESS", "INSPECTION", "DATE"]
    assert row[:4] == ["A1806-065", "PERMIT", "ACTIVE", "445 E FLORIDA AVE"]
    assert row[4].startswith("FINAL**") and row[5].endswith(" AM")
    assert walk.table(EXPIRED)[1] == [
        "B1906-174",
        "3800 THORNTON AVE",
        "ELECTRICAL",
        "ACTIVE",
        "12/22/2019",
        "$0.00",
    ]
    walk.follow("A1806-065", within=walk.row(ACTIVE, "A1806-065").get_by_role("rowheader"))
    walk.says("Applied Date 6/27/2018", "IMG_5427.JPG", "IMG5427.JPG")
    read_tabs(
        walk,
        "A1806-065",
        {
            "Contacts (1)": CITY,
            "Inspections (2)": "ACCESSIBLE PARKING",
            "Attachments (3)": "Correction notice of the first plan check",
        },
    )
    see_the_pictures(walk)


def see_the_pictures(walk):
    """They are pictures: a browser opens them."""
    client = Client(walk.portal, {c["name"]: c["value"] for c in walk.context.cookies()})
    pictures = walk.page.locator("main").get_by_role("link", name=".JPG")
    paths = [link.get_attribute("href") for link in pictures.all()]
    assert len(paths) == 2
    for path in paths:
        answer = client.get(path)
        assert answer.headers["Content-Type"] == "image/jpeg"
        size = walk.eyes.page.evaluate(
            """async bytes => {
                const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
                return [picture.width, picture.height];
            }""",
            list(answer.body),
        )
        assert sorted(size) in ([240, 320],), size


def plan_review_link(walk):
    walk.open("/permits/A1806-065").follow("Reviews")
    assert walk.page.get_by_text("More Info").count() == 3  # a column, and two reviews with notes
    walk.follow("Submitted Date")
    dates = [row[2] for row in walk.table("Reviews")[1:]]
    assert dates == ["6/27/2018", "7/2/2018", "8/6/2018"]


def scheduling_an_inspection(walk):
    first, last = open_days("hemet")[0], open_days("hemet")[-1]
    walk.open("/permits/A1806-065").follow("Request Inspection")
    assert walk.choices("Requested Date")[-1] == long(last)
    assert walk.choices("Time") == ["AM (8:30 AM to 12:00 PM)", "PM (1:00 PM to 5:00 PM)"]
    walk.says("until 7:00 AM on its day", "951-765-2475", "No inspector calls ahead")
    banner = request(walk, "A1806-065", "SIGNS", first, "PM")
    assert f"SIGNS on {long(first)}, PM" in banner and f"until {long(first)}, 7:00 AM" in banner
    assert [row[5] for row in walk.table(SCHEDULED)[1:] if row[4].startswith("SIGNS")] == [
        f"{short(first)} PM"
    ]
    assert "is cancelled" in cancel(walk, "SIGNS")
    walk.says("My Active Inspections 1 total record(s)")


def paying_at_the_counter(walk):
    header = walk.page.get_by_role("banner").inner_text()
    assert "VIEW CART" not in header
    assert not {"Pay Fees", "Paid Items"} & set(walk.links())
    walk.open("/cart", status=404).heading("Fees are paid at the counter").says("951-765-2475")


def change_password(walk):
    notice = walk.open("/dashboard").page.locator("main .notice")
    expect(notice).to_contain_text("Your PIN is still your password.")
    walk.follow("VIEW/EDIT PROFILE", within=notice).heading("Edit Information")
    walk.says("State License # TEST", "Letters and numbers only")
    passwords = {"Current Password": PIN, "Password": PASSWORD, "Confirm Password": PASSWORD}
    walk.fill(passwords).press("SAVE")
    expect(walk.notice()).to_contain_text("Your information is saved.")
    walk.press("LOG OUT")
    sign_in(walk, CITY, PIN, status=422)
    sign_in(walk, CITY, PASSWORD).heading(f"Hello {CITY}.")
    walk.hides("is still your password")
