"""Two valid certificates of one person are both listed, and one is offered for ending; nobody ends it alone."""

from datetime import date

import pypdfium2
import pytest

from jobs.certificates.afterwards import hand_over, revoke, void
from jobs.certificates.issuing import prepare
from jobs.certificates.register import listed_certificates
from jobs.certificates.twice import held_twice, offered, twice_words
from jobs.certificates.verdict_words import verdict_words, why_words
from jobs.papers.printing import print_paper
from jobs.people.directory import trainings_of
from jobs.people.joining import join, separate
from models import opening
from models.checks import ProblemKind, check
from models.store import Store
from models.training import roster
from resources.words import LANGUAGES, words_for
from tests.jobs.certificates.test_issuing import attend
from tests.test_commands import sijil

DAY = date(2015, 9, 16)


@pytest.fixture
def two_entries(store: Store, training):
    """One person came twice to the register, and got a number each time; the first was handed over."""
    people = [attend(store, training, name, 4)[0] for name in ("Karwan Ahmed Omar", "Karwan Ahmad Omar")]
    made = prepare(store, roster.load(store, training.id), DAY)
    hand_over(store, roster.load(store, training.id), [made[1].id], DAY)
    join(store, people[0].id, people[1].id, {})
    return people, made


def the_one(store: Store) -> roster.Attendee:
    (found,) = roster.load(store, "t1").attendees
    return found


def test_entries_that_were_joined_later_have_two_and_the_one_in_hand_stays(store, two_entries):
    _, (first, second) = two_entries
    one = the_one(store)
    assert [found.id for found in one.valid_certificates] == [second.id, first.id]
    assert offered(one).id == first.id
    assert held_twice(roster.load(store, "t1")) == [one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_listed_wherever_the_persons_certificates_are(store, two_entries, tmp_path, language: str):
    people, made = two_entries
    words, found = words_for(language), roster.load(store, "t1")
    numbers = {one.number for one in made}
    assert {one.number for one in listed_certificates(found, words, only_valid=True)} == numbers
    assert made[0].number in why_words(the_one(store), words)
    for said in (verdict_words(the_one(store), words), trainings_of(store, people[0].id)[0].number):
        assert all(number in said for number in numbers)
    assert twice_words(held_twice(found), words)
    if language == "en":
        for paper in ("register", "collection"):
            print_paper(store, "t1", paper, tmp_path / f"{paper}.pdf", words)
            text = pypdfium2.PdfDocument(tmp_path / f"{paper}.pdf")[0].get_textpage().get_text_range()
            assert all(number in text for number in numbers)


def test_nothing_is_ended_by_itself_and_ending_one_is_all(store, two_entries):
    _, (first, second) = two_entries
    assert [one.detail for one in check(store) if one.kind is ProblemKind.CERTIFICATE_TWICE] == [
        f"{first.number} · {second.number}"
    ]
    prepare(store, roster.load(store, "t1"), DAY)
    assert [one.state.is_valid for one in store.certificates.all()] == [True, True]
    void(store, offered(the_one(store)).id, "came twice")
    one = the_one(store)
    assert (one.certificate.id, one.other_valid, offered(one)) == (second.id, (), None)
    assert not [one for one in check(store) if one.kind is ProblemKind.CERTIFICATE_TWICE]


def test_two_who_are_told_apart_again_keep_theirs(store, two_entries):
    people, _ = two_entries
    separate(store, people[1].id)
    assert held_twice(roster.load(store, "t1")) == []
    assert not [one for one in check(store) if one.kind is ProblemKind.CERTIFICATE_TWICE]


def test_two_laptops_that_issued_for_one_person_offer_the_same(store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(store.changes())
        for register in (store, other):
            prepare(register, roster.load(register, "t1"), DAY)
        other.receive(list(store.changes()))
        store.receive(list(other.changes()))
        assert len({one.number for one in store.certificates.all()}) == 2
        assert offered(the_one(store)) == offered(the_one(other))
        assert store.conflicts() == []
        revoke(other, offered(the_one(other)).id, "twice")
        store.receive(list(other.changes()))
    assert held_twice(roster.load(store, "t1")) == []


def test_the_command_names_them_and_the_command_ends_one(store, two_entries):
    _, (first, second) = two_entries
    store.close()
    said = sijil("check", register=store.folder)
    assert f"{first.number} · {second.number}" in said.stdout + said.stderr
    ended = sijil("revoke", first.number, "--reason", "twice", register=store.folder)
    assert ended.returncode == 0, ended.stderr
    said = sijil("check", register=store.folder)
    assert f"{first.number} · {second.number}" not in said.stdout + said.stderr
