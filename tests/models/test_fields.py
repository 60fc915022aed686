"""What a newer version wrote and this one does not understand is kept as it came, and said to be so."""

import json
from pathlib import Path

import pytest

from models import checks, opening
from models.records import Institution, Participant, Partner, Programme, Training
from models.records.codes import Sex
from models.texts import Text
from tests import newer

NEWER = [{"name_en": "IOM", "name_ar": "", "name_ckb": "", "role": "host", "logo": {"png": "x"}}, {"role": 7}]
NOT_FOR_THE_COLUMN = [
    ("removed", None),
    ("removed", "yes"),
    ("removed", 1),
    ("removed", []),
    ("name_latin", None),
    ("name_latin", 5),
    ("name_latin", {"en": "x"}),
    ("birth_year", "1980"),
    ("birth_year", True),
    ("birth_year", 2**63),
    ("sex", "Q"),
    ("sex", None),
    ("latin_proposed", "no"),
]


def test_a_part_keeps_what_a_newer_version_says_of_it_when_its_neighbour_is_edited(store):
    newer.say(store, "programme", "p1", partners=NEWER)
    found = store.programmes.get("p1")
    assert [(one.name["en"], one.role) for one in found.partners] == [("IOM", "host"), ("", "")]
    with store.step() as step:
        step.change(Programme, "p1", {"partners": (*found.partners, Partner(name=Text(en="UN")))})
    first, second, third = store.history("p1")[-1].sets["partners"]
    assert (first, second["role"], third["name_en"]) == (NEWER[0], 7, "UN")


@pytest.mark.parametrize("partners", [NEWER, "IOM", {}, [[]], ["IOM"], None])
def test_editing_another_field_does_not_write_it_again(store, partners):
    newer.say(store, "programme", "p1", partners=partners)
    with store.step() as step:
        step.change(Programme, "p1", {"code": "HA"})
    assert dict(store.history("p1")[-1].sets) == {"code": "HA"}
    found = store.programmes.get("p1")
    assert found.unread == (set() if partners is NEWER else {"partners"})
    assert len(found.partners) == (2 if partners is NEWER else 0)


@pytest.mark.parametrize(("name", "value"), NOT_FOR_THE_COLUMN)
def test_what_no_column_can_hold_keeps_its_default_and_breaks_nothing(store, name, value):
    newer.say(store, "participant", "x", email="k@example.org", **{name: value})
    (found,) = store.participants.all()
    assert found == Participant(id="x", email="k@example.org", unread=frozenset({name}))
    with store.step() as step:
        step.change(Participant, "x", {"phone": "1"})
    assert dict(store.history("x")[-1].sets) == {"phone": "1"}
    assert store.participants.get("x").unread == {name}
    assert not [one for one in checks.check(store) if not one.kind.is_advice]


@pytest.mark.parametrize("value", ["soon", 20150913])
def test_a_day_that_is_none_keeps_its_default_too(store, value):
    newer.say(store, "training", "t", code="T", start=value)
    (found,) = store.trainings.all()
    assert found == Training(id="t", code="T", unread=frozenset({"start"}))


def test_a_choice_of_a_newer_version_is_replaced_by_whoever_picks_one(store):
    newer.say(store, "participant", "x", sex="Q")
    assert store.participants.get("x").unread == {"sex"}
    with store.step() as step:
        step.change(Participant, "x", {"sex": Sex.UNKNOWN})
    assert store.history("x")[-1].sets == {"sex": ""}
    assert store.participants.get("x").unread == set()


def test_what_is_not_understood_here_is_understood_after_an_upgrade(tmp_path: Path):
    """An older program folded a choice that it did not know."""
    opened, _ = opening.create(tmp_path / "register")
    newer.say(opened, "participant", "x", sex="F")
    opened.connection.execute("UPDATE participants SET sex = '', unread = 'sex'")
    known = json.loads(opened.local.get("declared"))
    known["participant"]["sex"] = known["participant"]["sex"].replace("|F", "")
    opened.local.set("declared", json.dumps(known))
    opened.close()
    with opening.open_register(tmp_path / "register") as again:
        assert again.participants.get("x") == Participant(id="x", sex=Sex.FEMALE)


def test_a_removal_that_says_no_yes_removes_nothing(store):
    with store.step() as step:
        step.add(Institution(id="i", name=Text(en="Ministry")))
    newer.say_beside(store, "institution", "i", removed="yes")
    assert store.conflicts() == [], "nobody has to choose between a name and no removal"
    with store.step() as step:
        step.change(Institution, "i", {"incomplete": True})
    assert [one.name.first for one in store.institutions.all()] == ["Ministry"]
    with store.step() as step:
        step.change(Institution, "i", {"removed": True})
    assert store.institutions.all() == []
