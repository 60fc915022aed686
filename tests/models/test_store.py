"""The register: saved is saved, locked is locked, undone is undone, and a backup brings everything back."""

import json
import shutil
from pathlib import Path

import pytest

from models import checks, errors, opening
from models.history.changes import header_of, is_genuine
from models.paper import PaperSize
from models.records import AttendanceMark, Enrolment, Institution, Participant, Training, Worker
from models.records.codes import MarkState, Sex
from models.records.decisions import following_id
from models.records.devices import desk_letters
from models.records.enrolments import enrolment_id
from models.storage import cipher, schema, vault
from models.storage.folder import exists
from models.texts import Text

SECRET = "eight or more"


def person(name: str = "Karwan Ahmed Omar", **values: object) -> Participant:
    return Participant(id=f"id-{name}", name_latin=name, **values)


def test_only_what_differs_is_written(store):
    with store.step() as step:
        step.add(person())
    with store.step() as step:
        step.add(person(phone="+9647501234567"))
        step.add(person(phone="+9647501234567"))
    assert [dict(change.sets) for change in store.history(person().id)][1:] == [{"phone": "+9647501234567"}]


def test_a_step_writes_the_fields_it_means_and_no_others(store):
    with store.step() as step:
        step.add(person(phone="+9647501234567", sex=Sex.FEMALE))
    with store.step() as step:
        step.change(Participant, person().id, {"title": "Dr", "sex": Sex.FEMALE})
        step.change(Training, "t1", {"title": Text(en="Reform", ar="الإصلاح"), "hours": 0})
    first, second = store.history(person().id)
    assert dict(first.sets) == {"name_latin": person().name_latin, "phone": "+9647501234567", "sex": "F"}
    assert dict(second.sets) == {"title": "Dr"}
    (texts,) = store.history("t1")
    assert dict(texts.sets) == {"title_en": "Reform", "title_ar": "الإصلاح"}


def test_what_is_added_again_says_its_own_fields_only_and_is_back(store):
    with store.step() as step:
        step.add(person(title="Dr"))
        step.change(Participant, person().id, {"title": "Prof", "removed": True})
    with store.step() as step:
        step.add(person(phone="1"))
    found = store.participants.get(person().id)
    assert (found.title, found.phone, found.removed) == ("Prof", "1", False)


@pytest.mark.parametrize(
    "values",
    [{"removed": None}, {"sex": "no such"}, {"title": 5}, {"name_language": "xx"}, {"birth_year": "1980"}],
)
def test_a_value_that_a_field_cannot_have_is_refused(store, values):
    with pytest.raises(TypeError), store.step() as step:
        step.change(Participant, person().id, values)
    assert store.history(person().id) == []


def test_a_failing_step_leaves_nothing(store):
    def fail() -> None:
        with store.step() as step:
            step.add(person())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.participants.count() == 0
    assert store.people.find("karwan") == []


def test_undo_restores_and_refuses_what_somebody_overrode(store):
    with store.step("edit") as step:
        step.add(person())
    with store.step("edit") as step:
        step.add(person(phone="1"))
    assert store.undo() == "edit"
    assert store.participants.get(person().id).phone == ""
    assert store.undo() == "edit"
    assert store.participants.count() == 0
    with pytest.raises(errors.NothingToUndo):
        store.undo()


def test_undo_reaches_what_a_second_connection_did(store):
    with store.another() as other, other.step("import") as step:
        step.add(person())
    assert store.undoable.action == "import"
    assert store.undo() == "import"
    assert store.participants.count() == 0


def test_undo_refuses_to_override_a_later_change(store, tmp_path):
    with store.step("edit") as step:
        step.add(person(phone="1"))
    elsewhere, _ = opening.create(tmp_path / "elsewhere")
    with elsewhere:
        elsewhere.receive(store.changes())
        with elsewhere.step("edit") as step:
            step.add(person(phone="2"))
        store.receive(elsewhere.changes())
    with pytest.raises(errors.OverriddenSince):
        store.undo()
    assert store.participants.get(person().id).phone == "2"


