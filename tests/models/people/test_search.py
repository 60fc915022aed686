"""People are found while somebody types."""

import pytest

from models.people.expressions import match_expression
from models.people.search import phone_words
from models.records import Enrolment, Institution, Participant
from models.store import Store
from models.texts import Text


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("ali om", '("ali"*) AND ("om"*)'), ("0750 123", '("750123"*)'), ("(0750) 123-45.6", '("750123456"*)'),
        ("karwan", '("karwan"* OR "~krwn"*)'), ("x", '("x"*)'), ("sh", '("sh"*)'), ("shw", '("shw"*)'),
        ("krm", '("krm"* OR "~krm"*)'),
        ("omar", '("omar"* OR "~mr"*)'), ("5 ali", '("5"*) AND ("ali"*)'), ("", ""), ('"%*', ""), ("٠٧٥٠", '("750"*)'),
        ("000", '("0"*)'),
        ("Al-Ali 5", '("al"*) AND ("ali"*) AND ("5"*)'),
        ("a_b", '("a"*) AND ("b"*)'), ("ab1", "(\"ab1\"*)"),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_index(typed: str, expression: str):
    assert match_expression(typed) == expression


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("+9647501234567", {"9647501234567", "7501234567"}), ("0750 123", {"0750123", "750123"}), ("", set()),
        ("none", set()), ("+49 30 12", {"493012"}),
    ],
)  # fmt: skip
def test_a_number_is_found_with_and_without_its_country(phone: str, words: set[str]):
    assert phone_words(phone) == words


@pytest.fixture
def people(store: Store) -> Store:
    with store.step() as step:
        step.add(
            Institution(id="i", name=Text(en="Zagros Society", ar="جمعية زاكروس", ckb="کۆمەڵەی زاگرۆس")),
            Participant(id="a", name_latin="Karwan Ahmed", fourth_latin="Barzan", fourth_arabic="برزان"),
            Participant(id="b", name_arabic="كاروان أحمد", email="Kar.Wan@Example.org", phone="0750 111"),
            Participant(id="c", name_latin="Karwan Removed", removed=True),
            Enrolment(id="e", participant_id="b", training_id="t", institution_id="i"),
        )
    return store


def found(store: Store, text: str) -> list[str]:
    return [one.id for one in store.people.find(text)]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("karwan", ["b", "a"]), ("كاروان", ["b", "a"]), ("kerwan", ["b", "a"]), ("barz", ["a"]), ("برز", ["a"]),
        ("example", ["b"]), ("750111", ["b"]), ("zagros", ["b"]), ("زاكر", ["b"]), ("کۆمە", ["b"]), ("removed", []),
        ("karwan barzan", ["a"]), ("arwan", []),
    ],
)  # fmt: skip
def test_every_word_begins_something_and_the_last_comes_first(people: Store, typed: str, ids: list[str]):
    assert found(people, typed) == ids


def test_as_many_as_are_wanted(people: Store):
    assert [one.id for one in people.people.find("karwan", 1)] == ["b"]


def test_who_is_removed_or_erased_is_not_found_and_who_comes_back_is(people: Store):
    with people.step("edit") as step:
        step.add(Participant(id="a", name_latin="Karwan Ahmed", removed=True))
    assert "a" not in found(people, "karwan")
    people.undo()
    assert "a" in found(people, "karwan")
    with people.step() as step:
        step.erase("participant", "a", {"name_latin", "fourth_latin", "fourth_arabic"})
    assert found(people, "karwan") == ["b"]
    assert people.people.sharing_keys({"krwn"}, 1, 10) == {"b"}


def test_names_share_keys_and_contacts(people: Store):
    assert people.people.sharing_keys({"krwn", "hmd"}, 2, 10) == {"a", "b"}
    assert people.people.sharing_keys({"krwn", "x"}, 2, 10) == set()
    assert people.people.sharing_keys({"krwn", "x"}, 1, 10) == {"a", "b"}
    assert len(people.people.sharing_keys({"krwn"}, 1, 1)) == 1
    assert people.people.sharing_keys(set(), 1, 10) == set()
    with people.step() as step:
        step.add(Participant(id="d", name_arabic="آ"))
    assert people.people.sharing_keys({""}, 1, 10) == set(), "a name without consonants has no key"
    assert people.people.with_contact("0750 111", "") == {"b"}
    assert people.people.with_contact("", "Kar.Wan@Example.org") == {"b"}
    assert people.people.with_contact("", "") == set()


@pytest.fixture
def rashid(store: Store) -> Store:
    with store.step() as step:
        step.add(
            Institution(id="i", name=Text(en="Zagros Society")),
            Participant(
                id="k", name_latin="Karwan Aziz Rashid", name_arabic="کاروان عەزیز ڕەشید", phone="+9647501234567"
            ),
            Participant(id="l", name_arabic="هێمن قادر سەعید"),
            Participant(id="m", name_latin="Shilan Baram Osman"),
            Enrolment(id="e", participant_id="k", training_id="t", institution_id="i"),
        )
    return store


@pytest.mark.parametrize(
    "typed",
    [
        "Karwn Aziz Rashed", "Kawran Aziz", "Karrwan Azizz", "Garwan Rashid", "karwan aziz rasid", "karwan rahsid",
        "arwan", "karwam", "کاران عەزیز", "کاوران", "کاروانن", "كاروانن رشيد", "karwn zagros", "karwn 0750",
        "Karwzn Azlz Rashld",
    ],
)  # fmt: skip
def test_one_wrong_letter_in_each_word_still_finds_somebody(rashid: Store, typed: str):
    assert [one.id for one in rashid.people.nearly(typed)] == ["k"]


@pytest.mark.parametrize("typed", ["hemn qadir", "Hemin Qadr Said", "hemin qaddir"])
def test_a_wrong_letter_is_forgiven_across_scripts(rashid: Store, typed: str):
    assert next(one.id for one in rashid.people.find(typed) + rashid.people.nearly(typed)) == "l"


@pytest.mark.parametrize("typed", ["ڕەشید", "رەشيد"])
def test_a_sorani_word_is_heard_with_its_vowels(rashid: Store, typed: str):
    """ە is no h: who has only a form in other letters is found by the sound."""
    with rashid.step() as step:
        step.add(
            Participant(id="n", name_arabic="كاروان رشيد"),
            Participant(id="k", name_latin="Karwan Aziz Rashid", name_arabic=""),
        )
    assert found(rashid, typed) == ["n", "k"]


@pytest.mark.parametrize(
    "typed", ["karwn hiwa", "krwzzn", "krz", "karwn 0751", "0751", "sorwn", "", "??", "karwn erbil"]
)
def test_two_wrong_letters_another_number_or_another_name_find_nobody(rashid: Store, typed: str):
    assert rashid.people.nearly(typed) == []


def test_who_was_erased_is_not_found_by_a_wrong_letter(rashid: Store):
    with rashid.step() as step:
        step.erase("participant", "k", {"name_latin", "name_arabic"})
    assert rashid.people.nearly("Karwn Aziz") == []
