"""What the certificates of a programme say: the program's own texts, or what somebody writes instead."""

from dataclasses import replace
from typing import Any

from documents.certificates import values
from documents.certificates.values import Wording
from models.errors import UnknownValue
from models.records import CertificateWording, Programme
from models.records.codes import CertificateKind
from models.records.enrolments import derived_id
from models.store import Store
from resources.words import Words

PARTS = ("heading", "lead", "statement")


def wording_id(programme_id: str, kind: str) -> str:
    return derived_id("wording", programme_id, kind)


def own_wording(store: Store, programme_id: str, kind: CertificateKind) -> CertificateWording:
    """What the programme says itself; its empty texts are the program's own."""
    own_id = wording_id(programme_id, kind)
    found = store.wordings.find(own_id)
    return found or CertificateWording(id=own_id, programme_id=programme_id, certificate_kind=kind)


def usual_text(name: str, kind: CertificateKind, all_words: dict[str, Words]) -> str:
    """What is printed when nobody writes anything else.

    :param name: of a field, such as ``lead_ar``
    """
    part, _, language = name.rpartition("_")
    text: str = getattr(values.wordings(all_words[language])[kind], part)
    return text


def edit_wording(store: Store, programme_id: str, kind: CertificateKind, name: str, text: str) -> None:
    """
    :raises UnknownValue: when something in braces stands for nothing; nothing is changed
    """
    unknown = values.unknown_keys(text, in_wording=True)
    if unknown:
        raise UnknownValue(name=unknown[0])
    changes: dict[str, Any] = {name: text}
    with store.step("design") as step:
        step.put(replace(own_wording(store, programme_id, kind), **changes))


def wordings_of(store: Store, programme: Programme, words: dict[str, Words]) -> dict[str, dict[str, Wording]]:
    """Kind of certificate -> language -> what it says."""
    made: dict[str, dict[str, Wording]] = {}
    for language, spoken in words.items():
        for kind, usual in values.wordings(spoken).items():
            own = store.wordings.find(wording_id(programme.id, kind))
            texts = {part: getattr(own, f"{part}_{language}", "") or getattr(usual, part) for part in PARTS}
            made.setdefault(kind, {})[language] = Wording(**texts)
    return made


def insertable(words: Words) -> list[tuple[str, str]]:
    """The values that such a text can hold: key, and what it is."""
    return [(one.key, words.say(one.label)) for one in values.PRINTABLES if one.key not in PARTS]
