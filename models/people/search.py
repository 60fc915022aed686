"""Finding people while somebody types."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from models.names.letters import is_arabic_script, words
from models.names.skeleton import name_parts, sound
from models.people.expressions import SOUND, Typed, match_expression, typed_words
from models.people.nearly import is_near, may_be_wrong, near_keys, sounds_near
from models.people.workplaces import Workplaces
from models.record_table import RecordTable
from models.records import Participant

_AT_ONCE = 500
_MOST_NEAR = 200
_LISTED = "SELECT value FROM json_each(?)"

FIND_SQL = (
    "SELECT {columns} FROM people_search CROSS JOIN participants ON participants.rowid = people_search.rowid "
    "WHERE people_search MATCH ? AND participants.removed = 0 ORDER BY people_search.rowid DESC LIMIT ?"
)

# Every key once: from each the index leads to the next, where DISTINCT would read the keys of everybody.
_KEYS_SQL = (
    "WITH RECURSIVE found (key) AS (SELECT min(key) FROM name_keys UNION ALL "
    "SELECT (SELECT min(key) FROM name_keys WHERE key > found.key) FROM found WHERE found.key IS NOT NULL) "
    "SELECT key FROM found WHERE key IS NOT NULL"
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

    def nearly(self, text: str, limit: int = 50) -> list[Participant]:
        """People who are called as typed but for one letter in any of the words, for when nobody is called so."""
        wrong = [typed for typed in typed_words(text) if may_be_wrong(typed)]
        if not wrong:
            return []
        keys = [key for (key,) in self._connection.execute(_KEYS_SQL)]
        near = {typed.word: near_keys(typed, keys) for typed in wrong}
        expression = match_expression(text, self.workplaces.renamed, near)
        rows = self._connection.execute(self._find, (expression, _MOST_NEAR))
        people = [self._participants.from_row(row) for row in rows]
        work = self.workplaces.entries_of(one.id for one in people)
        meant = (one for one in people if all(_is_meant(typed, one, work.get(one.id, "")) for typed in wrong))
        return list(islice(meant, limit))

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
        entries = [(number, _entry(one, keys[number]), work.get(one.id, "")) for number, one in shown.items()]
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


def _entry(participant: Participant, keys: set[str]) -> str:
    return " ".join(sorted(_words(participant) | {SOUND + key for key in keys}))


def _words(participant: Participant) -> set[str]:
    return _names(participant) | {*words(participant.email)} | phone_words(participant.phone)


def _names(participant: Participant) -> set[str]:
    forms = (
        participant.name_latin,
        participant.name_arabic,
        participant.fourth_latin,
        participant.fourth_arabic,
    )
    return {word for form in forms for word in words(form)}


def _keys(participant: Participant) -> set[str]:
    names = (participant.name_latin, participant.name_arabic)
    return {sound(part).key for name in names for part in name_parts(name)} - {""}


def phone_words(phone: str) -> set[str]:
    """A number as people type it: with and without the country code."""
    digits = re.sub(r"\D", "", phone)
    if not digits:
        return set()
    return {digits, digits[3:]} if phone.startswith("+964") else {digits, digits.lstrip("0")}


def is_by_sound(participant: Participant, text: str) -> bool:
    """Whether somebody whom ``find`` found has a word typed only in another spelling, in the script it was typed in.

    Whoever has no confirmed name in that script can be found by nothing else.
    """
    own, keys = _words(participant), _keys(participant)
    scripts = {is_arabic_script(name) for name in (participant.printed_latin, participant.printed_arabic) if name}
    return any(
        is_arabic_script(typed.word) in scripts and not _begins(typed.word, own) and _is_heard(typed, keys)
        for typed in typed_words(text)
    )


def _is_meant(typed: Typed, participant: Participant, work: str) -> bool:
    names = _names(participant)
    if _begins(typed.word, names) or is_near(typed.word, names):
        return True
    keys = _keys(participant)
    return (
        _is_heard(typed, keys)
        or sounds_near(typed, names, keys)
        or _begins(typed.word, _words(participant) | {*work.split()})
    )


def _begins(word: str, others: Iterable[str]) -> bool:
    return any(one.startswith(word) for one in others)


def _is_heard(typed: Typed, keys: Iterable[str]) -> bool:
    return bool(typed.heard) and _begins(typed.heard, keys)