def test_search_finds_by_prefix_across_scripts_and_digits(store):
    with store.step() as step:
        institution = Institution(id="i", name=Text(en="Ministry of Health", ar="وزارة الصحة"))
        enrolment = Enrolment(id=enrolment_id("p", "t"), participant_id="p", training_id="t", institution_id="i")
        step.add(
            institution, Participant(id="p", name_arabic="كاروان أحمد", phone="+9647501234567", email="k@example.org")
        )
        step.add(enrolment)
    for typed in (
        "كارو",
        "احم",
        "karwan",
        "0750 123",
        "٠٧٥٠",
        "+964 750 1234567",
        "minis",
        "الصح",
        "k@exam",
        "كاروان 0750",
    ):
        assert [found.id for found in store.people.find(typed)] == ["p"], typed
    for typed in ("", "sherzad", "0751", "%", '"', "karwan 0751"):
        assert store.people.find(typed) == [], typed
    with store.step() as step:
        step.change(Institution, institution.id, {"name": Text(en="Ministry of Planning")})
    assert store.people.find("plann")
    assert not store.people.find("health")


def test_a_register_is_encrypted_and_opens_by_either_secret(tmp_path: Path):
    opened, code = opening.create(tmp_path / "r", SECRET)
    with opened, opened.step() as step:
        step.add(person("Marker Of Plain Text"))
    for file in (tmp_path / "r").rglob("*"):
        assert not file.is_file() or b"Marker" not in file.read_bytes(), file
    for secret in (SECRET, code, code.lower().replace("-", " ")):
        with opening.open_register(tmp_path / "r", secret) as opened:
            assert opened.participants.count() == 1
    with pytest.raises(errors.WrongPassphrase):
        opening.open_register(tmp_path / "r", "something else")
    with pytest.raises(errors.PassphraseNeeded):
        opening.open_register(tmp_path / "r")


def test_a_wrong_key_says_nothing_behind_our_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd):
    """SQLCipher logs to stderr, or to a file in the current folder, unless told not to."""
    opening.create(tmp_path / "r")[0].close()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(errors.RegisterDamaged):
        cipher.connect(tmp_path / "r" / "register.db", vault.new_key())
    assert list((tmp_path / "here").iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_passphrase_can_be_set_later(store):
    with pytest.raises(errors.PassphraseTooShort):
        store.safekeeping.set_passphrase("short")
    assert not store.safekeeping.has_passphrase
    code = store.safekeeping.set_passphrase(SECRET)
    assert store.safekeeping.has_passphrase
    store.close()
    for secret in (SECRET, code):
        opening.open_register(store.folder, secret).close()


def test_a_weakened_vault_is_refused(tmp_path: Path):
    opening.create(tmp_path / "r", SECRET)[0].close()
    path = tmp_path / "r" / "vault.json"
    data = json.loads(path.read_text())
    data["slots"][0]["memory_kib"] = 64
    path.write_text(json.dumps(data))
    with pytest.raises(errors.WeakVault):
        opening.open_register(tmp_path / "r", SECRET)


def test_every_mistyped_recovery_code_is_noticed():
    """Any one character, any two neighbours within a group, any two groups."""
    code = vault.new_recovery_code()
    assert vault.read_recovery_code(code)
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    wrong = {code[:place] + other + code[place + 1 :] for place in range(len(code)) for other in letters}
    wrong |= {
        code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(len(code) - 1) if "-" not in code[n : n + 2]
    }
    groups = code.split("-")
    wrong |= {"-".join([*groups[:n], groups[n + 1], groups[n], *groups[n + 2 :]]) for n in range(len(groups) - 1)}
    assert [one for one in wrong - {code} if one.count("-") == 7 and vault.read_recovery_code(one)] == []


def test_opening_what_cannot_be_opened_gives_one_clear_error_each(tmp_path: Path, store):
    with pytest.raises(errors.RegisterLocked) as found:
        opening.open_register(store.folder)
    assert found.value.values["holder"] != "?"
    with pytest.raises(errors.NotARegister):
        opening.open_register(tmp_path / "nowhere")
    with pytest.raises(errors.RegisterExists):
        opening.create(store.folder)
    with pytest.raises(errors.PassphraseTooShort):
        opening.create(tmp_path / "short", "1234567")
    assert not exists(tmp_path / "short")


def test_after_an_upgrade_what_a_newer_laptop_had_sent_is_shown(tmp_path: Path):
    """An older program kept the design of a training without knowing it; its table had the usual value."""
    opened, _ = opening.create(tmp_path / "register")
    with opened.step() as step:
        step.add(Training(id="t1", design="modern", paper=PaperSize.LETTER))
    opened.connection.execute("UPDATE trainings SET design = 'formal', paper = 'A4'")
    known = json.loads(opened.connection.execute("SELECT value FROM local WHERE key = 'declared'").fetchone()[0])
    del known["training"]["design"], known["training"]["paper"]
    opened.connection.execute("UPDATE local SET value = ? WHERE key = 'declared'", (json.dumps(known),))
    opened.connection.commit()
    opened.close()
    with opening.open_register(tmp_path / "register") as again:
        found = again.trainings.get("t1")
        assert (found.design, found.paper) == ("modern", PaperSize.LETTER)


def test_what_is_up_to_date_is_not_folded_again_at_each_opening(tmp_path: Path):
    opened, _ = opening.create(tmp_path / "register")
    with opened:
        with opened.step() as step:
            step.add(person())
        opened.connection.execute("UPDATE participants SET phone = 'altered'")
    with opening.open_register(tmp_path / "register") as again:
        assert again.participants.get(person().id).phone == "altered"


def test_a_newer_or_damaged_register_is_refused_untouched(tmp_path: Path):
    opened, _ = opening.create(tmp_path / "new")
    opened.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('sijil', 'm999', 'x')"
    )
    opened.close()
    with pytest.raises(errors.RegisterTooNew):
        opening.open_register(tmp_path / "new")
    opening.create(tmp_path / "bad")[0].close()
    path = tmp_path / "bad" / "register.db"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(errors.RegisterDamaged):
        opening.open_register(tmp_path / "bad")
    assert path.read_bytes() == b"not a database" * 1000
    (tmp_path / "bad" / "vault.json").write_text("{}")
    with pytest.raises(errors.VaultDamaged):
        opening.open_register(tmp_path / "bad")


