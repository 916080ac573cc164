"""Kootenai County's guide, walked as it is written, with JavaScript switched off."""

import re

import pytest
from playwright.sync_api import expect

import kootenai
from kootenai import FEES, PASSWORD, PIN, RICH, long, short, sign_in, working_days
from portal import Portal


@pytest.fixture
def walk(new_walk, tmp_path):
    """Not the shared records: the guide begins with a program started for the first time."""
    with Portal(tmp_path / "data", demo=True) as portal:
        yield new_walk(portal)


def test_a_contractor_walks_the_guide_from_first_login_to_receipt(walk):
    logging_in(walk)
    the_dashboard(walk)
    into_a_permit(walk)
    updating_business_information(walk)
    scheduling_inspections(walk)
    payment_of_fees(walk)
    paid_items(walk)
    logging_out(walk)


def logging_in(walk):
    walk.open("/")
    ribbon = walk.page.get_by_role("form", name="Sign in")
    expect(ribbon).to_contain_text("Contractor")
    assert {RICH, kootenai.SECOND} <= set(
        ribbon.get_by_role("combobox", name="Company").locator("option").all_inner_texts()
    )
    sign_in(walk, RICH, PIN)
    assert walk.path == "/first-login"
    walk.says(
        "Password Rules",
        "Minimum of 6 characters",
        "Maximum of 25 characters",
        "At least one letter and 1 number",
        "Password is case sensitive",
    )
    walk.fill(kootenai.SETUP).press("CONTINUE")
    assert walk.path == "/dashboard"


def the_dashboard(walk):
    walk.heading(f"Hello {RICH}.").says("Below is a Dashboard of your current activities.")
    walk.says(
        "My Active Permits 10 total record(s)",
        "My Active Inspections 1 total record(s)",
        "My Expired Permits 3 total record(s)",
    )
    header = walk.page.get_by_role("banner").inner_text()
    for words in (
        "HOME",
        "DASHBOARD",
        "VIEW/EDIT PROFILE",
        "VIEW CART (0)",
        "LOG OUT",
        f"LOGGED IN AS: {RICH}",
    ):
        assert words in header
    active = walk.table("My Active Permits")
    assert active[0] == ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "INSPECTION", "FEES DUE"]
    same_rows(active[1:], kootenai.ACTIVE_PERMITS)
    expired = walk.table("My Expired Permits")
    assert expired[0] == ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "EXPIRED", "FEES DUE"]
    same_rows(expired[1:], kootenai.EXPIRED_PERMITS)
    inspections = walk.table("My Active Inspections")
    assert inspections[0] == ["REC NO", "REC TYPE", "REC STATUS", "ADDRESS", "INSPECTION", "DATE"]
    [row] = inspections[1:]
    assert row[:3] == ["RES17-0150", "PERMIT", "IN REVIEW"]
    assert row[3].startswith("34554 CLUE") and row[4] == "ADDRESSING"
    assert row[5].startswith(short(working_days()[0]))


def same_rows(shown, guide):
    """Every cell as in the guide: addresses whole where the guide cuts them short, and a reason
    where Request is absent."""
    assert [row[0] for row in shown] == [row[0] for row in guide]
    for cells, (number, address, kind, status, fourth, fees) in zip(shown, guide):
        assert cells[1].startswith(address) and "..." not in cells[1], number
        assert (cells[1] == "") == (address == ""), number
        assert cells[2:4] == [kind, status], number
        assert cells[4] == fourth if fourth else cells[4] not in ("", "Request"), number
        assert cells[5] == fees, number


def into_a_permit(walk):
    walk.follow(
        "RES16-0688",
        exact=False,
        within=walk.row("My Active Permits", "RES16-0688").get_by_role("rowheader"),
    )
    assert walk.path == "/permits/RES16-0688"
    expect(walk.page.locator("h1")).to_contain_text("Permit #RES16-0688")
    walk.says(
        "READY TO ISSUE",
        "RESIDENTIAL",
        "Type",
        "Subtype",
        "Description",
        "Status",
        "Applied Date",
        "Approved Date",
        "Issued Date",
        "Finaled Date",
        "Expiration Date",
        "Notes",
        "Attachments",
    )
    tabs = walk.page.get_by_role("navigation", name="Permit RES16-0688")
    names = [name.strip() for name in tabs.get_by_role("link").all_inner_texts()]
    assert names == [
        "Permit Info",
        "Site Info",
        "Contacts (2)",
        "Fees",
        "Inspections (0)",
        "Conditions",
        "Reviews",
        "Attachments (2)",
    ]
    seen = {
        "Site Info": "1968 E DODD RD",
        "Contacts (2)": "DODD ROAD LLC",
        "Fees": "FIRE DISTRICT INSPECTION FEE $",
        "Inspections (0)": "No inspection has been asked for yet.",
        "Conditions": "Post the address at the road before the first inspection.",
        "Reviews": "FIRE DISTRICT",
        "Attachments (2)": "Site plan with setbacks and driveway",
        "Permit Info": "NEW SHOP WITH LIVING QUARTERS ABOVE",
    }
    for name, words in seen.items():
        walk.follow(name, within=tabs)
        expect(tabs.locator("[aria-current=page]")).to_have_text(name)
        if name == "Fees":
            assert [(row[0], row[3]) for row in walk.table("Fees")[1:]] == FEES
        else:
            walk.says(words)
    walk.follow("Reviews", within=tabs)
    walk.page.get_by_text("More Info").nth(1).click()
    walk.follow("Submitted Date")
    dates = [row[2] for row in walk.table("Reviews")[1:]]
    assert len(dates) == 3 and sort_key(dates) == sorted(sort_key(dates)), dates
    walk.follow("DASHBOARD")
    walk.follow("1968 E DODD RD", exact=False)
    assert walk.path == "/permits/RES16-0688/site"


