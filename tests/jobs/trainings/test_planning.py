"""New trainings, days, issuers: what the plan page asks for."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jobs.desk.registering import register, walk_in
from jobs.trainings.agenda import add_day, remove_session
from jobs.trainings.editing import edit_training, new_training
from jobs.trainings.issuer import name_issuer, set_logo
from jobs.trainings.place import place_name
from jobs.trainings.summaries import summaries
from jobs.trainings.training_file import add_training
from models import errors
from models.records import Rule
from models.texts import Text
from models.training.roster import sessions_of
from resources.words import words_for
from tests.conftest import SAMPLE


def test_a_new_training_has_a_code_of_its_own_a_programme_and_two_sessions(store):
    issuer = name_issuer(store, "Hope", "ckb")
    first, second = (new_training(store, date(2026, 11, 24)) for _ in range(2))
    assert (first.code, second.code) == ("T-2026-11", "T-2026-11-2")
    assert first.programme_id == second.programme_id
    assert store.programmes.get(first.programme_id).issuer_id == issuer.id
    assert store.issuers.get(issuer.id).name["ckb"] == "Hope"
    assert len(sessions_of(store, first.id)) == 2
    store.undo()
    assert store.trainings.count() == 1


def test_a_day_repeats_the_hours_of_the_last(store, training):
    added = add_day(store, training.id)
    assert [(one.day, one.start, one.end) for one in added] == [
        (date(2015, 9, 15), "09:00", "17:00"),
        (date(2015, 9, 15), "13:00", "17:00"),
    ]
    assert store.trainings.get(training.id).end == date(2015, 9, 15)


def test_a_day_without_any_date_adds_nothing(store, training):
    with store.step() as step:
        step.put(replace(training, start=None))
        step.put(*(replace(one, removed=True) for one in store.sessions.all()))
    assert add_day(store, training.id) == []


def test_moving_the_first_day_moves_the_last_along_and_never_the_other_way(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    edit_training(store, "t1", "start", date(2015, 10, 1))
    moved = store.trainings.get("t1")
    assert (moved.start, moved.end) == (date(2015, 10, 1), date(2015, 10, 2))
    with pytest.raises(errors.EndsBeforeStart):
        edit_training(store, "t1", "end", date(2015, 9, 30))
    store.undo()
    assert store.trainings.get("t1").start == date(2015, 9, 13)
    assert store.trainings.get("t1").end == date(2015, 9, 14)


def test_a_removed_session_comes_back_with_undo(store, training):
    remove_session(store, "s1")
    assert [one.id for one in sessions_of(store, training.id)] == ["s0", "s2", "s3"]
    store.undo()
    assert len(sessions_of(store, training.id)) == 4


def test_the_list_of_trainings_counts_people_once(store, training):
    person = walk_in("Karwan Ahmed Omar")
    register(store, person, training.id, "s0")
    (one,) = summaries(store)
    assert (one.training.id, one.people, one.certificates) == ("t1", 1, 0)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG" + b"x" * (300 << 10)])
def test_an_unsuitable_logo_changes_nothing(store, tmp_path: Path, content: bytes):
    issuer = name_issuer(store, "Hope", "en")
    wrong = tmp_path / "logo.png"
    wrong.write_bytes(content)
    with pytest.raises(errors.PictureUnsuitable):
        set_logo(store, issuer, wrong)
    with pytest.raises(errors.NotReadable):
        set_logo(store, issuer, tmp_path / "none.png")
    assert store.issuers.get(issuer.id).logo_id == ""
    set_logo(store, issuer, SAMPLE / "logo.png")
    assert store.pictures.find(store.issuers.get(issuer.id).logo_id) is not None


def test_the_place_in_each_language(training):
    here = replace(training, place="IQG11", venue=Text(en="Hotel"))
    assert [place_name(here, words_for(one)) for one in ("en", "ar", "ckb")] == ["Erbil", "أربيل", "هەولێر"]
    assert place_name(replace(here, place=""), words_for("ar")) == "Hotel"


@pytest.mark.parametrize(
    ("rules", "where"),
    [
        ([{"kind": "sessions", "treshold": 6}], "programme.rules.0.treshold"),
        ([{"kind": "score", "threshold": 60}, {"kind": "sesions", "threshold": 6}], "programme.rules.1.kind"),
        ([{"kind": "sessions"}], "programme.rules.0.threshold"),
        ([{"kind": "sessions", "threshold": -1}], "programme.rules.0.threshold"),
        ([{"kind": "score", "threshold": 101}], "programme.rules.0.threshold"),
        ([{"kind": "sessions", "threshold": "six"}], "programme.rules.0.threshold"),
        (["sessions"], "programme.rules"),
        ({"sessions": 6}, "programme.rules"),
    ],
)
def test_a_slip_in_the_rules_of_a_training_file_is_named_and_nothing_is_added(store, tmp_path: Path, rules, where: str):
    file = tmp_path / "training.json"
    file.write_text(json.dumps({"training": {"code": "T-9"}, "programme": {"rules": rules}}))
    with pytest.raises(errors.TrainingFileInvalid) as found:
        add_training(store, file)
    assert found.value.values["where"] == where
    assert store.programmes.all() == []


def test_a_training_file_says_when_a_certificate_is_earned(store, tmp_path: Path):
    file = tmp_path / "training.json"
    rules = [{"kind": "sessions_or_leave", "threshold": 6}, {"kind": "score", "threshold": 60}]
    file.write_text(json.dumps({"training": {"code": "T-9"}, "programme": {"rules": rules}}))
    programme = store.programmes.get(add_training(store, file).programme_id)
    assert programme.rules == (Rule("sessions_or_leave", 6), Rule("score", 60))
