"""What Undo would take back, in words: what was done, and with whom or what."""

from collections.abc import Collection

from models.fields import Record, fields_of
from models.record_table import RecordTable
from models.records import ALL, Enrolment, Participant
from models.store import News, Store
from resources.words import Words
from resources.words.codes import code_word

_THINGS = ("training", "programme", "session", "institution", "issuer", "signatory", "design")
"""Whose name is said where no person is concerned, the widest first."""


def undo_words(store: Store, words: Words) -> str:
    """Empty when there is nothing to undo."""
    undoable = store.undoable
    if not undoable.action:
        return ""
    action = code_word(words, "action", undoable.action)
    about = _about(store, undoable.written, words)
    return words.say("{action} – {about}", action=action, about=f"\u2068{about}\u2069") if about else action


def _about(store: Store, written: News, words: Words) -> str:
    """A person, how many, or a thing; empty where it has no name, or none any more."""
    people = _people(store, written)
    if len(people) > 1:
        return words.count("{n} person", "{n} people", len(people))
    if people:
        person = store.participants.find(next(iter(people)))
        return "" if person is None or person.erased else person.name_in(words.language)
    return next(filter(None, (_thing(store, kind, written.get(kind, ()), words) for kind in _THINGS)), "")


def _people(store: Store, written: News) -> set[str]:
    """Of whom something was written: themselves, where they take part, what was said of them there."""
    people = set(written.get(Participant.KIND, ()))
    enrolments = set(written.get(Enrolment.KIND, ()))
    for record_type in ALL:
        attributes = {field.name for field in fields_of(record_type)}
        for name, found in (("participant_id", people), ("enrolment_id", enrolments)):
            if name in attributes and record_type is not Enrolment:
                found.update(_picked(store, record_type, name, written))
    people |= _picked(store, Enrolment, "participant_id", {Enrolment.KIND: enrolments})
    return {store.identities.canonical(one) for one in people if one}


def _picked(store: Store, record_type: type[Record], name: str, written: News) -> set[str]:
    ids = written.get(record_type.KIND, ())
    table = RecordTable(store.connection, record_type)
    return {value for (value,) in table.picked([name], "id", ids, with_removed=True)} if ids else set()


def _thing(store: Store, kind: str, ids: Collection[str], words: Words) -> str:
    """The name of the one of a kind that was written."""
    if len(ids) != 1:
        return ""
    record = store.record(kind, next(iter(ids)))
    if record is None:
        return ""
    for name in ("title", "name"):
        value = getattr(record, name, "")
        if text := value if isinstance(value, str) else words.of(record, name):
            return text
    return str(getattr(record, "code", ""))