def sort_key(dates):
    return [tuple(int(date.split("/")[place]) for place in (2, 0, 1)) for date in dates]


def updating_business_information(walk):
    walk.follow("VIEW/EDIT PROFILE").heading("Edit Information")
    walk.says(
        "Profile",
        f"Company Name {RICH}",
        "State License # AEC0119",
        "Change Password",
        "Security Question",
        "Current Security Question First truck?",
        "Required fields",
    )
    for name in (
        "Password",
        "Confirm Password",
        "Enter Current Secret Answer",
        "Enter New Security Question",
        "Enter Secret Answer",
        "Re-enter New Secret Answer",
        "Fax (optional)",
    ):
        expect(walk.field(name)).to_be_editable()
    expect(walk.field("Email")).to_have_value("contractor@example.com")
    walk.fill(
        {
            "Address": "1 Lakeside Ave",
            "City": "Hayden",
            "State": "ID",
            "Zip": "83835",
            "Email": "rich@example.com",
            "Phone": "208-555-0177",
            "Cell Phone (optional)": "208-555-0178",
            "Current Password": PASSWORD,
        }
    )
    walk.press("SAVE").heading("Edit Information")
    expect(walk.notice()).to_contain_text("Your information is saved.")
    # A new address is used once a link that goes there was opened.
    walk.says("Waiting for confirmation of rich@example.com")
    walk.open("/profile")
    expect(walk.field("Address")).to_have_value("1 Lakeside Ave")
    expect(walk.field("Cell Phone (optional)")).to_have_value("208-555-0178")


def scheduling_inspections(walk):
    first, second = working_days()[:2]
    walk.follow("DASHBOARD")
    walk.follow("Request", within=walk.row("My Active Permits", "RES16-0304"))
    walk.heading("PERMIT Inspection Request - RES16-0304")
    expect(walk.field("Contact Name")).to_have_value(RICH)
    expect(walk.field("Phone Number")).to_have_value("208-555-0177")
    expect(walk.field("Site Address")).to_have_value(re.compile("^1502 E FALLVIEW DR"))
    expect(walk.field("Email Address")).to_have_value("contractor@example.com")
    assert walk.choices("Inspection Type") == [
        "ADDRESSING",
        "FOUNDATION WALL",
        "UNDERFLOOR PLUMBING",
        "ROUGH MECHANICAL",
    ]
    assert walk.choices("Requested Date") == [long(day) for day in working_days()]
    walk.says("SETBACK / FOOTING passed already", "FRAMING needs FOUNDATION WALL passed first")
    walk.says(f"book {long(first)} to {long(working_days()[-1])}", "7:00 AM")
    choose(walk, "ADDRESSING", first, "AM").press("ADD INSPECTION")
    walk.says(f"ADDRESSING, {long(first)}, AM")
    assert "ADDRESSING" not in walk.choices("Inspection Type")
    choose(walk, "UNDERFLOOR PLUMBING", second, "PM").press("SUBMIT").heading(f"Hello {RICH}.")
    banner = " ".join(walk.notice().inner_text().split())
    for words in (f"ADDRESSING on {long(first)}, AM", f"UNDERFLOOR PLUMBING on {long(second)}, PM"):
        assert words in banner, banner
    assert len(re.findall(r"reference \d+", banner)) == 2, banner
    for day in (first, second):
        assert f"until {long(day)}, 7:00 AM" in banner, banner
    walk.says("My Active Inspections 3 total record(s)")
    asked = [row for row in walk.table("My Active Inspections")[1:] if row[0] == "RES16-0304"]
    assert [(row[4], row[5]) for row in asked] == [
        ("ADDRESSING", f"{short(first)} AM"),
        ("UNDERFLOOR PLUMBING", f"{short(second)} PM"),
    ]


