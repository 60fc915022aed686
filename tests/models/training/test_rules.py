"""When a certificate is earned: by each kind of rule, by all of them together, and never by one that is not known."""

from datetime import date

import pytest

from jobs.certificates.entitlement import allow
from jobs.certificates.issuing import prepare
from jobs.certificates.verdict_words import rule_words, verdict_words, why_words
from jobs.desk.registering import mark, register, walk_in
from models.people.proposals import confirmed
from models.records import Programme, Rule, Score, Session
from models.records.codes import MarkState, ScoreKind
from models.records.enrolments import score_id
from models.training import roster
from resources.words import words_for
from tests import newer

EN = words_for("en")
MARKS = {
    "P": MarkState.PRESENT,
    "L": MarkState.LATE,
    "E": MarkState.EXCUSED,
    "A": MarkState.ABSENT,
    "·": MarkState.UNMARKED,
}
NEWER = {"kind": "portfolio", "threshold": 3}


def judged(store, marks: str, rules: tuple[Rule, ...], score: int | None = None) -> roster.Attendee:
    """Somebody with these marks in the four sessions, and this result in the test after the training."""
    enrolment = register(store, confirmed(walk_in("Karwan Ahmed Omar")), "t1", "")
    found = roster.load(store, "t1")
    mark(store, [(found.attendees[0], one.id, MARKS[sign]) for one, sign in zip(found.sessions, marks, strict=True)])
    with store.step() as step:
        step.change(Programme, "p1", {"rules": rules})
        own_id = score_id(enrolment.id, ScoreKind.POST)
        step.add(Score(id=own_id, enrolment_id=enrolment.id, kind=ScoreKind.POST, points=score))
    (one,) = roster.load(store, "t1").attendees
    return one


@pytest.mark.parametrize(
    ("rules", "marks", "score", "said"),
    [
        ({}, "PPPP", 100, "no rule"),
        ({}, "AAAA", None, "no rule"),
        ({"score": 60}, "AAAP", 60, "earned"),
        ({"score": 60}, "EEEE", 60, "not earned"),
        ({"sessions": 3}, "PLPA", None, "earned"),
        ({"sessions": 3}, "PLEA", None, "not earned"),
        ({"sessions": 3}, "PLA·", None, "not yet"),
        ({"sessions": 3}, "PAA·", None, "not earned"),
        ({"sessions": 9}, "PPPP", None, "earned"),
        ({"sessions_or_leave": 3}, "PLEA", None, "earned"),
        ({"sessions_or_leave": 3}, "PEAA", None, "not earned"),
        ({"sessions_or_leave": 3, "sessions": 2}, "PEEA", None, "not earned"),
        ({"score": 60}, "PAAA", 60, "earned"),
        ({"score": 60}, "PPPP", 59, "not earned"),
        ({"score": 60}, "PPPP", None, "not yet"),
        ({"score": 60}, "AAAA", 100, "not earned"),
        ({"sessions": 3, "score": 60}, "PPPA", 60, "earned"),
        ({"sessions": 3, "score": 60}, "PPAA", 60, "not earned"),
        ({"sessions": 3, "score": 60}, "PPPA", 59, "not earned"),
        ({"hours": 12}, "PLAA", None, "earned"),  # sessions of 8 and 4 hours, twice
        ({"hours": 13}, "PLAA", None, "not earned"),
        ({"hours": 13}, "PLA·", None, "not yet"),
        ({"hours": 12}, "PEAA", None, "not earned"),
        ({"hours": 99}, "PPPP", None, "earned"),
        ({"sessions": 2, "hours": 12}, "PAPA", None, "earned"),
        ({"sessions": 2, "hours": 12}, "ALAL", None, "not earned"),
        ({"sessions_or_leave": 3, "score": 60, "hours": 12}, "PEPA", 60, "earned"),
        ({"sessions_or_leave": 3, "score": 60, "hours": 12}, "EPPE", 59, "not earned"),
        ({"portfolio": 3}, "PPPP", 100, "not yet"),
        ({"portfolio": 3, "sessions": 3}, "PPAA", 100, "not earned"),
    ],
)
def test_every_rule_must_be_met(store, training, rules: dict[str, int], marks: str, score: int | None, said: str):
    one = judged(store, marks, tuple(Rule(*rule) for rule in rules.items()), score)
    assert verdict_words(one, EN) == said
    assert bool(prepare(store, roster.load(store, training.id), date(2015, 9, 16))) is (said == "earned")