def test_a_backup_is_restored_elsewhere_by_recovery_code_alone(tmp_path: Path):
    opened, code = opening.create(tmp_path / "r", SECRET)
    with opened:
        with opened.step() as step:
            step.add(person())
        made = opened.safekeeping.backup()
        device, letters = opened.device_id, opened.device().letter
        assert opened.safekeeping.backup_if_due() is None
    carried = tmp_path / "elsewhere" / "carried.sijilbackup"
    carried.parent.mkdir()
    made.rename(carried)
    opening.restore(carried, tmp_path / "fresh", code)
    with opening.open_register(tmp_path / "fresh", SECRET) as restored:
        assert restored.participants.count() == 1
        assert restored.device_id != device
        assert restored.device().letter != letters
        assert not [one for one in checks.check(restored) if not one.kind.is_advice]
    with pytest.raises(errors.RegisterExists):
        opening.restore(carried, tmp_path / "fresh", code)


def test_a_register_restored_in_its_own_place_is_another_laptop_which_the_one_before_vouches_for(tmp_path: Path):
    opened, _ = opening.create(tmp_path / "r")
    with opened:
        with opened.step() as step:
            step.add(person())
        made, device = opened.safekeeping.backup(), opened.device_id
        with opened.step() as step:
            step.add(person("Layla Hassan"))
        opened.seal()
        later, seals = list(opened.changes()), list(opened.seals())
    made.rename(tmp_path / made.name)
    shutil.rmtree(tmp_path / "r")
    opening.restore(tmp_path / made.name, tmp_path / "r")
    with opening.open_register(tmp_path / "r") as restored:
        assert restored.device_id != device
        assert restored.followings.get(following_id(restored.device_id)).leader_id == device
        receipt = restored.receive(later, seals)
        assert (receipt.new, receipt.unsealed, receipt.forged) == (1, 0, []), "what it wrote after the backup"
        assert restored.participants.count() == 2


def test_a_damaged_backup_is_refused_and_leaves_nothing(tmp_path: Path, store):
    made = store.safekeeping.backup()
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)
    with pytest.raises(errors.BackupUnreadable):
        opening.restore(made, tmp_path / "fresh")
    assert not exists(tmp_path / "fresh")


