"""When a certificate is earned: every mark, every limit."""

from dataclasses import replace

import pytest

from models.records import Programme, Session
from models.records.codes import MarkState
from models.training.rules import Verdict, counts, judge

SESSIONS = tuple(Session(id=one, training_id="t") for one in "abcd")
P, L, E, A, U = MarkState.PRESENT, MarkState.LATE, MarkState.EXCUSED, MarkState.ABSENT, MarkState.UNMARKED
RULE = Programme(id="p", rule_sessions=3)


def verdict(*marks: MarkState, programme: Programme = RULE, score: int | None = None, has_exception: bool = False):
    given = dict(zip("abcd", marks, strict=False))
    return judge(programme, SESSIONS, given, score, has_exception=has_exception)


@pytest.mark.parametrize(("excused_counts", "counting"), [(False, [P, L]), (True, [P, L, E])])
def test_which_marks_count(excused_counts: bool, counting: list[MarkState]):
    programme = Programme(id="p", rule_excused_counts=excused_counts)
    assert [one for one in MarkState if counts(one, programme)] == counting


def test_the_numbers_that_say_why():
    assert verdict(P, L, E, U, programme=replace(RULE, rule_score=60), score=50) == Verdict(
        earned=False, attended=2, held=4, needed=3, unmarked=1, score=50, score_needed=60, by_exception=False
    )
    assert verdict().unmarked == 4
    assert verdict(P).score_needed is None
    plain = Verdict(earned=False, attended=0, held=0, needed=0, unmarked=0)
    assert (plain.score, plain.score_needed, plain.by_exception) == (None, None, False)


@pytest.mark.parametrize(
    ("marks", "needed", "earned"),
    [
        ((P, P, P, A), 3, True), ((P, P, A, A), 3, False), ((P, L, L, L), 4, True), ((P, P, P, A), 4, False),
        ((P, A, A, A), 0, True), ((A, A, A, A), 0, False), ((P, P, P, P), 9, True), ((P, P, P, A), 9, False),
        ((P, P, E, A), 3, False),
    ],
)  # fmt: skip
def test_as_many_sessions_as_the_rule_says_and_at_least_one(marks: tuple[MarkState, ...], needed: int, earned: bool):
    assert verdict(*marks, programme=Programme(id="p", rule_sessions=needed)).earned is earned


@pytest.mark.parametrize(("score", "earned"), [(None, False), (59, False), (60, True), (100, True)])
def test_a_score_where_one_is_needed(score: int | None, earned: bool):
    assert verdict(P, P, P, programme=replace(RULE, rule_score=60), score=score).earned is earned
    assert verdict(P, P, P, score=score).earned


def test_a_cancelled_session_leaves_the_total():
    sessions = (*SESSIONS[:2], replace(SESSIONS[2], cancelled=True))
    found = judge(RULE, sessions, {"a": P, "b": P, "c": A}, None)
    assert (found.earned, found.held, found.needed, found.attended) == (True, 2, 2, 2)
    assert not judge(RULE, (), {}, None).earned


def test_an_exception_is_one_where_the_rule_says_no():
    assert (verdict(A, has_exception=True).earned, verdict(A, has_exception=True).by_exception) == (True, True)
    assert (verdict(P, P, P, has_exception=True).earned, verdict(P, P, P, has_exception=True).by_exception) == (
        True, False,
    )  # fmt: skip
    assert not verdict(A).by_exception


@pytest.mark.parametrize(
    ("found", "may"),
    [
        (verdict(P, A), True), (verdict(A, A), False), (verdict(P, P, P), True),
        (verdict(A, A, has_exception=True), True),
        (verdict(P, P, A, U), True), (verdict(P, A, A, U), False), (judge(RULE, (), {}, None), False),
        (verdict(P, programme=replace(RULE, rule_score=60)), True),
        (verdict(P, programme=replace(RULE, rule_score=60), score=59), False),
        (verdict(P, programme=replace(RULE, rule_score=60), score=60), True),
        (verdict(A, A, A, A, programme=Programme(id="p")), False),
        (verdict(A, A, A, programme=Programme(id="p")), True),
    ],
)  # fmt: skip
def test_who_may_still_earn_it(found: Verdict, may: bool):
    assert found.may_still_be_earned is may
