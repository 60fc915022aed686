"""Finding people while somebody types."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from models.names.letters import folded, words
from models.names.skeleton import name_parts, sound
from models.people.workplaces import Renamed, Workplaces
from models.record_table import RecordTable
from models.records import Participant

_SOUND = "~"  # marks the consonants of a name, so that they meet no written word
_LEAST_LETTERS_OF_SOUND = 3
_AT_ONCE = 500
_LISTED = "SELECT value FROM json_each(?)"

FIND_SQL = (
    "SELECT {columns} FROM people_search CROSS JOIN participants ON participants.rowid = people_search.rowid "
    "WHERE people_search MATCH ? AND participants.removed = 0 ORDER BY people_search.rowid DESC LIMIT ?"
)


class PeopleSearch:
    """The index of people: words of names, phone and e-mail, sounds of names, and apart from these institutions."""

    def __init__(self, connection: Any, participants: RecordTable[Participant]) -> None:
        self._connection = connection
        self._participants = participants
        self.workplaces = Workplaces(connection)
        self._find = FIND_SQL.format(columns=participants.columns)

    def find(self, text: str, limit: int = 50) -> list[Participant]:
        """People of whom every word of the text begins something; the last registered first."""
        expression = match_expression(text, self.workplaces.renamed)
        if not expression:
            return []
        rows = self._connection.execute(self._find, (expression, limit))
        return [self._participants.from_row(row) for row in rows]

    def sharing_keys(self, keys: set[str], least: int, limit: int) -> set[str]:
        """The ids of people whose names share at least so many of these keys."""
        if not keys:
            return set()
        marks = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"SELECT participant_id FROM name_keys WHERE key IN ({marks}) "
            "GROUP BY participant_id HAVING count(*) >= ? ORDER BY count(*) DESC LIMIT ?",
            (*sorted(keys), least, limit),
        )
        return {row[0] for row in rows}

    def with_contact(self, phone: str, email: str) -> set[str]:
        """The ids of people with this phone number or e-mail address."""
        found = self._participants.where(phone=phone) if phone else []
        found += self._participants.where(email=email) if email else []
        return {participant.id for participant in found}

    def index(self, participant_ids: Iterable[str]) -> bool:
        """Bring the words and name keys of people up to date; whether anybody of them was erased."""
        waiting = iter(participant_ids)
        has_erased = False
        while some := list(islice(waiting, _AT_ONCE)):
            has_erased |= self._index(some)
        return has_erased

    def drop(self, participant_id: str) -> None:
        """Before somebody's row goes, who is held elsewhere from now on."""
        number = "(SELECT rowid FROM participants WHERE id = ?)"
        self._connection.execute(f"DELETE FROM people_search WHERE rowid = {number}", (participant_id,))
        self._connection.execute("DELETE FROM name_keys WHERE participant_id = ?", (participant_id,))

    def _index(self, ids: list[str]) -> bool:
        people = dict(self._numbered(ids))
        shown = {number: one for number, one in people.items() if not one.removed and not one.erased}
        keys = {number: _keys(one) for number, one in shown.items()}
        work = self.workplaces.entries_of(one.id for one in shown.values())
        entries = [
            (number, " ".join(sorted(_words(one, keys[number]))), work.get(one.id, "")) for number, one in shown.items()
        ]
        many = self._connection.executemany
        many("DELETE FROM people_search WHERE rowid = ?", [(number,) for number in people])
        many("INSERT INTO people_search (rowid, own, work) VALUES (?, ?, ?)", entries)
        many("DELETE FROM name_keys WHERE participant_id = ?", [(one,) for one in ids])
        many(
            "INSERT INTO name_keys (participant_id, key) VALUES (?, ?)",
            [(one.id, key) for number, one in shown.items() for key in keys[number]],
        )
        return any(one.erased for one in people.values())

    def _numbered(self, ids: list[str]) -> Iterator[tuple[int, Participant]]:
        """With the number by which the index knows them."""
        sql = f"SELECT rowid, {self._participants.columns} FROM participants WHERE id IN ({_LISTED})"
        for number, *row in self._connection.execute(sql, (json.dumps(ids),)):
            yield number, self._participants.from_row(tuple(row))

    def forget(self) -> None:
        """Also out of the index's own pages, where words stay until they are merged by chance."""
        self._connection.execute("INSERT INTO people_search (people_search) VALUES ('optimize')")


def _words(participant: Participant, keys: set[str]) -> set[str]:
    found = {_SOUND + key for key in keys}
    texts = (
        participant.name_latin,
        participant.name_arabic,
        participant.fourth_latin,
        participant.fourth_arabic,
        participant.email,
    )
    for text in texts:
        found.update(words(text))
    return found | phone_words(participant.phone)


def _keys(participant: Participant) -> set[str]:
    names = (participant.name_latin, participant.name_arabic)
    return {sound(part).key for name in names for part in name_parts(name)} - {""}


def phone_words(phone: str) -> set[str]:
    """A number as people type it: with and without the country code."""
    digits = re.sub(r"\D", "", phone)
    if not digits:
        return set()
    return {digits, digits[3:]} if phone.startswith("+964") else {digits, digits.lstrip("0")}


def _nothing_renamed(_: str) -> Renamed:
    return Renamed()


def match_expression(text: str, renamed: Callable[[str], Renamed] = _nothing_renamed) -> str:
    """The FTS5 expression for what was typed so far.

    :param renamed: what a word means for institutions of which not every entry has the name as it is now
    """
    typed = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", folded(text))
    parts = []
    for word in re.findall(r"[^\W_]+", typed):
        if word.isdigit():
            number = word.lstrip("0") or "0"
            parts.append(_any_of(_begun(number, renamed(number))))
            continue
        choices = _begun(word, renamed(word))
        consonants = sound(word).consonants if len(word) >= _LEAST_LETTERS_OF_SOUND else ""
        if len(consonants) > 1:
            choices.append(f'"{_SOUND}{consonants}"*')
        parts.append(_any_of(choices))
    return " AND ".join(parts)


def _begun(word: str, renamed: Renamed) -> list[str]:
    """The ways in which a word of somebody, or of where they come from, begins so."""
    choices = [f'"{word}"*']
    if renamed.lost:
        lost = _any_of(_exactly(renamed.lost))
        choices = [f'own : "{word}"*', f'(work : "{word}"* NOT {lost})']
        if renamed.others:
            choices.append(f"({lost} AND {_any_of(_exactly(renamed.others))})")
    return choices + _exactly(renamed.found)


def _exactly(tokens: Iterable[str]) -> list[str]:
    return [f'"{token}"' for token in tokens]


def _any_of(choices: Iterable[str]) -> str:
    return f"({' OR '.join(choices)})"
