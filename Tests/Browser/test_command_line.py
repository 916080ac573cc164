"""The program at a command line: what it says, its exit codes, and records that outlast it."""

import csv
import io
import json
import re
import shutil
import socket
import time

import pytest

import kootenai
from client import Client
from portal import AGENCY, PATIENCE, ROOT, Portal, run, tree

DONE, USAGE, BAD_DATA, INPUT_OUTPUT, CONFIGURATION = 0, 64, 65, 74, 78
CSV = """\
PermitNum,StatusCurrent,AppliedDate,Description,OriginalAddress1,ContractorCompanyName
B20-0001,Issued,2020-01-02,"BARN, ""RED"" ONE",1 GRAVEL PIT RD,ACME BARNS
B20-0002,Issued,2020-02-30,A DAY THAT NEVER WAS,2 GRAVEL PIT RD,ACME BARNS
B20-0003,Sleeping,2020-01-03,GREENHOUSE,3 GRAVEL PIT RD,
,Issued,2020-01-04,NO NUMBER,4 GRAVEL PIT RD,ACME BARNS
"""


def serve(data, *words, agency=AGENCY, cwd=ROOT):
    """A start that is expected to end by itself."""
    return run("serve", "--agency", agency, "--data", data, "--port", "0", *words, cwd=cwd)


def assert_ended(ended, code, *words):
    assert ended.returncode == code, ended.stdout + ended.stderr
    for word in words:
        assert str(word) in ended.stderr, ended.stderr
    assert "Fatal error" not in ended.stderr


def changed_agency(folder, change):
    """The agency's file with one thing changed."""
    agency = json.loads(AGENCY.read_text())
    change(agency)
    file = folder / "kootenai.json"
    file.write_text(json.dumps(agency))
    return file


def set_key(key, value):
    return lambda agency: agency.update({key: value})


BROKEN = {
    "an unknown key": (set_key("colour", "blue"), "colour: this key is not known here"),
    "an unknown key inside": (
        lambda agency: agency["signIn"]["password"].update(length=8),
        "signIn.password.length: this key is not known here",
    ),
    "a missing key": (
        lambda agency: agency["office"].pop("telephone"),
        "office.telephone: this key is missing",
    ),
    "a slot that ends before it begins": (
        lambda agency: agency["inspections"]["slots"][1].update(ends="11:00"),
        "inspections.slots[1].ends: the slot ends at",
    ),
    "a minimum above a maximum": (
        lambda agency: agency["signIn"]["password"].update(minimum=26),
        "signIn.password",
    ),
    "text where a number belongs": (
        lambda agency: agency["permits"].update(validDays="long"),
        "permits.validDays: a whole",
    ),
    "a time zone that is none": (set_key("timeZone", "Mars/Olympus"), "timeZone: "),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_agency_file_stops_the_start_with_file_path_and_reason(tmp_path, broken):
    change, words = BROKEN[broken]
    file = changed_agency(tmp_path, change)
    assert_ended(serve(tmp_path / "data", agency=file), CONFIGURATION, f"{file}: {words}")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "Two"}{}', '{"name": 1, "name": 2}'])
def test_an_agency_file_that_is_no_json_object_stops_the_start(tmp_path, text):
    file = tmp_path / "kootenai.json"
    file.write_text(text)
    assert_ended(serve(tmp_path / "data", agency=file), CONFIGURATION, file)


def test_an_agency_file_that_is_not_there_is_named(tmp_path):
    file = tmp_path / "nowhere.json"
    ended = serve(tmp_path / "data", agency=file)
    assert ended.returncode in (INPUT_OUTPUT, CONFIGURATION)
    assert str(file) in ended.stderr


def test_a_broken_template_stops_the_start_with_its_name_and_line(tmp_path, data):
    folder = tree(tmp_path)
    template = folder / "Templates" / "Cart" / "Cart.mustache"
    lines = template.read_text().splitlines()
    lines[6] = "{{#isEmpty"
    template.write_text("\n".join(lines))
    assert_ended(serve(data, cwd=folder), CONFIGURATION, "Cart/Cart:7:")


