"""Whether somebody has earned a certificate, and where they stand with each rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.records import Rule, Session
from models.records.codes import MarkState, ScoreKind
from models.training.rules import LEAVE_COUNTS, WAS_THERE, Achieved, Measure, RuleKind, in_force, known_kind


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands with one rule."""

    rule: Rule
    kind: RuleKind | None
    """None: a rule that this version does not know; by it nobody earns anything, and nothing is lost either."""
    measure: Measure

    @property
    def needed(self) -> int:
        """Never more than anybody can reach: a cancelled session leaves the total."""
        return max(1, min(self.rule.threshold, self.measure.total or self.rule.threshold))

    @property
    def is_met(self) -> bool:
        return self.kind is not None and self.measure.reached is not None and self.measure.reached >= self.needed

    @property
    def may_still_be_met(self) -> bool:
        return self.kind is not None and self.measure.possible >= self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether it is earned, and the numbers that say why not."""

    earned: bool
    standings: tuple[Standing, ...]
    """With every rule that is in force; all must be met. None: no rule was set, and nobody earns anything."""
    attended: int
    """Sessions; with leave, where the rule counts it."""
    held: int
    unmarked: int
    by_exception: bool = False
    """Somebody decided so, against the rule."""

    @property
    def may_still_be_earned(self) -> bool:
        """Whether it is earned, or would be if the person stays to the end."""
        return self.earned or (bool(self.standings) and all(one.may_still_be_met for one in self.standings))

    @property
    def is_lost(self) -> bool:
        """Whether nothing that is still open can bring it."""
        return not self.earned and any(one.kind and not one.may_still_be_met for one in self.standings)


def judge(
    rules: tuple[Rule, ...],
    sessions: Iterable[Session],
    marks: Mapping[str, MarkState],
    scores: Mapping[ScoreKind, int],
    *,
    has_exception: bool = False,
) -> Verdict:
    """A programme's rules applied to one person; a cancelled session leaves the total.

    :param marks: session id -> mark
    :param scores: per cent, of the tests that were taken
    :param has_exception: whether somebody let the person have a certificate all the same
    """
    held = [session for session in sessions if not session.cancelled]
    achieved = Achieved(held, [marks.get(session.id, MarkState.UNMARKED) for session in held], scores)
    standings = tuple(_standing(rule, achieved) for rule in in_force(rules))
    by_rule = bool(standings) and all(one.is_met for one in standings)
    leave = [MarkState.EXCUSED] if any(one.rule.kind == LEAVE_COUNTS for one in standings) else []
    return Verdict(
        earned=by_rule or has_exception,
        by_exception=has_exception and not by_rule,
        standings=standings,
        attended=len(achieved.sessions_in(*WAS_THERE, *leave)),
        held=len(held),
        unmarked=len(achieved.sessions_in(MarkState.UNMARKED)),
    )


def _standing(rule: Rule, achieved: Achieved) -> Standing:
    kind = known_kind(rule)
    return Standing(rule, kind, kind.measure(achieved) if kind else Measure(None, 0, 0))
