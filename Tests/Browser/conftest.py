"""What the tests share: one browser, demo records made once, and portals of their own."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch
from client import Client
from eyes import Eyes
from kootenai import clerk_client, rich_client, second_client
from portal import AGENCY, Portal, run
from walk import Walk


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = launch(playwright.chromium)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def eyes(browser):
    eyes = Eyes(browser)
    yield eyes
    eyes.close()


@pytest.fixture(scope="session")
def demo_records(tmp_path_factory):
    """Kootenai's demo records, made once: hashing their passwords takes a second."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    made = run("demo", "--agency", AGENCY, "--data", folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="session")
def signed_in(demo_records, tmp_path_factory):
    """Those records once RICH CONTRACTOR has set up, and everybody's cookies: signing in hashes
    passwords as well, so it is done once."""
    folder = tmp_path_factory.mktemp("signed-in") / "data"
    with Portal(shutil.copytree(demo_records, folder), demo=False) as portal:
        makers = {"rich": rich_client, "second": second_client, "clerk": clerk_client}
        cookies = {name: make(portal).cookies for name, make in makers.items()}
    return folder, cookies


@pytest.fixture
def data(signed_in, tmp_path):
    """A copy of the records for one test."""
    return shutil.copytree(signed_in[0], tmp_path / "data")


@pytest.fixture
def portal(data):
    with Portal(data, demo=False) as portal:
        yield portal


@pytest.fixture(scope="session")
def quiet_portal(demo_records, tmp_path_factory):
    """For tests that leave the records as they are. RICH CONTRACTOR has not signed in yet."""
    folder = tmp_path_factory.mktemp("quiet") / "data"
    with Portal(shutil.copytree(demo_records, folder), demo=False) as portal:
        yield portal


@pytest.fixture(scope="session")
def quiet_second(quiet_portal):
    """SECOND STREET BUILDERS there, without a browser, signed in."""
    return second_client(quiet_portal)


@pytest.fixture
def new_walk(browser, eyes):
    """Makes visitors."""
    walks = []

    def make(portal):
        walks.append(Walk(browser, portal, eyes))
        return walks[-1]

    yield make
    for walk in walks:
        walk.close()


@pytest.fixture
def walk(new_walk, portal):
    return new_walk(portal)


@pytest.fixture
def rich(portal, signed_in):
    """RICH CONTRACTOR without a browser, signed in, with every fee still to pay."""
    return Client(portal, signed_in[1]["rich"])


@pytest.fixture
def second(portal, signed_in):
    """SECOND STREET BUILDERS without a browser, signed in."""
    return Client(portal, signed_in[1]["second"])


@pytest.fixture
def clerk(portal, signed_in):
    """The clerk without a browser, signed in."""
    return Client(portal, signed_in[1]["clerk"])
