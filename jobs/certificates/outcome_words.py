"""What came of printing certificates, in words: whoever printed is told who has none, and which sheets do not hold."""

from collections.abc import Iterable, Iterator

from jobs.certificates.left_out import left_out_words
from jobs.certificates.printing import Printed
from models.records import Certificate
from resources.words import Words


def outcome_words(printed: Printed, words: Words) -> Iterator[str]:
    """Nothing where all is well."""
    yield from left_out_words(printed.left_out, words)
    if not printed.has_codes:
        yield words.say("This laptop has no signing key, so there is no code on them.")
    if printed.outdated:
        yield outdated_words(printed.outdated, words)


def outdated_words(outdated: Iterable[Certificate], words: Words) -> str:
    return words.say(
        "Keep these sheets back: they ended or were corrected while they were printed, and are not noted as "
        "printed: {numbers}",
        numbers=words.listed([f"\u2066{one.number}\u2069" for one in outdated]),
    )