@pytest.mark.parametrize(
    ("marks", "early"), [("PP··", True), ("PA··", True), ("AA··", False), ("PPAA", False), ("PPPP", True)]
)
def test_who_may_still_earn_it_can_have_it_printed_the_evening_before(store, training, marks: str, early: bool):
    judged(store, marks, (Rule("sessions", 3),))
    assert bool(prepare(store, roster.load(store, training.id), date(2015, 9, 16), early=True)) is early


def test_a_cancelled_session_leaves_the_total(store, training):
    rules = (Rule("sessions", 3),)
    assert not judged(store, "PPAA", rules).verdict.earned
    with store.step() as step:
        for one in ("s2", "s3"):
            step.change(Session, one, {"cancelled": True})
    found = roster.load(store, training.id)
    assert found.attendees[0].verdict.earned
    assert rule_words(found, EN) == "At least 2 of 2 sessions. Leave does not count."


def test_hours_are_whole_and_a_session_without_times_has_none(store, training):
    with store.step() as step:
        step.change(Session, "s0", {"end": "16:30"})
        step.change(Session, "s2", {"start": ""})
    one = judged(store, "PAPP", (Rule("hours", 12),))
    assert rule_words(roster.load(store, training.id), EN) == "At least 12 of 15 hours."
    assert why_words(one, EN) == "11 of 15 hours attended; the rule asks for 12."


@pytest.mark.parametrize("rules", [(Rule("sessions", 4),), (Rule("portfolio", 1),)])
def test_an_exception_is_made_against_any_rule_and_taken_back(store, training, rules: tuple[Rule, ...]):
    one = judged(store, "PAAA", rules)
    allow(store, one.enrolment.id, "Maryam", "ill")
    one = roster.load(store, training.id).attendees[0]
    assert (verdict_words(one, EN), one.verdict.by_exception) == ("by exception", True)
    assert "exception by Maryam: ill" in why_words(one, EN)
    assert len(prepare(store, roster.load(store, training.id), date(2015, 9, 16))) == 1
    allow(store, one.enrolment.id, "", "")
    assert not roster.load(store, training.id).attendees[0].verdict.earned


def test_who_meets_the_rule_needs_no_exception(store, training):
    one = judged(store, "PPPP", (Rule("sessions", 4),))
    allow(store, one.enrolment.id, "Maryam", "ill")
    assert verdict_words(roster.load(store, training.id).attendees[0], EN) == "earned"


def test_the_rule_and_where_somebody_stands_are_said(store, training):
    rules = (Rule("sessions_or_leave", 3), Rule("score", 60))
    one = judged(store, "PEA·", rules)
    assert rule_words(roster.load(store, training.id), EN) == (
        "At least 3 of 4 sessions. Leave counts. In the test after the training, at least 60 %."
    )
    assert why_words(one, EN).splitlines() == [
        "2 of 4 sessions attended or on leave; the rule asks for 3.",
        "Test: – %; the rule asks for 60 %.",
        "1 session is not marked yet.",
    ]


@pytest.mark.parametrize("rule", [NEWER, {"kind": "sessions", "threshold": 1, "of_days": [1, 2]}])
def test_a_rule_of_a_newer_version_earns_nobody_anything_says_so_and_stays(store, training, rule: dict):
    judged(store, "PPPP", ())
    newer.say(store, "programme", "p1", rules=[rule])
    with store.step() as step:
        step.change(Programme, "p1", {"code": "HA"})
    found = roster.load(store, training.id)
    (one,) = found.attendees
    assert not one.verdict.earned
    assert not one.verdict.may_still_be_earned
    for said in (rule_words(found, EN), why_words(one, EN)):
        assert f"The rule “\u2068{rule['kind']}\u2069” comes from a newer version" in said
    with store.step() as step:
        kept = store.programmes.get("p1").rules
        step.change(Programme, "p1", {"rules": (*kept, Rule("score", 50))})
    assert store.history("p1")[-1].sets == {"rules": [rule, {"kind": "score", "threshold": 50}]}
