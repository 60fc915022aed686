"""The rule of the certificate in words, and what it says of a person: earned or not and why, and what became of it."""

from jobs.attendance.prospects import Prospects
from models.records import Certificate
from models.training.roster import Attendee, Roster
from resources.words import Words
from resources.words.codes import code_word

_MOST_NAMES = 12


def rule_words(found: Roster, words: Words) -> str:
    """At least 6 of 8 sessions, and 60 % or more in the test after the training. Leave does not count."""
    programme = found.programme
    held = sum(not one.cancelled for one in found.sessions)
    numbers = {"needed": words.number(min(max(programme.rule_sessions, 1), held)), "held": words.number(held)}
    if programme.rule_score is None:
        rule = words.say("At least {needed} of {held} sessions.", **numbers)
    else:
        score = f"\u2068{words.number(programme.rule_score)} %\u2069"
        rule = words.say(
            "At least {needed} of {held} sessions, and {score} or more in the test after the training.",
            score=score,
            **numbers,
        )
    leave = words.say("Leave counts.") if programme.rule_excused_counts else words.say("Leave does not count.")
    return f"{rule} {leave}"


def state_words(one: Attendee, words: Words) -> str:
    """What became of the paper; of people in other roles, their role."""
    if one.certificate is not None:
        return code_word(words, "certificate_state", one.certificate.state)
    return "" if one.counts else code_word(words, "role", one.enrolment.role)


def is_good(one: Attendee) -> bool:
    return one.certificate is not None or one.verdict.earned


def verdict_words(one: Attendee, words: Words) -> str:
    """The number, or that it is earned, or in short why not."""
    if one.certificate is not None:
        return f"\u2066{one.certificate.number}\u2069"
    verdict = one.verdict
    if not one.counts:
        return words.say("on request")
    if verdict.earned:
        return words.say("by exception") if verdict.by_exception else words.say("earned")
    if verdict.may_still_be_earned and verdict.unmarked:
        return words.say("not yet")
    return words.say("not earned")


def why_words(one: Attendee, words: Words) -> str:
    """The numbers behind the verdict."""
    verdict = one.verdict
    lines = [
        words.say(
            "{attended} of {held} sessions attended; the rule asks for {needed}.",
            attended=words.number(verdict.attended),
            held=words.number(verdict.held),
            needed=words.number(max(verdict.needed, 1)),
        )
    ]
    if verdict.unmarked:
        lines.append(
            words.count("{n} session is not marked yet.", "{n} sessions are not marked yet.", verdict.unmarked)
        )
    if verdict.score_needed is not None:
        score = words.number(verdict.score) if verdict.score is not None else "–"
        needed = words.number(verdict.score_needed)
        lines.append(words.say("Test: {score} %; the rule asks for {needed} %.", score=score, needed=needed))
    if verdict.by_exception:
        lines.append(
            words.say(
                "exception by {name}: {reason}", name=one.enrolment.exception_by, reason=one.enrolment.exception_reason
            )
        )
    lines += [past_words(past, words) for past in one.past_certificates]
    if one.participant.has_open_name:
        lines.append(words.say("One form of the name is not confirmed and is not printed."))
    return "\n".join(lines)


def past_words(past: Certificate, words: Words) -> str:
    """A number that is no longer valid, and why."""
    state = code_word(words, "certificate_state", past.state)
    return " · ".join(filter(None, (f"\u2066{past.number}\u2069", state, past.reason)))


def lost_words(effect: Prospects, words: Words) -> str:
    """The names of those who can no longer earn it; of many, the first."""
    names = [f"\u2068{one.participant.name_in(words.language)}\u2069" for one in effect.lost[:_MOST_NAMES]]
    if len(effect.lost) > _MOST_NAMES:
        names.append("…")
    return words.say("Can no longer earn it: {names}", names=words.say(", ").join(names))