def choose(walk, kind, day, time):
    [window] = [label for label in walk.choices("Time") if label.startswith(time)]
    return (
        walk.choose("Inspection Type", kind)
        .choose("Requested Date", long(day))
        .choose("Time", window)
    )


def payment_of_fees(walk):
    amount(walk, "RES16-0688", "$1,023.98")
    checkout_summary(
        walk, {"RES16-0688": FEES}, "$1,023.98", ("$30.72", "$1,054.70"), ("$1.50", "$1,025.48")
    )
    walk.says("PERMIT (RES16-0688) 1968 E DODD RD")
    walk.follow("DASHBOARD")
    amount(walk, "RES17-0163", "$35.00")
    both = {"RES16-0688": FEES, "RES17-0163": [("PLANNING", "$35.00")]}
    checkout_summary(walk, both, "$1,058.98", ("$31.77", "$1,090.75"), ("$1.50", "$1,060.48"))
    walk.follow("BACK TO SHOPPING CART").heading("Shopping Cart").says("RES16-0688", "RES17-0163")
    expect(walk.page.get_by_role("link", name="VIEW CART (2)")).to_be_visible()
    walk.page.get_by_role("checkbox", name="RES17-0163").uncheck()
    walk.press("PROCEED TO CHECKOUT")
    checkout_summary(
        walk, {"RES16-0688": FEES}, "$1,023.98", ("$30.72", "$1,054.70"), ("$1.50", "$1,025.48")
    )
    walk.page.get_by_role("radio", name="Credit Card - 3%").check()
    walk.press("PROCEED TO PAYMENT").heading("Pay $1,054.70")
    provider = " ".join(walk.page.locator("body").inner_text().split())
    assert "no money moves" in provider and "RES16-0688" in provider
    walk.type(Test_card_number=kootenai.CARD).press("Process Payment")
    receipt(walk)


def amount(walk, number, text):
    walk.press(text, within=walk.row("My Active Permits", number)).heading("Checkout Summary")
    assert walk.path == "/checkout"


def checkout_summary(walk, records, total, card, check):
    walk.heading("Checkout Summary")
    rows = walk.table("Fees")
    shown = [tuple(row) for row in rows if len(row) == 2 and row[0] not in ("Fee", "Total Fees:")]
    assert shown == [fee for fees in records.values() for fee in fees]
    assert [
        number for number in ("RES16-0688", "RES17-0163") if f"({number})" in walk.text
    ] == list(records)
    walk.says(f"Total Fees: {total}")
    radios = walk.page.get_by_role("radio")
    assert radios.count() == 3
    methods = [
        " ".join(radio.locator("xpath=ancestor::label").inner_text().split())
        for radio in radios.all()
    ]
    express = "eGov - Express Checkout for Repeat Customers"
    for text, name, (fee, due) in zip(
        methods,
        ("Credit Card - 3%", "Electronic Check - $1.50", express),
        (card, check, card),
        strict=True,
    ):
        assert text == f"{name} Access Idaho Fee: {fee} Total Due: {due}"


def receipt(walk):
    assert re.fullmatch(r"/receipts/\w+", walk.path), walk.path
    number = walk.path.rsplit("/", 1)[1]
    expect(walk.page.locator("h1")).to_contain_text(number)
    walk.says(
        "PERMIT (RES16-0688) 1968 E DODD RD",
        "Total Fees: $1,023.98",
        "Access Idaho Fee: $30.72",
        "$1,054.70",
        "ending in 4242",
        "contact Community Development",
    )
    rows = [tuple(row) for row in walk.table("What was paid")]
    assert [row for row in rows if row in FEES] == FEES
    walk.hides("RES17-0163")
    walk.page.emulate_media(media="print")
    expect(walk.page.get_by_role("navigation").first).not_to_be_visible()
    expect(walk.page.get_by_text("Printed ")).to_be_visible()
    expect(walk.page.locator("main")).to_contain_text("$1,054.70")
    walk.page.emulate_media(media="screen")


def paid_items(walk):
    number = walk.path.rsplit("/", 1)[1]
    walk.follow("DASHBOARD")
    permits = walk.records("My Active Permits")
    assert permits["RES16-0688"][3] == "READY TO ISSUE"
    assert permits["RES16-0688"][5] == "$0.00"
    assert permits["RES17-0163"][5] == "$35.00"
    menu = walk.page.get_by_role("navigation", name="My Dashboard")
    walk.follow("Paid Items", within=menu).heading("Paid Items")
    [row] = walk.table("Receipts")[1:]
    assert row[0] == number and row[2] == "RES16-0688" and row[-1] == "$1,054.70", row
    walk.follow(number).says("$1,054.70")


def logging_out(walk):
    walk.press("LOG OUT")
    assert walk.path == "/"
    walk.open("/dashboard")
    assert walk.path.startswith("/login")
    sign_in(walk, RICH, PIN, status=422)
    sign_in(walk, RICH, PASSWORD).heading(f"Hello {RICH}.")