def test_a_template_broken_while_serving_is_told_and_the_last_good_one_goes_on(tmp_path, data):
    folder = tree(tmp_path)
    template = folder / "Templates" / "Home" / "Contact.mustache"
    sound = template.read_text()
    with Portal(data, demo=False, cwd=folder) as portal:
        client = Client(portal)
        template.write_text("{{#open}}\n" + sound)
        # Templates are looked at once a second at most.
        asked_until(client, "/contact", lambda page: "Home/Contact:" in portal.complaints())
        assert "{{/open}} for the {{#open}} of line 1" in portal.complaints()
        assert "Contact us" in client.get("/contact").text
        template.write_text(sound.replace("Contact us", "Talk to us"))
        asked_until(client, "/contact", lambda page: "Talk to us" in page.text)


def asked_until(client, path, is_seen):
    end = time.monotonic() + PATIENCE
    while not is_seen(page := client.get(path)):
        assert page.status == 200, page.text
        assert time.monotonic() < end, f"{path} stays as it was"


def test_a_folder_without_templates_is_told(tmp_path, data):
    (tmp_path / "elsewhere").mkdir()
    assert_ended(serve(data, cwd=tmp_path / "elsewhere"), CONFIGURATION, "Templates")


def test_a_port_in_use_is_told(data):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        ended = run("serve", "--agency", AGENCY, "--data", data, "--port", port)
    assert_ended(ended, INPUT_OUTPUT, f"Port {port} on 127.0.0.1 is already in use")


def test_a_data_folder_that_cannot_be_made_or_written_is_told(tmp_path):
    missing = tmp_path / "no" / "such" / "place"
    assert_ended(serve(missing), INPUT_OUTPUT, f"the data folder {missing} cannot be made")
    file = tmp_path / "file"
    file.write_text("not a folder")
    assert_ended(serve(file), INPUT_OUTPUT, f"the data folder {file} cannot be written")
    assert_ended(serve(file / "below"), INPUT_OUTPUT, "cannot be made")
    assert file.read_text() == "not a folder"


def test_records_that_are_no_database_are_told_and_left_alone(tmp_path):
    records = tmp_path / "data" / "permits.db"
    records.parent.mkdir()
    records.write_text("these are no records " * 100)
    ended = serve(records.parent)
    assert ended.returncode in (BAD_DATA, INPUT_OUTPUT), ended.stderr
    assert "permit-portal serve: " in ended.stderr
    assert records.read_text().startswith("these are no records")


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["serve"],
        ["serve", "--agency"],
        ["serve", "--agency", AGENCY, "--port", "x"],
        ["serve", "--agency", AGENCY, "--port", "70000"],
        ["serve", "--agency", AGENCY, "--loud"],
        ["serve", "--agency", AGENCY, "--agency", AGENCY],
        ["import"],
        ["import", "dogs", "x.csv"],
        ["export", "dogs"],
        ["staff", "add", "a@example.com", "--name", "A", "--role", "king"],
        ["render"],
        ["routes", "please"],
        ["pin"],
    ],
)
def test_wrong_words_are_answered_with_how_it_is_used(tmp_path, words):
    assert_ended(run(*words, cwd=tmp_path), USAGE, "permit-portal", "usage: permit-portal ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "word",
    [
        "serve",
        "demo",
        "import",
        "export",
        "staff",
        "pin",
        "check",
        "backup",
        "render",
        "routes",
    ],
)
def test_every_subcommand_tells_how_it_is_used(word):
    told = run(word, "--help")
    assert told.returncode == DONE
    assert told.stdout.startswith(f"usage: permit-portal {word}")
    assert word in run("--help").stdout


def test_a_second_program_on_the_same_records_says_that_they_are_in_use(portal, data):
    in_use = f"the data folder {data} is in use"
    assert_ended(serve(data), INPUT_OUTPUT, in_use)
    assert_ended(run("pin", "AEC0119", "--data", data), INPUT_OUTPUT, in_use)
    assert Client(portal).get("/healthz").status == 200


def test_records_outlast_a_clean_end(data, signed_in):
    with Portal(data, demo=False) as first:
        rich = Client(first, signed_in[1]["rich"])
        receipt = kootenai.pay(rich, "RES17-0163")
        words = rich.get(receipt).text
        assert first.stop() == DONE
    assert not any(line.startswith("Fatal") for line in first.complaints().splitlines())
    with Portal(data, demo=False) as second:
        rich = Client(second, rich.cookies)
        assert rich.get(receipt).text == words
        assert kootenai.due(rich, "RES17-0163") == "$0.00"
    assert run("check", "--agency", AGENCY, "--data", data).returncode == DONE