def test_check_names_what_was_altered_behind_its_back(store):
    with store.step() as step:
        step.add(person())
    store.connection.execute("UPDATE participants SET name_latin = 'Other'")
    store.connection.execute("UPDATE changes SET body = replace(body, 'Karwan', 'Sherwan')")
    store.connection.execute(
        "INSERT INTO marks (id, enrolment_id, session_id, state, removed, erased) VALUES ('m', 'x', 'y', '', 0, 0)"
    )
    kinds = {one.kind for one in checks.check(store)}
    assert {
        checks.ProblemKind.CHANGE_ALTERED,
        checks.ProblemKind.ROW_DIFFERS,
        checks.ProblemKind.WITHOUT_PARENT,
    } <= kinds
    assert store.marks.get("m") == AttendanceMark(id="m", enrolment_id="x", session_id="y", state=MarkState.UNMARKED)


# Who is told what


def test_listeners_hear_which_records_were_written(store):
    heard: list[dict[str, frozenset[str]]] = []
    store.listeners.append(heard.append)
    with store.step("edit") as step:
        step.add(person("a"), person("b"), Training(id="t"))
    with store.step() as step:
        step.add(person("a"))
    store.undo()
    assert heard == [
        {"participant": {"id-a", "id-b"}, "training": {"t"}}, {"participant": {"id-a", "id-b"}, "training": {"t"}},
    ]  # fmt: skip
    store.tell({})
    store.tell({"training": frozenset({"x"})})
    assert heard[2:] == [{"training": {"x"}}]


def test_listeners_hear_nothing_of_a_step_that_failed(store):
    heard: list[object] = []
    store.listeners.append(heard.append)

    def fail() -> None:
        with store.step("edit") as step:
            step.add(person())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert heard == []
    assert store.undoable.action == ""


def test_changes_from_elsewhere_are_told_too(store, tmp_path):
    heard: list[dict[str, frozenset[str]]] = []
    store.listeners.append(heard.append)
    with opening.create(tmp_path / "elsewhere")[0] as elsewhere:
        with elsewhere.step() as step:
            step.add(person())
        receipt = store.receive(elsewhere.changes())
    assert receipt.new == 2
    assert heard[0]["participant"] == {person().id}
    assert heard[0]["device"] == {elsewhere.device_id}


def test_the_history_says_who_works_at_this_desk(store):
    store.who = "Maryam"
    with store.another() as other, other.step() as step:
        step.add(person())
        step.add(person("Sara"))
    (change,) = store.history(person().id)
    assert store.worker_name(change.worker) == "Maryam"
    assert [one.device_id for one in store.workers.all()] == [store.device_id], "one of this name at this desk"
    assert "Maryam" not in "".join(str(header_of(one)) for one in store.changes())


def test_somebody_who_worked_here_can_be_erased_like_anybody(store):
    store.who = "Maryam"
    with store.step() as step:
        step.add(person())
    (worker,) = store.workers.all()
    store.who = ""
    with store.step() as step:
        step.erase(Worker.KIND, worker.id, {"name"})
    assert store.worker_name(worker.id) == ""
    assert "Maryam" not in str(store.connection.execute("SELECT * FROM changes").fetchall())
    assert all(is_genuine(change) for change in store.changes())


def test_a_change_says_what_its_step_was(store):
    with store.step("register") as step:
        step.add(person())
    store.undo()
    assert [change.action for change in store.history(person().id)] == ["register", "undo"]


def test_only_steps_with_a_name_can_be_undone(store):
    with store.step() as step:
        step.add(person())
        assert not step.is_empty
    with store.step("edit") as step:
        step.add(person())
        assert step.is_empty
    assert store.undoable.action == ""


def test_people_put_in_a_step_are_found_before_it_ends(store):
    with store.step() as step:
        step.add(person())
        assert store.people.find("karwan") == []
        step.reindex()
        assert [one.id for one in store.people.find("karwan")] == [person().id]


def test_a_conflict_is_settled_by_one_answer(store, tmp_path):
    with store.step() as step:
        step.add(person())
    with opening.create(tmp_path / "elsewhere")[0] as elsewhere:
        elsewhere.receive(store.changes())
        for one, phone in ((store, "1"), (elsewhere, "2")):
            with one.step() as step:
                step.add(person(phone=phone))
        store.receive(elsewhere.changes())
    assert store.conflicts() == [("participant", person().id, "phone")]
    with store.step("settle") as step:
        step.settle("participant", person().id, "phone", "1")
        assert not step.is_empty
    assert store.conflicts() == []
    assert store.participants.get(person().id).phone == "1"
    assert store.undoable.action == "settle"


