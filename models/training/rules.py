"""The kinds of rules by which a certificate is earned. A rule is data: its kind and a threshold.

Adding a kind is one entry of ``RULES``: the plan page, the training file, verdicts and their words follow from it.
What a kind means never changes: another meaning is another kind, as laptops of an earlier version go on judging.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.records import Rule, Session
from models.records.codes import MarkState, ScoreKind
from resources.words import N_

LEAVE_COUNTS = "sessions_or_leave"
WAS_THERE = (MarkState.PRESENT, MarkState.LATE)
_BEST_SCORE = 100
_MOST = 999_999


@dataclass(frozen=True, slots=True)
class Achieved:
    """What is known of a person in a training."""

    sessions: Sequence[Session]
    """Those that are held."""
    states: Sequence[MarkState]
    """The mark of each; unmarked is no answer yet."""
    scores: Mapping[ScoreKind, int]
    """Per cent, of the tests that the person took."""

    def sessions_in(self, *states: MarkState) -> list[Session]:
        return [one for one, state in zip(self.sessions, self.states, strict=True) if state in states]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a person achieved, in the unit of a rule."""

    reached: int | None
    """None: there is nothing to measure yet."""
    possible: int
    """What it becomes at best, by what is still open."""
    total: int
    """What anybody can reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleKind:
    measure: Callable[[Achieved], Measure]
    """What is compared with the threshold."""
    label: str
    """Of its field in the form."""
    sentence: str
    """What it asks for: ``needed`` of ``total``."""
    standing: str
    """Where a person stands with it: ``reached``, ``needed``, ``total``."""
    is_of_attendance: bool = False
    """Whether it asks somebody to come; where others do not, one session is asked for beside them."""
    instead_of: str = ""
    """The kind in whose place it stands; the form shows it as a switch beside that one."""
    is_percent: bool = False

    @property
    def most(self) -> int:
        """The highest threshold that makes sense."""
        return _BEST_SCORE if self.is_percent else _MOST


def _sessions(*counting: MarkState) -> Callable[[Achieved], Measure]:
    def measure(achieved: Achieved) -> Measure:
        reached = len(achieved.sessions_in(*counting))
        return Measure(reached, reached + len(achieved.sessions_in(MarkState.UNMARKED)), len(achieved.sessions))

    return measure


def _score(achieved: Achieved) -> Measure:
    points = achieved.scores.get(ScoreKind.POST)
    return Measure(points, _BEST_SCORE if points is None else points, _BEST_SCORE)


def _hours(achieved: Achieved) -> Measure:
    """Whole hours: 11.5 are not yet 12."""

    def hours(*states: MarkState) -> int:
        return sum(one.minutes for one in achieved.sessions_in(*states)) // 60

    return Measure(hours(*WAS_THERE), hours(*WAS_THERE, MarkState.UNMARKED), hours(*MarkState))


RULES: dict[str, RuleKind] = {
    "sessions": RuleKind(
        measure=_sessions(*WAS_THERE),
        label=N_("Sessions needed for a certificate"),
        sentence=N_("At least {needed} of {total} sessions. Leave does not count."),
        standing=N_("{reached} of {total} sessions attended; the rule asks for {needed}."),
        is_of_attendance=True,
    ),
    LEAVE_COUNTS: RuleKind(
        measure=_sessions(*WAS_THERE, MarkState.EXCUSED),
        label=N_("Leave counts as attendance"),
        sentence=N_("At least {needed} of {total} sessions. Leave counts."),
        standing=N_("{reached} of {total} sessions attended or on leave; the rule asks for {needed}."),
        is_of_attendance=True,
        instead_of="sessions",
    ),
    "hours": RuleKind(
        measure=_hours,
        label=N_("Hours needed for a certificate"),
        sentence=N_("At least {needed} of {total} hours."),
        standing=N_("{reached} of {total} hours attended; the rule asks for {needed}."),
        is_of_attendance=True,
    ),
    "score": RuleKind(
        measure=_score,
        label=N_("Test result needed (per cent)"),
        sentence=N_("In the test after the training, at least {needed} %."),
        standing=N_("Test: {reached} %; the rule asks for {needed} %."),
        is_percent=True,
    ),
}
_USUAL = Rule("sessions", 1)


def known_kind(rule: Rule) -> RuleKind | None:
    """None: it comes from a newer version, or says more than this one understands."""
    return None if rule.unknown else RULES.get(rule.kind)


def in_force(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Nobody earns a certificate without having come at all, whatever else is asked for.

    Without any rule nobody earns one: what nobody decided is never taken for a low bar.
    """
    if not rules:
        return ()
    kinds = [known_kind(rule) for rule in rules]
    return rules if any(kind and kind.is_of_attendance for kind in kinds) else (_USUAL, *rules)
