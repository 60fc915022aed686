"""A new programme in the plan: it goes on as the one before it, under a name of its own."""

from dataclasses import replace

from jobs.trainings.issuer import issuer_of
from jobs.trainings.own_questions import put_answer
from models.errors import FromNewerVersion
from models.fields import Record, fields_of
from models.ids import new_id
from models.records import Programme, Training
from models.records.certificates import wording_id
from models.step import Step
from models.store import Store
from models.texts import NOTHING

_ITS_OWN = ("title", "code", "contract_number", "donor", "partners", "funding")
"""What says which programme it is, for whom and with whose money: of a new one nobody has said it yet."""


def begin_programme(store: Store, training_id: str) -> Programme:
    """A new programme, to which the training belongs from now on, in one step.

    It takes along what decides about certificates and people: the rule, issuer, emblem, numbers, notice, wordings,
    and the programme's own questions with what the people of this training answered.

    :raises FromNewerVersion: when something of that cannot be read here; nothing is changed
    """
    with store.step("plan") as step:
        training = store.trainings.still(training_id)
        old = store.programmes.find(training.programme_id) or Programme(id="")
        made = _like(old, old.issuer_id or issuer_of(store).id)
        step.add(made)
        step.change(Training, training_id, {"programme_id": made.id})
        if old.id:
            _take_wordings(store, step, old, made)
            _take_questions(store, step, training, made)
    return made


def _like(old: Programme, issuer_id: str) -> Programme:
    _check(old, {field.name for field in fields_of(Programme) if field.attribute not in _ITS_OWN})
    return replace(
        old, id=new_id(), issuer_id=issuer_id, title=NOTHING, code="", contract_number="", donor=NOTHING, partners=(),
        funding=NOTHING, removed=False, unread=frozenset(),
    )  # fmt: skip


def _take_wordings(store: Store, step: Step, old: Programme, made: Programme) -> None:
    for one in store.wordings.where(programme_id=old.id):
        _check(one, one.unread)
        step.add(replace(one, id=wording_id(made.id, one.certificate_kind), programme_id=made.id))


def _take_questions(store: Store, step: Step, training: Training, made: Programme) -> None:
    """Each anew, as the old programme keeps its own; in the same order, which is that of their ids."""
    asked = sorted(store.custom_fields.where(programme_id=training.programme_id), key=lambda one: one.id)
    copies = dict(zip((one.id for one in asked), sorted(new_id() for _ in asked), strict=True))
    for one in asked:
        _check(one, one.unread)
        step.add(replace(one, id=copies[one.id], programme_id=made.id))
    people = [one.id for one in store.enrolments.where(training_id=training.id)]
    for said in store.custom_answers.among("enrolment_id", people):
        if said.field_id in copies and said.answer:
            put_answer(step, said.enrolment_id, copies[said.field_id], said.answer)


def _check(record: Record, taken: set[str] | frozenset[str]) -> None:
    if record.unread & taken:
        raise FromNewerVersion()
