"""The rule of the certificate in words, and what it says of a person: earned or not and why, and what became of it."""

from collections.abc import Iterable, Sequence

from jobs.certificates.prospects import Prospects
from jobs.certificates.twice import beside_words, offer_words
from models.records import Certificate, Rule
from models.training.roster import Attendee, Roster
from models.training.rules import RULES, known_kind
from models.training.verdicts import Standing, judge
from resources.words import Words
from resources.words.codes import code_word

_MOST_NAMES = 12


def rule_words(found: Roster, words: Words) -> str:
    """At least 6 of 8 sessions. Leave does not count. In the test after the training, at least 60 %."""
    of_nobody = judge(found.programme.judged_by, found.sessions, {}, {})
    if not of_nobody.standings:
        return no_rule_words(words)
    return " ".join(_asked(one, words) for one in of_nobody.standings)


def no_rule_words(words: Words) -> str:
    return words.say("No rule is set: nobody earns a certificate. The rule stands in the plan.")


def not_known_words(rules: Iterable[Rule], words: Words) -> list[str]:
    """Of the rules of a newer version, that nobody earns anything by them."""
    return [_not_known(rule, words) for rule in rules if known_kind(rule) is None]


def rules_in_short(rules: Iterable[Rule], words: Words) -> str:
    """With no training at hand, as its programme's form has them: Sessions needed for a certificate: 6."""
    return " · ".join(_in_short(rule, words) for rule in rules)


def _in_short(rule: Rule, words: Words) -> str:
    kind, threshold = RULES.get(rule.kind), words.number(rule.threshold)
    if kind is None:
        return f"{rule.kind}: {threshold}"
    if kind.instead_of:
        return f"{words.say(RULES[kind.instead_of].label)}: {threshold} ({words.say(kind.label)})"
    return f"{words.say(kind.label)}: {threshold}"


def _asked(one: Standing, words: Words) -> str:
    if one.kind is None:
        return _not_known(one.rule, words)
    return words.say(one.kind.sentence, needed=words.number(one.needed), total=words.number(one.measure.total))


def _not_known(rule: Rule, words: Words) -> str:
    return words.say(
        "The rule “{kind}” comes from a newer version and cannot be judged here: nobody earns a certificate by it.",
        kind=f"\u2068{rule.kind}\u2069",
    )


def _standing_words(one: Standing, words: Words) -> str:
    if one.kind is None:
        return _not_known(one.rule, words)
    reached = one.measure.reached
    return words.say(
        one.kind.standing,
        reached="–" if reached is None else words.number(reached),
        needed=words.number(one.needed),
        total=words.number(one.measure.total),
    )


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
        return f"\u2066{one.numbers}\u2069"
    verdict = one.verdict
    if not one.counts:
        return words.say("on request")
    if verdict.earned:
        return words.say("by exception") if verdict.by_exception else words.say("earned")
    if not verdict.standings:
        return words.say("no rule")
    return words.say("not earned") if verdict.is_lost else words.say("not yet")


def why_words(one: Attendee, words: Words) -> str:
    """The numbers behind the verdict."""
    verdict = one.verdict
    lines = [_standing_words(standing, words) for standing in verdict.standings] or [no_rule_words(words)]
    if verdict.unmarked:
        lines.append(
            words.count("{n} session is not marked yet.", "{n} sessions are not marked yet.", verdict.unmarked)
        )
    if verdict.by_exception:
        lines.append(
            words.say(
                "exception by {name}: {reason}", name=one.enrolment.exception_by, reason=one.enrolment.exception_reason
            )
        )
    if one.certificate is not None and one.other_valid:
        lines += [beside_words(one.certificate, one, words), offer_words(one, words)]
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
    return words.say("Can no longer earn it: {names}", names=_names(effect.lost, words))


def lost_without_words(people: Sequence[Attendee], words: Words) -> str:
    """Asked before a session is left out."""
    return words.say("Without this session they do not earn a certificate: {names}.", names=_names(people, words))


def _names(people: Sequence[Attendee], words: Words) -> str:
    names = [f"\u2068{one.participant.name_in(words.language)}\u2069" for one in people[:_MOST_NAMES]]
    return words.listed([*names, "…"] if len(people) > _MOST_NAMES else names)
