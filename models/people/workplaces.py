"""The institutions by whose names people are found, and what holds when one gets another name.

The words of an institution stand in the index entry of each of its people, beside a token for it (``@12``): typing
is quickest that way. When an institution of many people is renamed, their entries stay as they are; from then on
its people are found by the token if the new name has a word that begins so, and its former words do not count.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.names.letters import words
from models.record_table import RecordTable
from models.records import Institution

_MARK = "@"
_FEW = 30  # people: their entries are made anew in a moment

_BEGINS_SO = "instr(' ' || {column}, ' ' || ?) > 0"
_ALSO_AT = (
    "SELECT DISTINCT other.number FROM institution_words lost "
    "JOIN enrolments one ON one.institution_id = lost.institution AND one.removed = 0 "
    "JOIN enrolments two ON two.participant_id = one.participant_id AND two.removed = 0 "
    "JOIN institution_words other ON other.institution = two.institution_id "
    f"WHERE lost.number IN (SELECT value FROM json_each(?)) AND {_BEGINS_SO.format(column='other.now')}"
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a typed word means for institutions that were renamed; all are tokens."""

    found: tuple[str, ...] = ()
    """Their name has a word that begins so."""
    lost: tuple[str, ...] = ()
    """Only a former name had."""
    others: tuple[str, ...] = ()
    """Institutions by which people of the lost ones are found nevertheless."""


class Workplaces:
    """Writing is done within a transaction that the caller holds."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._institutions = RecordTable(connection, Institution)

    def note(self, institution_id: str) -> list[str]:
        """Take in the name that an institution has now: the people whose entries must be made anew for it."""
        now = self._words_of(institution_id)
        sql = "SELECT now, former FROM institution_words WHERE institution = ?"
        known = self._connection.execute(sql, (institution_id,)).fetchone()
        if known is None:
            self._connection.execute(
                "INSERT INTO institution_words (institution, now, former) VALUES (?, ?, '')", (institution_id, now)
            )
            return self._people_of(institution_id)
        if known[0] == now:
            return []
        people = self._people_of(institution_id)
        former = known[1] if len(people) <= _FEW else _together(*known)
        self._connection.execute(
            "UPDATE institution_words SET now = ?, former = ? WHERE institution = ?", (now, former, institution_id)
        )
        return people if len(people) <= _FEW else []

    def entries_of(self, participant_ids: Iterable[str]) -> dict[str, str]:
        """Person -> tokens and words of the institutions that they come from."""
        rows = self._connection.execute(
            "SELECT DISTINCT participant_id, number, now FROM json_each(?) listed "
            "CROSS JOIN enrolments ON enrolments.participant_id = listed.value AND enrolments.removed = 0 "
            "JOIN institution_words ON institution_words.institution = enrolments.institution_id",
            (json.dumps(list(participant_ids)),),
        )
        found: dict[str, list[str]] = {}
        for person, number, now in rows:
            found.setdefault(person, []).append(f"{_token(number)} {now}")
        return {person: " ".join(entries) for person, entries in found.items()}

    def renamed(self, word: str) -> Renamed:
        """What a typed word means for the institutions that were renamed."""
        rows = self._connection.execute(
            f"SELECT number, {_BEGINS_SO.format(column='now')}, {_BEGINS_SO.format(column='former')} "
            "FROM institution_words WHERE former <> ''",
            (word, word),
        ).fetchall()
        lost = [number for number, is_now, was_before in rows if was_before and not is_now]
        others = self._connection.execute(_ALSO_AT, (json.dumps(lost), word)) if lost else ()
        return Renamed(
            found=tuple(_token(number) for number, is_now, _ in rows if is_now),
            lost=tuple(_token(number) for number in lost),
            others=tuple(_token(number) for (number,) in others),
        )

    def _words_of(self, institution_id: str) -> str:
        """None when it was removed or put aside: nobody is found by it any more."""
        found = self._institutions.find(institution_id)
        return _together(*found.name) if found and not found.removed else ""

    def _people_of(self, institution_id: str) -> list[str]:
        sql = "SELECT DISTINCT participant_id FROM enrolments WHERE institution_id = ? AND removed = 0"
        return [person for (person,) in self._connection.execute(sql, (institution_id,))]


def _together(*texts: str) -> str:
    return " ".join(sorted({word for text in texts for word in words(text)}))


def _token(number: int) -> str:
    return f"{_MARK}{number}"
