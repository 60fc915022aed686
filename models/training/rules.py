"""When a certificate is earned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.records import Programme, Session
from models.records.codes import MarkState


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether it is earned, and the numbers that say why not."""

    earned: bool
    attended: int
    held: int
    needed: int
    unmarked: int
    score: int | None = None
    score_needed: int | None = None
    by_exception: bool = False
    """Somebody decided so, against the rule."""

    @property
    def may_still_be_earned(self) -> bool:
        """Whether it is earned, or would be if the person stays to the end."""
        has_score = self.score_needed is None or self.score is None or self.score >= self.score_needed
        return self.earned or (self.held > 0 and self.attended + self.unmarked >= max(self.needed, 1) and has_score)


def counts(state: MarkState, programme: Programme) -> bool:
    """Late counts; excused counts only if the rule says so; unmarked is no answer yet."""
    if state is MarkState.EXCUSED:
        return programme.rule_excused_counts
    return state.was_there


def judge(
    programme: Programme,
    sessions: Iterable[Session],
    marks: Mapping[str, MarkState],
    score: int | None,
    *,
    has_exception: bool = False,
) -> Verdict:
    """The programme's rule applied to one person; a cancelled session leaves the total.

    :param marks: session id -> mark
    :param score: per cent in the final test, if taken
    :param has_exception: whether somebody let the person have a certificate all the same
    """
    held = [session for session in sessions if not session.cancelled]
    states = [marks.get(session.id, MarkState.UNMARKED) for session in held]
    attended = sum(counts(state, programme) for state in states)
    needed = min(programme.rule_sessions, len(held))
    has_score = programme.rule_score is None or (score is not None and score >= programme.rule_score)
    by_rule = bool(held) and attended >= max(needed, 1) and has_score
    return Verdict(
        earned=by_rule or has_exception,
        by_exception=has_exception and not by_rule,
        attended=attended,
        held=len(held),
        needed=needed,
        unmarked=states.count(MarkState.UNMARKED),
        score=score,
        score_needed=programme.rule_score,
    )
