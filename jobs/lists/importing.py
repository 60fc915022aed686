"""Import a nominee list: read it, recognise people and institutions, propose what needs a person's yes."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from documents.page import Progress, no_progress
from exchange.columns import header_form
from exchange.nominees import Nominee, NomineeList, SkippedRow, UnclearCell, read_nominees
from jobs.lists.declared_columns import DeclaredColumns
from jobs.trainings.own_questions import put_answer, questions_of
from models import places
from models.fields import Use, field_of, fields_of
from models.ids import new_id
from models.names import institutions as known_institutions
from models.names.alike import VERY_LIKELY
from models.names.letters import folded, looks_sorani
from models.names.spelling import propose_arabic, propose_latin, propose_sorani
from models.people.entries import look_alikes
from models.people.proposals import Proposal, asked, same_person_proposal
from models.records import CustomAnswer, Enrolment, Institution, Participant
from models.records.codes import NameLanguage, Sameness
from models.records.custom import custom_answer_id
from models.records.enrolments import enrolment_id
from models.step import Step
from models.store import Store
from models.typed import checked_length


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import found and did."""

    rows: int = 0
    people_new: int = 0
    people_known: int = 0
    proposals: list[Proposal] = field(default_factory=list)
    accepted: int = 0
    skipped: list[SkippedRow] = field(default_factory=list)
    unclear: list[UnclearCell] = field(default_factory=list)
    """What stands in the list and was not kept."""
    cleaned: list[int] = field(default_factory=list)
    """Rows from which signs that nobody can see were removed."""
    columns: dict[str, str] = field(default_factory=dict)
    institutions_new: list[Institution] = field(default_factory=list)


class _OnlyTrying(Exception):
    """Ends the transaction of a dry run."""


def import_list(
    store: Store,
    path: Path,
    training_id: str,
    *,
    dry_run: bool = False,
    accept_likely: bool = False,
    progress: Progress = no_progress,
) -> ImportReport:
    """Import one file into a training: all of it in one step, or nothing.

    :param accept_likely: answer yes to what is very likely the same person
    :raises SijilError: when the file cannot be read; the register is as it was
    """
    nominees = read_nominees(path)
    report = ImportReport(
        rows=len(nominees.nominees),
        skipped=nominees.skipped,
        columns=nominees.columns,
        cleaned=nominees.cleaned,
    )
    if not dry_run:
        store.safekeeping.backup_if_due(None, partial(progress, 0, 0))
    try:
        with store.step("import") as step:
            _Importer(store, step, training_id, report, accept_likely=accept_likely).run(nominees, progress)
            if dry_run:
                raise _OnlyTrying
    except _OnlyTrying:
        pass
    return report


class _Importer:
    """One import under way."""

    def __init__(
        self, store: Store, step: Step, training_id: str, report: ImportReport, *, accept_likely: bool
    ) -> None:
        self._store = store
        self._step = step
        self._training_id = training_id
        self._report = report
        self._accept_likely = accept_likely
        self._institutions = InstitutionFinder(store, step)
        questions = questions_of(store, store.trainings.get(training_id).programme_id)
        self._questions = {header_form(text): one.id for one in questions for text in one.label}
        self._labels = {one.id: one.label.first for one in questions}
        self._columns = DeclaredColumns()

    def run(self, nominees: NomineeList, progress: Progress) -> None:
        is_sorani_list = _mostly_sorani(nominees.nominees)
        for done, nominee in enumerate(nominees.nominees):
            progress(done, len(nominees.nominees))
            if _is_too_long(nominee):
                self._report.skipped.append(SkippedRow(row=nominee.row, reason="too_long"))
            else:
                self._import(nominee, is_sorani_list=is_sorani_list)
        progress(len(nominees.nominees), len(nominees.nominees))
        self._report.institutions_new = self._institutions.made
        self._report.columns |= self._columns.read

    def _import(self, nominee: Nominee, *, is_sorani_list: bool) -> None:
        person, unread = self._columns.filled(participant_from(nominee, is_sorani_list=is_sorani_list), nominee)
        self._report.unclear += [replace(one, row=nominee.row) for one in (*nominee.unclear, *unread)]
        known = self._known(person)
        if known is not None:
            self._report.people_known += 1
            self._step.change(Participant, known.id, _gaps_filled(known, person))
            person = known
        else:
            self._report.people_new += 1
            self._step.add(person)
            self._step.reindex()
            self._propose(person)
        self._enrol(person, nominee)

    def _known(self, person: Participant) -> Participant | None:
        """The very same entry, imported before: the same names as written, and the same contact."""
        ids = self._store.people.with_contact(person.phone, person.email)
        for candidate in self._store.participants.among("id", sorted(ids)):
            if all(_same_form(person, candidate, script) for script in ("latin", "arabic")):
                return candidate
        return None

    def _propose(self, person: Participant) -> None:
        for other, likeness in look_alikes(self._store, person):
            is_accepted = self._accept_likely and likeness.score >= VERY_LIKELY
            link = asked(person, other, likeness, Sameness.SAME if is_accepted else Sameness.PROPOSED)
            self._step.add(link)
            if is_accepted:
                self._report.accepted += 1
                self._report.people_new -= 1
                self._report.people_known += 1
                return
            self._report.proposals.append(same_person_proposal(link, other, person))

    def _enrol(self, person: Participant, nominee: Nominee) -> None:
        own_id = enrolment_id(person.id, self._training_id)
        said: dict[str, Any] = {
            "institution_id": self._institutions.find(nominee.institution) if nominee.institution else "",
            "position": nominee.position,
            "governorate": places.recognise(nominee.governorate) or nominee.governorate,
            "note": nominee.note,
        }
        known = self._store.enrolments.find(own_id)
        if known is None:
            made = Enrolment(id=own_id, participant_id=person.id, training_id=self._training_id, **said)
            self._step.add(made)
        else:
            gaps = {name: value for name, value in said.items() if value and not getattr(known, name)}
            self._step.change(Enrolment, own_id, {"removed": False, **gaps})
        self._put_answers(own_id, nominee)

    def _put_answers(self, enrolment: str, nominee: Nominee) -> None:
        """Columns that are headed like a question of the programme; what was answered before stays."""
        for title, text in nominee.others:
            question_id = self._questions.get(header_form(title), "")
            is_new = self._store.custom_answers.find(custom_answer_id(enrolment, question_id)) is None
            if question_id and is_new:
                put_answer(self._step, enrolment, question_id, text)
                self._report.columns[title] = self._labels[question_id]


