"""Whoever is called as typed stands first; similar names are marked, and stand behind."""

from dataclasses import replace

import pytest

from jobs.people import directory
from jobs.people.finding import find_people
from jobs.people.joining import candidates
from models.records import Participant
from models.store import Store


@pytest.fixture
def people(store: Store) -> Store:
    with store.step() as step:
        step.add(
            Participant(id="karwan", name_latin="Karwan Aziz Rashid", name_arabic="کاروان عەزیز ڕەشید"),
            Participant(id="hassan", name_latin="Hassan Omar Ali"),
            Participant(id="hussein", name_latin="Hussein Omar Ali"),
            Participant(id="arabic", name_arabic="حسين قادر"),
            Participant(id="husein", name_latin="Husein Barzan", name_arabic="حسين برزان"),
        )
    return store


def found(store: Store, typed: str) -> dict[str, bool]:
    return {one.participant.id: one.is_similar for one in find_people(store, typed, 20, "en")}


def test_a_name_with_a_wrong_letter_in_each_word_is_found_and_marked(people: Store):
    assert found(people, "Karwn Aziz Rashed") == {"karwan": True}
    assert found(people, "کاروانن عەزیز") == {"karwan": True}
    assert found(people, "Karwan Aziz") == {"karwan": False}


def test_a_name_of_the_same_sound_is_only_similar_unless_it_is_written_in_other_letters(people: Store):
    hits = found(people, "hussein")
    assert list(hits)[:2] == ["hussein", "arabic"] or list(hits)[:2] == ["arabic", "hussein"]
    assert hits == {"hussein": False, "arabic": False, "hassan": True, "husein": True}
    assert list(hits.values()) == sorted(hits.values()), "behind those who are called so"


def test_a_form_made_by_rule_does_not_say_how_somebody_is_spelled(people: Store):
    with people.step() as step:
        step.change(Participant, "arabic", {"name_latin": "Hsin Qadr", "latin_proposed": True})
    assert found(people, "hussein")["arabic"] is False


def test_nobody_near_is_looked_for_when_somebody_is_called_so_or_keys_follow_quickly(people: Store):
    assert found(people, "huseim")["husein"] is True
    assert not find_people(people, "Karwn", 20, "en", quick=True)
    with people.step() as step:
        step.add(replace(people.participants.get("karwan"), id="karwn", name_latin="Karwn Said"))
    assert found(people, "karwn") == {"karwn": False}


def test_what_was_typed_on_the_other_keyboard_is_found_as_it_was_meant(people: Store):
    assert found(people, "نشقصشى") == {"karwan": False}


def test_who_fits_alike_stands_in_the_order_of_the_language(people: Store):
    assert [one.participant.id for one in find_people(people, "omar", 20, "en")] == ["hassan", "hussein"]


def test_people_and_joining_find_by_the_same_search(people: Store):
    (entry,) = directory.search(people, "Karwn Aziz Rashed", 20, "en")
    assert entry.is_similar
    assert not directory.search(people, "Karwan", 20, "en")[0].is_similar
    assert [one.id for one in candidates(people, "Karwn Aziz Rashed", "hassan", "en")] == ["karwan"]
