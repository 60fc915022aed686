"""Entries of one person: who they are together, whose answer holds, and who else may be them."""

from models.people.entries import entry_of, look_alikes, person
from models.people.identities import Identities, name_fields
from models.records import Participant, SamePerson
from models.records.codes import Sameness, Sex
from models.store import Store


def link(one: str, other: str, answer: Sameness = Sameness.SAME, **values: object) -> SamePerson:
    return SamePerson(id=f"{one}{other}", first_id=one, second_id=other, answer=answer, **values)


def entry(name: str, **values: object) -> Participant:
    return Participant(id=name, **values)


def test_chains_of_entries_are_one_person():
    known = Identities([link("c", "d"), link("b", "c"), link("x", "y"), link("d", "b"), link("a", "b")])
    assert [known.canonical(one) for one in "abcdxyz"] == ["a", "a", "a", "a", "x", "x", "z"]
    assert known.group("d") == known.group("a") == {"a", "b", "c", "d"}
    assert known.group("z") == {"z"}
    assert known.groups() == [{"a", "b", "c", "d"}, {"x", "y"}]
    assert [one for one in "abcdxyz" if known.is_joined(one)] == list("abcdxy")


def test_only_a_yes_that_stands_joins():
    links = [
        link("a", "b", Sameness.PROPOSED), link("c", "d", Sameness.DIFFERENT), link("e", "f", removed=True),
        link("g", "g"),
    ]  # fmt: skip
    known = Identities(links)
    assert known.groups() == []
    assert not known.is_joined("g")


def test_the_first_that_has_any_answer_holds():
    known = Identities([link("a", "b")])
    one, two = entry("a", phone="", email="a@x.org"), entry("b", phone="1", email="b@x.org")
    assert known.holder([two, one], "email") is one
    assert known.holder([two, one], "phone") is two
    assert known.holder([two, one], "sex") is one, "where nobody answered"


def test_a_confirmed_name_goes_before_one_made_by_rule_and_its_parts_stay_together():
    known = Identities([link("a", "b")])
    one = entry("a", name_latin="Sara", latin_proposed=True, name_arabic="سارة", fourth_latin="X")
    two = entry("b", name_latin="Sarah", fourth_latin="Omar", name_arabic="ساره", arabic_proposed=True)
    merged = known.merged([one, two])
    assert (merged.name_latin, merged.latin_proposed, merged.fourth_latin) == ("Sarah", False, "Omar")
    assert (merged.name_arabic, merged.arabic_proposed, merged.fourth_arabic) == ("سارة", False, "")
    assert merged.id == "a"
    assert name_fields("arabic") == ("name_arabic", "arabic_proposed", "fourth_arabic")


def test_a_chosen_answer_holds_if_there_is_one():
    choices = ("phone b", "name_latin b", "email b", "sex c")
    known = Identities([link("a", "b", choices=choices)])
    one = entry("a", phone="1", name_latin="Sara", email="a@x.org", sex=Sex.FEMALE)
    two = entry("b", phone="2", name_latin="Sarah", latin_proposed=True)
    merged = known.merged([one, two])
    assert (merged.phone, merged.name_latin, merged.email, merged.sex) == ("2", "Sarah", "a@x.org", Sex.FEMALE)
    assert merged.latin_proposed


def test_one_entry_is_itself_and_one_erased_entry_erases_all():
    known = Identities([link("a", "b")])
    one, two = entry("a", birth_year=1980), entry("b", erased=True, phone="1")
    assert known.merged([one]) is one
    merged = known.merged([two, one])
    assert (merged.id, merged.erased, merged.birth_year, merged.phone) == ("a", True, 1980, "1")


def test_a_person_is_found_by_the_id_of_any_entry(store: Store):
    with store.step() as step:
        step.add(entry("a", name_latin="Sara"), entry("b", phone="1"), entry("c", phone="2"), link("a", "b"),
                 link("b", "c", Sameness.PROPOSED))  # fmt: skip
    for name in ("a", "b"):
        found = person(store, name)
        assert found is not None
        assert (found.id, found.name_latin, found.phone) == ("a", "Sara", "1")
    assert person(store, "c") == store.participants.get("c")
    assert person(store, "x") is None


def test_names_made_by_rule_are_not_compared():
    shown = entry_of(
        entry("a", name_latin="Sara", latin_proposed=True, name_arabic="سارة", birth_year=1980, phone="1", email="e")
    )
    assert (shown.latin, shown.arabic, shown.birth_year, shown.phone, shown.email) == ("", "سارة", 1980, "1", "e")


def test_people_on_file_who_may_be_this_one(store: Store):
    with store.step() as step:
        step.add(
            entry("1", name_latin="Ali Omar Hassan"), entry("2", name_latin="Ali Umar Hasan"),
            entry("3", name_latin="Ali Karim Azad"), entry("4", name_latin="Sara Azad Omar", phone="+9647501234567"),
            entry("5", name_latin="Somebody Else", email="x@y.org"), entry("6", name_latin="Ali Omar"),
        )  # fmt: skip
    own = entry("0", name_latin="Ali Omar Hassan", phone="+9647501234567", email="x@y.org")
    found = look_alikes(store, own)
    assert [one.id for one, _ in found] == ["1", "2", "6", "4", "5"]
    assert [one.score for _, one in found] == sorted((one.score for _, one in found), reverse=True)
    assert found[0][1].because == ("name",)
    assert found[3][1].because == ("phone",)
    assert [one.id for one, _ in look_alikes(store, own, 2)] == ["1", "2"]
    assert "1" not in {one.id for one, _ in look_alikes(store, store.participants.get("1"))}
    assert look_alikes(store, entry("0", name_latin="Zz Yy")) == []
    assert [one.id for one, _ in look_alikes(store, entry("0", name_latin="Sara Azad Omar"))] == ["4"]


def test_five_are_shown_unless_others_are_wanted(store: Store):
    with store.step() as step:
        step.add(*(entry(str(number), name_latin="Ali Omar Hassan") for number in range(7)))
    own = entry("x", name_latin="Ali Omar Hassan")
    assert [len(look_alikes(store, own)), len(look_alikes(store, own, 7))] == [5, 7]
