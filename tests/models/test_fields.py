"""What a newer version wrote and this one does not understand is kept as it came."""

from dataclasses import replace

from models.records import Participant, Partner, Programme
from models.records.codes import Sex
from models.texts import Text

NEWER = [{"name_en": "IOM", "name_ar": "", "name_ckb": "", "role": "host", "logo": {"png": "x"}}, {"role": 7}]


def stored_partners(store) -> object:
    return store.history("p1")[-1].sets.get("partners")


def test_a_part_keeps_what_a_newer_version_says_of_it_when_its_neighbour_is_edited(store):
    with store.step() as step:
        step.put(Programme(id="p1"))
        step.settle("programme", "p1", "partners", NEWER)
    found = store.programmes.get("p1")
    assert [(one.name["en"], one.role) for one in found.partners] == [("IOM", "host"), ("", "")]
    with store.step() as step:
        step.put(replace(found, partners=(*found.partners, Partner(name=Text(en="UN")))))
    first, second, third = stored_partners(store)
    assert (first, second["role"], third["name_en"]) == (NEWER[0], 7, "UN")


def test_editing_another_field_does_not_write_it_again(store):
    with store.step() as step:
        step.put(Programme(id="p1"))
        step.settle("programme", "p1", "partners", NEWER[:1])
        step.put(replace(store.programmes.get("p1"), code="HA"))
    assert dict(store.history("p1")[-1].sets) == {"code": "HA"}


def test_a_choice_of_a_newer_version_outlives_the_edit_of_another_field(store):
    with store.step() as step:
        step.put(Participant(id="x"))
        step.settle("participant", "x", "sex", "Q")
        step.put(replace(store.participants.get("x"), phone="1"))
    assert dict(store.history("x")[-1].sets) == {"phone": "1"}
    with store.step() as step:
        step.put(replace(store.participants.get("x"), sex=Sex.FEMALE))
    assert store.history("x")[-1].sets == {"sex": "F"}