def _is_too_long(nominee: Nominee) -> bool:
    """Whether something on a row is longer than anybody may type it."""
    fields = (
        *fields_of(Participant),
        *fields_of(Enrolment),
    )
    said = [(field.most, getattr(nominee, field.name, "")) for field in fields]
    said.append((field_of(Institution, "name_en").most, nominee.institution))
    said += [(field_of(CustomAnswer, "answer").most, text) for _, text in nominee.others]
    return any(isinstance(text, str) and len(text) > most for most, text in said)


def _same_form(found: Participant, known: Participant, script: str) -> bool:
    """Whether both were written alike; a form that a rule made counts as not written."""
    name, proposed = f"name_{script}", f"{script}_proposed"
    if getattr(found, proposed):
        return bool(getattr(known, proposed) or getattr(known, name) == getattr(found, name))
    return not getattr(known, proposed) and folded(getattr(known, name)) == folded(getattr(found, name))


def _gaps_filled(known: Participant, found: Participant) -> dict[str, Any]:
    """What the list says where nothing is on file."""
    gaps = {field.name: field.of(found) for field in fields_of(Participant, Use.LIST) if not field.of(known)}
    changes: dict[str, Any] = {name: value for name, value in gaps.items() if value}
    for script in ("latin", "arabic"):
        name, proposed = f"name_{script}", f"{script}_proposed"
        is_open = getattr(known, proposed) or not getattr(known, name)
        if is_open and getattr(found, name) and not getattr(found, proposed):
            changes |= {name: getattr(found, name), proposed: False}
    return changes


def _mostly_sorani(nominees: list[Nominee]) -> bool:
    names = [nominee.name_arabic for nominee in nominees if nominee.name_arabic]
    return sum(looks_sorani(name) for name in names) * 2 > len(names)


def participant_from(nominee: Nominee, *, is_sorani_list: bool) -> Participant:
    """A new entry; the missing form of the name is proposed and marked so."""
    latin, arabic = nominee.name_latin, nominee.name_arabic
    language = _name_language(arabic, is_sorani_list=is_sorani_list)
    propose = propose_sorani if language is NameLanguage.SORANI else propose_arabic
    return Participant(
        id=new_id(),
        title=nominee.title,
        name_latin=latin or propose_latin(arabic),
        name_arabic=arabic or propose(latin),
        latin_proposed=not latin,
        arabic_proposed=not arabic,
        name_language=language,
        sex=nominee.sex,
        birth_year=nominee.birth_year,
        phone=nominee.phone,
        email=nominee.email,
    )


def _name_language(arabic: str, *, is_sorani_list: bool) -> NameLanguage:
    """Of the form in Arabic letters; among Sorani names also of the one that will be proposed."""
    if is_sorani_list or looks_sorani(arabic):
        return NameLanguage.SORANI
    return NameLanguage.ARABIC if arabic else NameLanguage.UNKNOWN


class InstitutionFinder:
    """Finds the institution that a text names, or puts it on file."""

    def __init__(self, store: Store, step: Step) -> None:
        self._step = step
        self._by_reference: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self.made: list[Institution] = []
        for institution in store.institutions.all():
            self._remember(institution)

    def find(self, written: str) -> str:
        """The id of the institution."""
        reference = known_institutions.recognise(written)
        if reference is not None:
            return self._by_reference.get(reference.key) or self._put_known(reference)
        found = self._by_name.get(known_institutions.comparison_form(written))
        return found or self._put_unknown(written)

    def _remember(self, institution: Institution) -> None:
        if institution.reference:
            self._by_reference[institution.reference] = institution.id
        for name in institution.name:
            self._by_name[known_institutions.comparison_form(name)] = institution.id

    def _put(self, institution: Institution) -> str:
        self._step.add(institution)
        self._remember(institution)
        self.made.append(institution)
        return institution.id

    def _put_known(self, reference: known_institutions.Reference) -> str:
        parent_id = ""
        if reference.parent:
            parent = known_institutions.references()[reference.parent]
            parent_id = self._by_reference.get(parent.key) or self._put_known(parent)
        return self._put(
            Institution(
                id=new_id(),
                name=reference.name,
                kind=reference.kind,
                parent_id=parent_id,
                reference=reference.key,
            )
        )

    def _put_unknown(self, written: str) -> str:
        """As written, the kind guessed, to be completed by somebody.

        :raises TextTooLong: when no institution is called so
        """
        checked_length(field_of(Institution, "name_en"), written)
        parent = known_institutions.recognise_parent(written)
        parent_id = ""
        if parent is not None:
            parent_id = self._by_reference.get(parent.key) or self._put_known(parent)
        kind = known_institutions.guess_kind(written)
        return self._put(
            Institution(
                id=new_id(),
                kind=kind,
                parent_id=parent_id,
                incomplete=True,
                name=known_institutions.name_as_written(written),
            )
        )
