"""Anonymous feedback: the questions, keying a form, and what came out."""

from dataclasses import dataclass
from enum import StrEnum

from models.errors import RatingUnclear
from models.ids import new_id
from models.names.letters import ascii_digits, tidy
from models.records import Feedback
from models.sorting import natural_key
from models.store import Store

LEAST, MOST = 1, 5


class Question(StrEnum):
    """Each is answered from 1 (poor) to 5 (very good)."""

    CONTENT = "content"
    TRAINERS = "trainers"
    METHODS = "methods"
    MATERIALS = "materials"
    ORGANISATION = "organisation"
    USE = "use"


@dataclass(frozen=True, slots=True)
class Result:
    question: Question
    mean: float
    answers: int


def add_feedback(store: Store, training_id: str, ratings: str, comment: str = "") -> Feedback:
    """
    :param ratings: a figure for each question, in any digits; 0 or - for no answer
    :raises RatingUnclear: when it is not one figure per question; nothing is saved
    """
    figures = ascii_digits(ratings).replace("-", "0").replace(" ", "")
    if len(figures) != len(Question) or not figures.isdigit() or any(int(one) > MOST for one in figures):
        raise RatingUnclear(ratings=ratings, count=len(Question))
    made = Feedback(
        id=new_id(), training_id=training_id, ratings=tuple(int(one) for one in figures), comment=tidy(comment)
    )
    with store.step("feedback") as step:
        step.add(made)
    return made


def forms_of(store: Store, training_id: str) -> list[Feedback]:
    return [one for one in store.feedback.where(training_id=training_id) if not one.removed]


def results_of(store: Store, training_id: str) -> list[Result]:
    """The mean of each question that was answered."""
    forms = forms_of(store, training_id)
    made = []
    for place, question in enumerate(Question):
        given = [one.ratings[place] for one in forms if place < len(one.ratings) and one.ratings[place]]
        if given:
            made.append(Result(question, sum(given) / len(given), len(given)))
    return made


def comments_of(store: Store, training_id: str) -> list[str]:
    """In the order of the alphabet, so that they tell nothing of when they were written."""
    return sorted((one.comment for one in forms_of(store, training_id) if one.comment), key=natural_key)
