"""What a programme asks beyond the usual, and what people said to it."""

from collections.abc import Iterable

from models.names.letters import tidy
from models.records import CustomAnswer, CustomField
from models.records.custom import custom_answer_id
from models.step import Step
from models.store import Store
from resources.words import Words


def questions_of(store: Store, programme_id: str) -> tuple[CustomField, ...]:
    """In the order in which they were added; those without any label are left out."""
    found = sorted(store.custom_fields.where(programme_id=programme_id), key=lambda one: one.id)
    return tuple(one for one in found if one.label)


def label(question: CustomField, words: Words) -> str:
    return words.of(question, "label")


def answers(store: Store, enrolment_ids: Iterable[str]) -> dict[str, str]:
    """Question -> answer of one person, by the ids of their enrolments in a training."""
    found = store.custom_answers.among("enrolment_id", enrolment_ids)
    return {one.field_id: one.answer for one in found if one.answer}


def answer(store: Store, enrolment_id: str, question_id: str, text: str) -> None:
    with store.step("edit") as step:
        put_answer(step, enrolment_id, question_id, text)


def put_answer(step: Step, enrolment_id: str, question_id: str, text: str) -> None:
    said = {"enrolment_id": enrolment_id, "field_id": question_id, "answer": tidy(text), "removed": False}
    step.change(CustomAnswer, custom_answer_id(enrolment_id, question_id), said)