def test_an_erasure_is_a_step(store):
    with store.step() as step:
        step.add(person())
    with store.step("erase") as step:
        step.erase("participant", person().id, {"name_latin"})
        assert not step.is_empty
    assert store.participants.get(person().id).erased


# Registers and devices


def test_a_register_knows_its_device_and_a_moved_one_is_another(tmp_path: Path):
    opened, code = opening.create(tmp_path / "r")
    with opened:
        device = opened.device()
        assert code == ""
        assert (device.id, len(device.letter)) == (opened.device_id, 3)
        assert set(device.letter) <= set("BCDFGHJKLMNPQRSTVWXZ")
    with opening.open_register(tmp_path / "r" / "register.db") as again:
        assert again.device() == device
        assert len(again.devices.all()) == 1
    (tmp_path / "r").rename(tmp_path / "moved")
    with opening.open_register(tmp_path / "moved") as moved:
        assert moved.device_id != device.id
        assert [one.id for one in moved.devices.all()] == [device.id, moved.device_id]


@pytest.mark.parametrize(("device", "letters"), [("0" * 31 + "1", "CBB"), ("f" * 32, "TQL")])
def test_letters_follow_from_the_id(device: str, letters: str):
    """A number in base twenty, its least digit first."""
    assert desk_letters(device) == letters


def test_only_its_secrets_are_its_secrets(tmp_path: Path):
    opened, code = opening.create(tmp_path / "r", SECRET)
    with opened:
        told = [opened.safekeeping.is_secret(one) for one in (SECRET, code, "something else", "")]
        assert told == [True, True, False, False]
        assert opened.safekeeping.has_passphrase
    with opening.create(tmp_path / "open")[0] as other:
        assert not other.safekeeping.has_passphrase


def test_the_signing_key_stays_in_the_register(store):
    assert store.local.signing_key == b""
    for key in (b"k" * 32, bytes(range(32))):
        with store.step():
            store.local.set("signing_key", key.hex())
    assert store.local.signing_key == bytes(range(32))
    with store.another() as other:
        assert other.local.signing_key == bytes(range(32))
    assert bytes(range(32)).hex() not in str(list(store.changes()))


def test_errors_of_opening_name_the_place(tmp_path: Path, store):
    cases = [
        (errors.NotARegister, lambda: opening.open_register(tmp_path / "none"), tmp_path / "none"),
        (errors.RegisterExists, lambda: opening.create(store.folder / "register.db"), store.folder),
        (errors.RegisterExists, lambda: opening.restore(tmp_path / "b", store.folder), store.folder),
        (errors.RegisterLocked, lambda: opening.open_register(store.folder), store.folder),
    ]  # fmt: skip
    for error, act, path in cases:
        with pytest.raises(error) as caught:
            act()
        assert caught.value.values["path"] == str(path)
    store.close()
    (store.folder / "vault.json").unlink()
    with pytest.raises(errors.NotARegister):
        opening.open_register(store.folder)


def test_a_register_that_could_not_be_opened_is_not_held(tmp_path: Path):
    opening.create(tmp_path / "r")[0].close()
    whole = (tmp_path / "r" / "register.db").read_bytes()
    (tmp_path / "r" / "register.db").write_bytes(b"not a database" * 1000)
    with pytest.raises(errors.RegisterDamaged):
        opening.open_register(tmp_path / "r")
    (tmp_path / "r" / "register.db").write_bytes(whole)
    opening.open_register(tmp_path / "r").close()


def test_a_backup_is_made_before_an_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opening.create(tmp_path / "r")[0].close()
    monkeypatch.setattr(schema, "has_pending", lambda db: True)
    with opening.open_register(tmp_path / "r") as opened:
        assert len(opened.safekeeping.backups) == 1
    with opening.create(tmp_path / "new")[0] as new:
        assert new.safekeeping.backups == [], "there is nothing yet"


def test_a_backup_goes_where_it_is_wanted(store, tmp_path: Path):
    made = store.safekeeping.backup(tmp_path / "stick")
    assert made.parent == tmp_path / "stick"
    assert store.safekeeping.last_backup is None
    opening.restore(made, tmp_path / "again" / "register.db")
    with opening.open_register(tmp_path / "again") as opened:
        assert opened.folder == tmp_path / "again"
