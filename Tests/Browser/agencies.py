"""The agencies besides Kootenai County: their demonstrations, and what is common to walking their
guides."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kootenai import long
from portal import ROOT, Portal

ACTIVE = "My Active Permits"
SCHEDULED = "My Active Inspections"
EXPIRED = "My Expired Permits"


def agency_file(name):
    return ROOT / "Agencies" / f"{name}.json"


def demonstration(name, folder, settings=()):
    """The agency's portal, started for the first time."""
    return Portal(folder / "data", agency=agency_file(name), settings=settings)


def open_days(name):
    """The days that can be booked now, without weekends and holidays."""
    agency = json.loads(agency_file(name).read_text())
    rules = agency["inspections"]
    now = datetime.now(ZoneInfo(agency["timeZone"]))
    days = [now.date() + timedelta(days=ahead + 1) for ahead in range(rules["latestDaysAhead"])]
    days = [day for day in days if day.weekday() < 5 and day.isoformat() not in rules["holidays"]]
    return days[1:] if f"{now:%H:%M}" >= rules["requestUntil"] else days


def sign_in(walk, company, password, *, label="Company", remember=False, status=200):
    """By the sign-in ribbon: the kind of account where there are two, the company from the list."""
    walk.open("/")
    ribbon = walk.page.get_by_role("form", name="Sign in")
    if ribbon.get_by_role("combobox", name="Account type").count():
        ribbon.get_by_role("combobox", name="Account type").select_option(value="contractor")
    ribbon.get_by_role("combobox", name=label).select_option(label=company)
    ribbon.get_by_role("textbox", name="Password").fill(password)
    if remember:
        ribbon.get_by_role("checkbox", name="Remember Me").check()
    return walk.press("LOGIN", within=ribbon, status=status)


def read_tabs(walk, number, seen):
    """Opens each of a permit's tabs that is named, and finds these words there."""
    tabs = walk.page.get_by_role("navigation", name=f"Permit {number}")
    for name, words in seen.items():
        walk.follow(name, within=tabs).says(words)


def request(walk, number, kind, day, time, **typed):
    """Asks for one inspection, from the dashboard's Request to the dashboard's banner."""
    walk.open("/dashboard")
    walk.follow("Request", within=walk.row(ACTIVE, number))
    walk.heading(f"PERMIT Inspection Request - {number}").type(**typed)
    [window] = [label for label in walk.choices("Time") if label.startswith(time)]
    walk.choose("Inspection Type", kind).choose("Requested Date", long(day)).choose("Time", window)
    walk.press("SUBMIT")
    assert walk.path.startswith("/dashboard?requested="), walk.path
    return " ".join(walk.notice().inner_text().split())


def cancel(walk, kind):
    """Cancels that inspection, from the dashboard."""
    walk.follow(kind).press("CANCEL INSPECTION")
    return " ".join(walk.notice().inner_text().split())


def pay(walk, number, amount, card):
    """From an amount on the dashboard by way of cart and provider to the receipt's number."""
    walk.press(amount, within=walk.row(ACTIVE, number)).heading("Shopping Cart").says(number)
    walk.press("PROCEED TO CHECKOUT").heading("Checkout Summary").says(f"Total Fees: {amount}")
    walk.press("PROCEED TO PAYMENT")
    walk.type(Test_card_number=card).press("Process Payment")
    assert walk.path.startswith("/receipts/"), walk.path
    return walk.path.rsplit("/", 1)[1]