def test_a_paid_receipt_outlasts_a_sudden_end(data, signed_in):
    first = Portal(data, demo=False)
    rich = Client(first, signed_in[1]["rich"])
    receipt = kootenai.pay(rich, "RES17-0163")
    first.kill()
    with Portal(data, demo=False) as second:
        rich = Client(second, rich.cookies)
        assert "$36.05" in rich.get(receipt).text
        assert len(kootenai.receipts(rich)) == 1
        assert kootenai.due(rich, "RES17-0163") == "$0.00"
    checked = run("check", "--agency", AGENCY, "--data", data)
    assert (checked.returncode, "records: sound" in checked.stdout) == (DONE, True)


def test_a_portal_told_to_end_as_soon_as_it_serves_ends_cleanly(data):
    for _ in range(5):
        assert Portal(data, demo=False).stop() == DONE


def test_demo_records_are_filed_in_a_new_folder_only(tmp_path, demo_records):
    again = run("demo", "--agency", AGENCY, "--data", demo_records)
    assert_ended(again, BAD_DATA, demo_records, "holds records already")
    copy = shutil.copytree(demo_records, tmp_path / "data")
    with Portal(copy, demo=True) as portal:
        assert any("RICH CONTRACTOR  password 440119" in line for line in portal.lines)
        assert Client(portal).get("/healthz").status == 200


def test_each_request_leaves_a_line_without_secrets(data, signed_in):
    with Portal(data, demo=False) as portal:
        rich = Client(portal, signed_in[1]["rich"])
        rich.get("/dashboard")
        kootenai.pay(rich, "RES17-0163")
    log = "\n".join(portal.lines)
    assert "/dashboard" in log and "/checkout" in log
    for secret in (rich.cookies["session"], kootenai.CARD.replace(" ", ""), "4242 4242"):
        assert secret not in log


def test_a_new_pin_replaces_the_old_one_and_any_password(data):
    issued = run("pin", "AEC0119", "--data", data)
    pin = re.fullmatch(r"The PIN of RICH CONTRACTOR is (\d{6})\..*\n", issued.stdout)[1]
    with Portal(data, demo=False) as portal:
        client = Client(portal)
        home = {"csrf": client.get("/").hidden("csrf"), "company": kootenai.RICH}
        assert client.post("/login", home | {"password": kootenai.PASSWORD}).status == 422
        assert client.post("/login", home | {"password": pin}).location == "/first-login"
    assert_ended(run("pin", "NOBODY", "--data", data), BAD_DATA, "NOBODY")


def import_permits(file, data, stdin=""):
    return run(
        "import", "permits", file, "--agency", AGENCY, "--data", data, stdin=stdin, cwd=data.parent
    )


def test_an_imported_file_is_taken_once_with_bad_rows_set_aside(data, tmp_path):
    file = tmp_path / "permits.csv"
    file.write_bytes(b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode())
    first = import_permits(file, data)
    assert first.returncode == DONE, first.stderr
    assert "4 rows read: 2 new, 0 updated, 0 unchanged, 2 rejected" in first.stdout
    assert re.search(r"1 +Sleeping", first.stdout)
    rejects = io.StringIO((tmp_path / "permits.csv.rejects.csv").read_text())
    reasons = [(row["Line"], row["PermitNum"], row["Reason"]) for row in csv.DictReader(rejects)]
    assert reasons == [
        ("3", "B20-0002", "AppliedDate is not a date"),
        ("5", "", "the permit number is missing"),
    ]
    again = import_permits(file, data)
    assert "4 rows read: 0 new, 0 updated, 2 unchanged, 2 rejected" in again.stdout
    changed = import_permits("-", data, CSV.replace("GREENHOUSE", "GLASSHOUSE"))
    assert "4 rows read: 0 new, 1 updated, 1 unchanged, 2 rejected" in changed.stdout


