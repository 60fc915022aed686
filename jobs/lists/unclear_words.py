"""What an import did not understand, in words."""

from collections.abc import Iterator

from jobs.lists.importing import ImportReport
from resources.words import Words
from resources.words.codes import code_word


def unclear_lines(report: ImportReport, words: Words) -> Iterator[str]:
    """Row, heading, what is written there, and what is the matter."""
    for one in report.unclear:
        yield words.say(
            "Row {row}, {heading}: {written} – {reason}",
            row=words.number(one.row),
            heading=f"\u2068{one.heading}\u2069",
            written=f"\u2068{one.text}\u2069",
            reason=code_word(words, "unclear", one.reason),
        )
