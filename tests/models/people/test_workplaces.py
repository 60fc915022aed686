"""People are found by the names of their institutions as they are now, however often these were renamed."""

import random
import re
from itertools import product

import pytest

from models.names.letters import folded, words
from models.names.skeleton import name_parts, sound
from models.people import workplaces
from models.records import Enrolment, Institution, Participant
from models.store import Store
from models.texts import Text

WORDS = ("ministry", "mining", "health", "Hiwa", "وزارة", "تەندروستی", "12", "Karwan", "kirkuk")
NAMES = ("Karwan", "Hiwa", "Minna", "Layla", "Health")
TYPED = ("m", "mi", "min", "h", "hi", "hiwa", "kar", "وز", "تەن", "1", "12", "k", "krkk", "q")


def name_of(chance: random.Random) -> Text:
    return Text(**{language: " ".join(chance.sample(WORDS, 2)) for language in chance.sample(("en", "ar", "ckb"), 2)})


def found_by_looking_at_everybody(store: Store, text: str) -> list[str]:
    """The plainest way: every word of everybody, and of where they come from, is looked at."""
    institutions = {one.id: one.name for one in store.institutions.all()}
    hits = []
    for person in store.participants.all():
        own = set(words(person.name_latin))
        for enrolment in store.enrolments.where(participant_id=person.id):
            for name in institutions.get(enrolment.institution_id, Text()):
                own |= set(words(name))
        sounds = {sound(part).key for part in name_parts(person.name_latin)}
        if all(is_found(word, own, sounds) for word in re.findall(r"[^\W_]+", folded(text))):
            hits.append(person.id)
    return hits[::-1]


def is_found(typed: str, own: set[str], sounds: set[str]) -> bool:
    if typed.isdigit():
        return any(word.startswith(typed.lstrip("0") or "0") for word in own)
    consonants = sound(typed).consonants if len(typed) > 2 else ""
    heard = len(consonants) > 1 and any(one.startswith(consonants) for one in sounds)
    return heard or any(word.startswith(typed) for word in own)


def change_something(store: Store, chance: random.Random) -> None:
    person, place = f"p{chance.randrange(12)}", f"i{chance.randrange(4)}"
    enrolment = f"e{person}{chance.randrange(2)}"
    with store.step("edit") as step:
        match chance.randrange(6):
            case 0 | 1:
                step.change(Institution, place, {"name": name_of(chance)})
            case 2:
                step.change(Enrolment, enrolment, {"institution_id": chance.choice((place, place, ""))})
            case 3:
                step.change(Enrolment, enrolment, {"removed": chance.random() < 0.5})
            case 4:
                step.change(Institution, place, {"removed": chance.random() < 0.5})
            case _:
                step.change(Participant, person, {"name_latin": " ".join(chance.sample(NAMES, 2))})
    if chance.random() < 0.2:
        store.undo()


def fill(store: Store, chance: random.Random) -> None:
    with store.step() as step:
        step.add(*(Institution(id=f"i{n}", name=name_of(chance)) for n in range(4)))
        for n in range(12):
            step.add(Participant(id=f"p{n}", name_latin=" ".join(chance.sample(NAMES, 2))))
            for k in range(2):
                own = f"i{chance.randrange(4)}"
                step.add(Enrolment(id=f"ep{n}{k}", participant_id=f"p{n}", training_id=f"t{k}", institution_id=own))


@pytest.mark.parametrize(("seed", "few"), list(product(range(2), (0, 3, 30))))
def test_search_finds_whom_looking_at_everybody_finds(
    store: Store, monkeypatch: pytest.MonkeyPatch, seed: int, few: int
):
    monkeypatch.setattr(workplaces, "_FEW", few)
    chance = random.Random(seed)
    fill(store, chance)
    for _ in range(12):
        change_something(store, chance)
        for text in (*TYPED, f"{chance.choice(TYPED)} {chance.choice(TYPED)}"):
            found = [one.id for one in store.people.find(text)]
            assert found == found_by_looking_at_everybody(store, text), text


@pytest.fixture
def employed(store: Store) -> Store:
    with store.step() as step:
        step.add(Institution(id="i", name=Text(en="Zagros Society")), Participant(id="a", name_latin="Karwan Ahmed"))
        step.add(Enrolment(id="e", participant_id="a", training_id="t", institution_id="i"))
    return store


@pytest.mark.parametrize("values", [{"institution_id": ""}, {"institution_id": "other"}, {"removed": True}])
def test_nobody_is_found_by_where_they_no_longer_come_from(employed: Store, values: dict[str, object]):
    assert employed.people.find("zagros")
    with employed.step("edit") as step:
        step.change(Enrolment, "e", values)
    assert not employed.people.find("zagros")
    employed.undo()
    assert employed.people.find("zagros")


def test_nobody_is_found_by_an_institution_that_was_removed(employed: Store):
    with employed.step("edit") as step:
        step.change(Institution, "i", {"removed": True})
    assert not employed.people.find("zagros")
    employed.undo()
    assert employed.people.find("zagros")


def test_an_institution_that_comes_after_its_people_is_found(store: Store):
    with store.step() as step:
        step.add(Participant(id="a", name_latin="Karwan"), Enrolment(id="e", participant_id="a", institution_id="i"))
    with store.step() as step:
        step.add(Institution(id="i", name=Text(en="Zagros Society")))
    assert [one.id for one in store.people.find("zagr")] == ["a"]