def test_an_imported_permit_is_exported_as_it_came(data, tmp_path):
    import_permits("-", data, CSV)
    exported = run("export", "permits", "--data", data)
    assert exported.returncode == DONE, exported.stderr
    rows = {row["PermitNum"]: row for row in csv.DictReader(io.StringIO(exported.stdout))}
    for wanted in csv.DictReader(io.StringIO(CSV)):
        if wanted["PermitNum"] in ("B20-0001", "B20-0003"):
            assert wanted.items() <= rows[wanted["PermitNum"]].items()
    assert "B20-0002" not in rows and "RES16-0688" in rows
    file = tmp_path / "again.csv"
    assert run("export", "permits", file, "--data", data).returncode == DONE
    assert file.read_text() == exported.stdout
    # The demo's own records were never imported: the first time they are taken as changed.
    assert "16 rows read: 0 new" in import_permits(file, data).stdout
    assert "0 new, 0 updated, 16 unchanged, 0 rejected" in import_permits(file, data).stdout


def test_search_finds_an_imported_permit_by_number_address_contractor_and_word(data):
    import_permits("-", data, CSV)
    with Portal(data, demo=False) as portal:
        client = Client(portal)
        for value in ("B20-0001", "1 gravel", "acme", "barn", "red"):
            page = client.get("/permits?value=" + value.replace(" ", "+"))
            assert "B20-0001" in page.text, value
            assert "B20-0003" not in page.text, value
        both = client.get("/permits?by=address&value=gravel").text
        assert "2 total record(s)" in both
        odd = client.get("/permits/B20-0003").text
        assert "Sleeping" in odd
        table = client.get("/permits.csv?value=gravel").html
        numbers = [row["PermitNum"] for row in csv.DictReader(io.StringIO(table))]
        assert sorted(numbers) == ["B20-0001", "B20-0003"]


def test_a_file_without_numbers_is_refused_as_a_whole(data):
    refused = import_permits("-", data, "Colour,Size\nred,1\n")
    assert_ended(refused, BAD_DATA, "PermitNum", "Colour, Size")
    assert_ended(import_permits("nowhere.csv", data), INPUT_OUTPUT, "nowhere.csv")


def test_a_backup_is_made_while_the_portal_serves_and_holds_the_same(portal, rich, data, tmp_path):
    receipt = kootenai.pay(rich, "RES17-0163")
    copy = tmp_path / "copy" / "permits.db"
    copy.parent.mkdir()
    made = run("backup", copy, "--data", data)
    assert made.returncode == DONE, made.stderr
    assert_ended(run("backup", copy, "--data", data), INPUT_OUTPUT, "exists already")
    with Portal(copy.parent, demo=False) as other:
        assert "$36.05" in Client(other, rich.cookies).get(receipt).text


def test_routes_lists_every_address_with_its_handler():
    lines = [line.split() for line in run("routes").stdout.splitlines()]
    assert all(len(line) == 3 and line[0] in ("GET", "POST") for line in lines)
    assert ["GET", "/dashboard", "DashboardRoutes.show"] in lines
    assert ["POST", "/checkout", "CheckoutRoutes.create"] in lines
    assert len({tuple(line[:2]) for line in lines}) == len(lines)


def test_render_makes_a_page_of_what_comes_by_standard_input(tmp_path):
    (tmp_path / "Parts").mkdir()
    (tmp_path / "Parts" / "Item.mustache").write_text("* {{.}}\n")
    page = tmp_path / "page.mustache"
    page.write_text("{{title}}\n{{#items}}\n  {{>Parts/Item}}\n{{/items}}\n{{{raw}}}{{none}}|\n")
    words = json.dumps({"title": "A & B", "items": ["x", 2, 1.5], "raw": "<b>"})
    made = run("render", page, "--partials", tmp_path, stdin=words)
    assert made.returncode == DONE, made.stderr
    assert made.stdout == "A &amp; B\n  * x\n  * 2\n  * 1.5\n<b>|\n"


def test_render_tells_what_is_wrong_with_a_template_or_its_data(tmp_path):
    page = tmp_path / "page.mustache"
    page.write_text("fine\n{{#open}}\n")
    assert_ended(run("render", page, stdin="{}"), BAD_DATA, f"{page}:")
    page.write_text("fine")
    assert_ended(run("render", page, stdin="{nonsense"), BAD_DATA, "not JSON")
    assert_ended(run("render", tmp_path / "none", stdin="{}"), INPUT_OUTPUT, "cannot be read")
