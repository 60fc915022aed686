"""Results of the tests before and after a training."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.records import Score
from models.records.codes import ScoreKind
from models.records.enrolments import score_id
from models.store import Store
from models.training.roster import Attendee


def put_scores(store: Store, scores: Iterable[tuple[Attendee, ScoreKind, int | None]]) -> None:
    """Write results (per cent; None takes one away) in one step, in every entry of the person."""
    with store.step("score") as step:
        for attendee, kind, points in scores:
            for enrolment in attendee.enrolment_ids:
                said = {"enrolment_id": enrolment, "kind": kind, "points": points, "removed": False}
                step.change(Score, score_id(enrolment, kind), said)


def gain_of(one: Attendee) -> int | None:
    """In percentage points; None unless both tests were taken."""
    before, after = one.scores.get(ScoreKind.PRE), one.scores.get(ScoreKind.POST)
    return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSummary:
    kind: ScoreKind
    mean: float
    people: int


def score_summaries(people: Iterable[Attendee]) -> list[ScoreSummary]:
    """Of each test that anybody took."""
    people = list(people)
    made = []
    for kind in ScoreKind:
        points = [one.scores[kind] for one in people if kind in one.scores]
        if points:
            made.append(ScoreSummary(kind=kind, mean=sum(points) / len(points), people=len(points)))
    return made
