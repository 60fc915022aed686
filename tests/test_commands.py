"""main.py as a user meets it: real processes, real files, exit codes and sentences."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from jobs.certificates.entitlement import allow
from jobs.desk.registering import register, walk_in
from models import checks, opening
from models.people.proposals import confirmed
from models.records import Programme, Rule, Session, Training
from tests.conftest import LISTS, ROOT, SAMPLE

KILLS = 200


def sijil(*arguments: object, register: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    options = ["--register", str(register)] if register else []
    return subprocess.run(
        [sys.executable, "main.py", *options, *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
        env=os.environ | env,
    )  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo with space")
    (folder / "mine.txt").write_text("stays")
    for _ in range(2):  # a second run over the first
        found = sijil("demo", folder)
        assert found.returncode == 0, found.stderr
    assert "37 rows" in found.stdout
    return folder


def test_the_demo_does_the_whole_main_job(demo: Path):
    summary = json.loads((demo / "summary.json").read_text(encoding="utf-8"))
    assert summary == {
        "rows": 37, "people": 35, "officials": 29, "ngo_staff": 6, "women": 17, "men": 18,
        "institutions": 10, "nominated_twice": 2, "certificates": 33,
    }  # fmt: skip
    names = {path.name for path in demo.iterdir()}
    expected = {"certificates.pdf", "attendance-sheet.pdf", "participants.xlsx", "participants.csv", "training.json"}
    assert names >= expected | {"register", "mine.txt"}
    assert (demo / "participants.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(pypdfium2.PdfDocument(demo / "certificates.pdf")) == 33


def test_show_prints_everybody(demo: Path):
    (training,) = json.loads(sijil("trainings", "--json", register=demo / "register").stdout)
    assert (training["code"], training["start"], training["end"]) == ("ERB-2015-09", "2015-09-13", "2015-09-16")
    shown = json.loads(sijil("show", training["id"], "--json", register=demo / "register" / "register.db").stdout)
    people = [one for one in shown["participants"] if one["role"] == "participant"]
    assert len(people) == 35
    assert len(shown["sessions"]) == 8
    attended = sorted(one["sessions_attended"] for one in people)
    assert attended[:2] == [5, 5]
    assert attended[2] >= 6
    assert [one["certificate"] for one in people].count(None) == 2
    assert all(one["names_confirmed"] for one in people)
    written = sijil("show", training["id"], register=demo / "register").stdout.splitlines()
    assert written[1] == "At least 6 of 8 sessions. Leave does not count."


def test_by_a_rule_of_a_newer_version_only_exceptions_get_a_certificate(tmp_path: Path):
    with opening.create(tmp_path / "r")[0] as store:
        with store.step() as step:
            step.add(Programme(id="p", rules=(Rule("portfolio", 3),)))
            step.add(Training(id="t", programme_id="p", code="T-1"), Session(id="s", training_id="t"))
        enrolments = [register(store, confirmed(walk_in(name)), "t", "s") for name in ("Karwan Ahmed", "Sara Azad")]
    found = sijil("certificates", "T-1", "-o", tmp_path / "none.pdf", register=tmp_path / "r")
    assert found.returncode == 1
    assert "nobody earns a certificate by it" in found.stderr
    with opening.open_register(tmp_path / "r") as store:
        allow(store, enrolments[0].id, "Maryam", "ill")
    found = sijil("certificates", "T-1", "-o", tmp_path / "one.pdf", register=tmp_path / "r")
    assert "1 certificate in" in found.stdout
    assert len(pypdfium2.PdfDocument(tmp_path / "one.pdf")) == 1


def test_the_whole_job_by_single_commands(tmp_path: Path):
    register = tmp_path / "r"
    secret = {"SIJIL_PASSPHRASE": "eight or more"}
    found = sijil("init", register=register, **secret)
    assert found.returncode == 0
    code = found.stdout.strip().splitlines()[-1].split()[-1]
    assert sijil("training", "add", SAMPLE / "training.json", register=register, **secret).returncode == 0
    for name in LISTS:
        command = ("import", SAMPLE / name, "--training", "erb-2015-09", "--json")
        report = json.loads(sijil(*command, register=register, **secret).stdout)
        assert set(report) == {
            "rows",
            "people_new",
            "people_known",
            "proposals",
            "skipped_rows",
            "unclear_cells",
            "cleaned_rows",
            "columns",
        }
    waiting = json.loads(sijil("proposals", "--json", register=register, **secret).stdout)
    assert len(waiting) == 21
    assert sijil("proposals", "accept", waiting[0]["id"], register=register, **secret).returncode == 0
    assert sijil("proposals", "accept", "all", register=register, **secret).returncode == 0
    assert json.loads(sijil("proposals", "--json", register=register, **secret).stdout) == []
    for language in ("en", "ar", "ckb"):
        output = tmp_path / f"{language}.pdf"
        command = ("sheet", "ERB-2015-09", "-o", output, "--language", language)
        assert sijil(*command, register=register, **secret).returncode == 0
        assert output.read_bytes().startswith(b"%PDF")
    assert sijil("export", "ERB-2015-09", "-o", tmp_path / "x.json", register=register, **secret).returncode == 0
    assert sijil("backup", tmp_path / "stick", register=register, **secret).returncode == 0
    (made,) = (tmp_path / "stick").iterdir()
    fresh = tmp_path / "fresh"
    assert sijil("restore", made, register=fresh, SIJIL_PASSPHRASE=code).returncode == 0
    assert sijil("check", register=fresh, SIJIL_PASSPHRASE=code).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trainings",), "no training records"),
        (("restore", "README.md"), "not a backup"),
        (("--language", "ar", "trainings"), "لا يوجد سجل تدريبات"),
        (("--language", "ckb", "trainings"), "تۆماری ڕاهێنانەکان"),
        (("init",), "open only with their passphrase"),
    ],
)
def test_errors_are_one_sentence_and_exit_1(tmp_path: Path, arguments: tuple[str, ...], words: str):
    found = sijil(*arguments, register=tmp_path / "nowhere")
    assert found.returncode == 1
    assert words in found.stderr
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "nowhere").exists()


def test_errors_of_a_training(demo: Path, tmp_path: Path):
    register = demo / "register"
    bad = tmp_path / "bad.json"
    bad.write_text('{"training": {"code": "X", "start": "13.9.2015"}}')
    for arguments, words in (
        (("show", "nothing"), "no training called"),
        (("training", "add", bad), "training.start"),
        (("training", "add", tmp_path / "none.json"), "cannot be read"),
        (("export", "ERB-2015-09", "-o", tmp_path / "x.doc"), ".doc"),
        (("proposals", "accept", "nothing"), "waits"),
        (("import", "README.md", "--training", "ERB-2015-09"), "headings"),
        (("sheet", "ERB-2015-09", "-o", "/proc/none/x.pdf"), "cannot be written"),
    ):
        found = sijil(*arguments, register=register)
        assert (found.returncode, words in found.stderr) == (1, True), (arguments, found.stderr)
    assert json.loads(sijil("trainings", "--json", register=register).stdout)[0]["code"] == "ERB-2015-09"


def test_certificates_are_listed_checked_and_revoked(demo: Path, tmp_path: Path):
    register = tmp_path / "register"
    shutil.copytree(demo / "register", register)
    found = sijil("verify", demo / "certificates.pdf", "--json", register=register)
    assert found.returncode == 0, found.stderr
    checked = json.loads(found.stdout)
    assert [one["validity"] for one in checked] == ["valid"] * 33
    number = checked[0]["claims"]["number"]
    for command in (
        (
            "certificates",
            "ERB-2015-09",
            "-o",
            tmp_path / "each",
            "--each",
            "--design",
            "trilingual",
            "--paper",
            "Letter",
        ),
        ("certificate-list", "ERB-2015-09", "-o", tmp_path / "register.pdf", "--language", "ckb"),
        ("certificate-list", "ERB-2015-09", "-o", tmp_path / "register.xlsx"),
        ("certificate-list", "ERB-2015-09", "-o", tmp_path / "collection.pdf", "--collection", "--language", "ar"),
        ("keys", "public", "-o", tmp_path / "keys.json"),
        ("revoke", number, "--reason", "lost"),
        ("keys", "revoked", "-o", tmp_path / "revoked.txt"),
        ("keys", "page", "-o", tmp_path / "check.html"),
    ):
        found = sijil(*command, register=register)
        assert found.returncode == 0, (command, found.stderr)
    assert len(list((tmp_path / "each").glob("*.pdf"))) == 33
    picture = tmp_path / "photo.jpg"
    document = pypdfium2.PdfDocument(demo / "certificates.pdf")
    document[0].render(scale=3).to_pil().rotate(4, expand=True, fillcolor="white").save(picture)
    stranger = ("--keys", tmp_path / "keys.json", "--revoked", tmp_path / "revoked.txt")
    found = sijil("--language", "ar", "verify", picture, *stranger, register=tmp_path / "none")
    assert (found.returncode, "لم تعد صالحة" in found.stdout) == (1, True), found.stderr
    found = sijil("verify", "README.md", *stranger, register=tmp_path / "none")
    assert (found.returncode, "no readable code" in found.stderr) == (1, True)


def test_the_signing_key_moves_under_a_passphrase(demo: Path, tmp_path: Path):
    register = tmp_path / "register"
    shutil.copytree(demo / "register", register)
    key, secret = tmp_path / "key.json", {"SIJIL_KEY_PASSPHRASE": "eight or more"}
    assert sijil("keys", "export", "-o", key, register=register).returncode == 1
    assert sijil("keys", "export", "-o", key, register=register, **secret).returncode == 0
    assert sijil("keys", "import", key, register=register, **secret).returncode == 0
    wrong = sijil("keys", "import", key, register=register, SIJIL_KEY_PASSPHRASE="something else")
    assert wrong.returncode == 1


def test_a_key_is_listed_withdrawn_and_trusted_again_by_its_fingerprint(demo: Path, tmp_path: Path):
    register = tmp_path / "register"
    shutil.copytree(demo / "register", register)
    (key,) = json.loads(sijil("keys", "list", "--json", register=register).stdout)
    assert (key["standing"], len(key["fingerprint"].split())) == ("trusted", 8)
    assert sijil("keys", "withdraw", key["fingerprint"], "--reason", "lost", register=register).returncode == 0
    assert "Withdrawn" in sijil("keys", "list", register=register).stdout
    assert sijil("keys", "trust", key["fingerprint"].replace(" ", ""), register=register).returncode == 0
    (key,) = json.loads(sijil("keys", "list", "--json", register=register).stdout)
    assert key["standing"] == "trusted"
    wrong = sijil("keys", "trust", "0000 0000", register=register)
    assert (wrong.returncode, "0000 0000" in wrong.stderr) == (1, True)


def test_wrong_use_is_exit_2_and_the_version_is_told():
    assert sijil("nonsense").returncode == 2
    assert sijil("import").returncode == 2
    assert "Sijil" in sijil("--version").stdout


def test_without_a_screen_one_sentence_says_so():
    found = sijil(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (found.returncode, found.stderr.count("\n")) == (1, 1)
    assert "no screen" in found.stderr


def invented_names(chance: random.Random, count: int) -> list[str]:
    """Different from each other, without digits."""
    return [" ".join("".join(chance.choices("abdhklmnrst", k=7)).title() for _ in range(3)) for _ in range(count)]


def test_no_acknowledged_registration_is_lost_by_kill_9(tmp_path: Path):
    """The real program is fed names through a pipe and killed at some acknowledgement; 200 times."""
    register = tmp_path / "r"
    with opening.create(register)[0] as store, store.step() as step:
        for number in range(KILLS):
            step.add(Training(id=f"t{number}", code=f"T{number}"), Session(id=f"s{number}", training_id=f"t{number}"))
    acknowledged: list[str] = []
    chance = random.Random(11)
    for number in range(KILLS):
        command = [
            sys.executable,
            "main.py",
            "--register",
            register,
            "register",
            f"T{number}",
            "--session",
            f"s{number}",
        ]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert process.stdin
        assert process.stdout
        process.stdin.write("\n".join(invented_names(chance, 40)) + "\n")
        process.stdin.flush()
        for _ in range(chance.randint(1, 25)):
            line = process.stdout.readline()
            assert line.startswith("new\t")
            acknowledged.append(line)
        process.send_signal(signal.SIGKILL)
        acknowledged += [line for line in process.stdout if line.endswith("\n")]
        process.stdout.close()
        process.stdin.close()
        process.wait()
    with opening.open_register(register) as store:
        names = {one.name_latin for one in store.participants.all()}
        assert names >= {line.split("\t")[1].strip() for line in acknowledged}
        assert len(acknowledged) >= KILLS
        assert store.enrolments.count() == store.marks.count() == store.participants.count()
        assert [one for one in checks.check(store) if not one.kind.is_advice] == []


def test_names_on_standard_input_are_registered(tmp_path: Path, demo: Path):
    register = tmp_path / "register"
    shutil.copytree(demo / "register", register)
    lines = "Rebin Mohammed Mahmoud\n\nZozan Nawzad Ali\nلیلى سامان حسن\n"
    found = subprocess.run(
        [sys.executable, "main.py", "--register", register, "register", "ERB-2015-09"],
        cwd=ROOT, input=lines, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert [line.split("\t")[0] for line in found.stdout.splitlines()] == ["here", "new", "here"]


def test_every_command_of_the_door_is_there_and_needs_no_window():
    import main

    for name in main.COMMANDS:
        command = main.cli.get_command(None, name)
        assert command is not None, name
        assert command.name == name
        assert command.help, name
    assert main.cli.get_command(None, "nothing") is None
    for path in (ROOT / "ui" / "commands").glob("*.py"):
        assert "PySide6" not in path.read_text(encoding="utf-8"), path


def test_a_command_warns_when_the_date_of_the_computer_lies_before_the_last_change(tmp_path: Path):
    day_after_tomorrow = datetime.now(UTC) + timedelta(days=2)
    made, _ = opening.create(tmp_path / "register", wall=lambda: day_after_tomorrow)
    with made, made.step() as step:
        step.add(Training(id="t", code="T-1"))
    found = sijil("trainings", register=tmp_path / "register")
    assert (found.returncode, found.stdout[:3]) == (0, "T-1")
    assert "Please put the computer's date right" in found.stderr
