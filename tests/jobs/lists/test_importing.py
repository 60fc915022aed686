"""The four lists of the sample: 37 rows, 35 people, nothing merged without a yes."""

import pytest

from jobs.lists.importing import import_list
from models.people import proposals
from models.people.proposals import ProposalKind
from models.records.codes import NameLanguage, Sex
from models.training import roster
from tests.conftest import LISTS, SAMPLE


@pytest.fixture
def imported(store, training):
    return [import_list(store, SAMPLE / name, training.id) for name in LISTS]


def test_people_nominated_twice_are_proposed_and_joined_by_a_yes(store, training, imported):
    assert sum(report.rows for report in imported) == 37
    assert sum(len(report.proposals) for report in imported) == 2
    assert len(roster.load(store, training.id).attendees) == 37
    same = [one for one in proposals.waiting(store) if one.kind is ProposalKind.SAME_PERSON]
    proposals.accept(store, *same)
    people = roster.load(store, training.id).attendees
    assert len(people) == 35
    assert sum(one.participant.sex is Sex.FEMALE for one in people) == 17
    assert sum(one.institution.kind.is_official for one in people) == 29
    assert len({one.institution.id for one in people}) == 10
    assert sum(one.participant.has_open_name for one in people) == 17
    names = [one.first for one in proposals.waiting(store)]
    assert len(names) == 17
    written = next(one.participant for one in people if one.participant.phone == "+9647500081560")
    assert written.printed_latin == "Hiwa Mahmood Dlshad"  # as on the list, not as the rule spells it
    store.undo()
    assert len(roster.load(store, training.id).attendees) == 37


def test_the_order_of_the_lists_does_not_matter(store, training):
    reports = [import_list(store, SAMPLE / name, training.id) for name in reversed(LISTS)]
    assert sum(len(report.proposals) for report in reports) == 2


def test_names_made_by_rule_are_not_printed_before_somebody_confirms_them(store, training, imported):
    open_names = [one.first for one in proposals.waiting(store) if one.kind is ProposalKind.NAME]
    assert len(open_names) == 19
    assert all(person.name_latin and not person.printed_latin and person.printed_arabic for person in open_names)
    first = proposals.find(store, f"name-{open_names[0].id}")
    proposals.accept(store, first)
    assert store.participants.get(open_names[0].id).printed_latin == open_names[0].name_latin
    proposals.reject(store, proposals.find(store, f"name-{open_names[1].id}"))
    assert store.participants.get(open_names[1].id).name_latin == ""


def test_the_same_list_again_adds_nobody(store, training, imported):
    before = store.participants.count()
    for name in LISTS:
        report = import_list(store, SAMPLE / name, training.id)
        assert (report.people_new, report.proposals) == (0, [])
    assert store.participants.count() == before


def test_a_dry_run_changes_nothing(store, training):
    report = import_list(store, SAMPLE / LISTS[0], training.id, dry_run=True)
    assert (report.rows, report.people_new) == (10, 10)
    assert store.participants.count() == 0
    assert store.people.find("layla") == []


def test_likely_ones_can_be_accepted_at_once(store, training):
    reports = [import_list(store, SAMPLE / name, training.id, accept_likely=True) for name in LISTS]
    assert sum(report.people_new for report in reports) == 35
    assert sum(report.people_known for report in reports) == 2


def test_a_cancelled_import_leaves_nothing(store, training):
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_list(store, SAMPLE / LISTS[0], training.id, progress=cancel)
    assert store.participants.count() == 0
    assert store.institutions.count() == 0


def test_among_sorani_names_the_missing_form_is_sorani(store, training, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Gender\nشوان ڕەسووڵ,M\nئاسۆ عەلی,M\nDilshad Faraj,M\n", encoding="utf-8")
    import_list(store, path, training.id)
    person = next(one for one in store.participants.all() if one.name_latin == "Dilshad Faraj")
    assert (person.name_arabic, person.name_language) == ("دڵشاد فەرەج", NameLanguage.SORANI)
    assert person.arabic_proposed


def test_rows_with_signs_that_nobody_sees_are_cleaned_and_named(store, training, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\nSara Azad,\nKar\u200bwan\u202e Ahmed,\u202a0750 123 4567\u202c\n", encoding="utf-8")
    report = import_list(store, path, training.id)
    assert report.cleaned == [3]
    known = {one.name_latin: one.phone for one in store.participants.all()}
    assert known == {"Sara Azad": "", "Karwan Ahmed": "+9647501234567"}


def test_a_row_with_a_text_beyond_all_measure_is_skipped_and_told_nothing_is_cut(store, training, tmp_path):
    path = tmp_path / "list.csv"
    rows = ["Name,Institution", "Sara Azad,Ministry", f"{'K' * 121},Ministry", f"Karwan Ahmed,{'M' * 201}"]
    path.write_text("\n".join(rows), encoding="utf-8")
    report = import_list(store, path, training.id)
    assert [(one.row, one.reason) for one in report.skipped] == [(3, "too_long"), (4, "too_long")]
    assert [one.name_latin for one in store.participants.all()] == ["Sara Azad"]
