"""What the certificates of a programme say: the program's own texts, or what somebody writes instead."""

from documents.certificates import values
from documents.certificates.values import Wording
from models.errors import UnknownValue
from models.fields import field_of
from models.records import CertificateWording, Programme
from models.records.certificates import wording_id
from models.records.codes import CertificateKind
from models.store import Store
from resources.words import Words

PARTS = ("heading", "lead", "statement")


def own_wording(store: Store, programme_id: str, kind: CertificateKind) -> CertificateWording:
    """What the programme says itself; its empty texts are the program's own."""
    own_id = wording_id(programme_id, kind)
    found = store.wordings.find(own_id)
    return found or CertificateWording(id=own_id, programme_id=programme_id, certificate_kind=kind)


def usual_text(name: str, kind: CertificateKind, all_words: dict[str, Words]) -> str:
    """What is printed when nobody writes anything else.

    :param name: of a field, such as ``lead_ar``
    """
    field = field_of(CertificateWording, name)
    return str(getattr(values.wordings(all_words[field.language])[kind], field.attribute))


def edit_wording(store: Store, programme_id: str, kind: CertificateKind, name: str, text: str) -> None:
    """
    :raises UnknownValue: when something in braces stands for nothing; nothing is changed
    """
    unknown = values.unknown_keys(text, in_wording=True)
    if unknown:
        raise UnknownValue(name=unknown[0])
    own_id = wording_id(programme_id, kind)
    with store.step("design") as step:
        said = {"programme_id": programme_id, "certificate_kind": kind, name: text}
        step.change(CertificateWording, own_id, said)


def wordings_of(store: Store, programme: Programme, words: dict[str, Words]) -> dict[str, dict[str, Wording]]:
    """Kind of certificate -> language -> what it says."""
    made: dict[str, dict[str, Wording]] = {}
    for language, spoken in words.items():
        for kind, usual in values.wordings(spoken).items():
            own = store.wordings.find(wording_id(programme.id, kind))
            texts = {part: _own_text(own, part, language) or getattr(usual, part) for part in PARTS}
            made.setdefault(kind, {})[language] = Wording(**texts)
    return made


def _own_text(own: CertificateWording | None, part: str, language: str) -> str:
    return str(getattr(own, part)[language]) if own else ""


def insertable(words: Words) -> list[tuple[str, str]]:
    """The values that such a text can hold: key, and what it is."""
    return [(one.key, words.say(one.label)) for one in values.PRINTABLES if one.key not in PARTS]
