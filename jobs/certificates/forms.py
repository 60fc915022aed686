"""Forms: what certificates that are issued together share, kept with them, so that a reprint is the same page.

A form holds what its design prints and nothing else: what is on no sheet makes no sheet outdated.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from documents.certificates.drawing import Looks
from documents.certificates.values import CertificateFrame, Signature, Wording, used_keys
from documents.text.fonts import undrawn
from jobs.certificates import designs, own_pictures
from jobs.certificates.frames import certificate_frame
from jobs.certificates.pictures import check_all_here, picture_ids, pictures_of
from models.certificates.designs import Design, Element, PictureElement, TextElement
from models.errors import DesignInvalid, MissingGlyph
from models.paper import Orientation, PaperSize, page_size
from models.records import CertificateForm
from models.records.certificates import form_id
from models.records.codes import CertificateKind
from models.store import Store
from models.training.roster import Roster
from resources.words import LANGUAGES, words_for

_VERSION = 1
_FRAME_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",), "programme": ("programme",), "place": ("place",), "venue": ("venue",),
    "dates": ("first_day", "last_day"), "hours": ("hours",), "training_code": ("training_code",),
    "contract": ("contract_number",), "issuer": ("issuer",), "donor": ("donor",), "funding": ("funding",),
    "signer_1": ("signatures",), "signer_1_position": ("signatures",), "signer_2": ("signatures",),
    "signer_2_position": ("signatures",),
}  # fmt: skip
"""Printed value -> where the frame holds it."""
_EMPTY: dict[str, Any] = {
    "title": {}, "programme": {}, "place": {}, "venue": {}, "first_day": date.min, "last_day": date.min, "hours": 0,
    "training_code": "", "contract_number": "", "issuer": {}, "donor": {}, "funding": {}, "signatures": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    record: CertificateForm
    keys: frozenset[str]
    """The values that it prints."""


class Forms:
    """By what the certificates of a training are printed if they are issued now; nothing is written.

    :param design: instead of the training's own, as paper and orientation
    """

    def __init__(
        self,
        store: Store,
        found: Roster,
        *,
        design: str = "",
        paper: PaperSize | None = None,
        orientation: Orientation | None = None,
    ) -> None:
        self._store = store
        self._paper = paper or found.training.paper
        self._orientation = orientation or found.training.orientation
        chosen = designs.load(store, design) if design else designs.load_or_usual(store, found.training.design)
        self._elements = chosen.page(self._orientation)
        words = {language: words_for(language) for language in LANGUAGES}
        self._frame = certificate_frame(store, found, words)
        self._pictures = picture_ids(store, found)
        self._made: dict[CertificateKind, Form] = {}

    def check_pictures(self) -> None:
        """A certificate is not issued with a hole where its logo or a signature belongs.

        :raises BlobMissing: when a picture has not come to this laptop yet
        """
        check_all_here(self._store, [*self._shown_pictures.values(), *own_pictures.not_here(self._elements)])

    def check_letters(self, kinds: Iterable[CertificateKind]) -> None:
        """
        :raises MissingGlyph: when a text that all of them share has a letter that no font draws
        """
        shared = [one.text for one in self._elements if isinstance(one, TextElement)]
        for kind in kinds:
            letter = undrawn("".join([*shared, *_texts_in(json.loads(self.of(kind).record.content)["frame"])]))
            if letter:
                raise MissingGlyph(letter=letter)

    @property
    def _shown_pictures(self) -> dict[str, str]:
        shown = {one.source.value for one in self._elements if isinstance(one, PictureElement)}
        return {source: own_id for source, own_id in self._pictures.items() if source in shown}

    def of(self, kind: CertificateKind) -> Form:
        if kind not in self._made:
            self._made[kind] = self._form(kind)
        return self._made[kind]

    def _form(self, kind: CertificateKind) -> Form:
        texts = [one.text for one in self._elements if isinstance(one, TextElement)]
        keys = used_keys(texts, self._frame, kind)
        written = {
            "version": _VERSION,
            "paper": self._paper.value,
            "orientation": self._orientation.value,
            "design": _written_design(self._elements, self._orientation),
            "frame": _written_frame(_pruned(self._frame, keys, kind)),
            "pictures": self._shown_pictures,
        }
        content = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return Form(record=CertificateForm(id=form_id(content), content=content), keys=keys)


def _texts_in(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict | list):
        for one in written.values() if isinstance(written, dict) else written:
            yield from _texts_in(one)


def _written_design(elements: tuple[Element, ...], orientation: Orientation) -> Any:
    return json.loads(own_pictures.kept(Design().with_page(orientation, elements)))


def _pruned(frame: CertificateFrame, keys: frozenset[str], kind: str) -> CertificateFrame:
    used = {name for key in keys for name in _FRAME_FIELDS.get(key, ())}
    empty = {name: value for name, value in _EMPTY.items() if name not in used}
    wordings = {
        language: Wording(**{part: text if part in keys else "" for part, text in asdict(wording).items()})
        for language, wording in frame.wordings.get(kind, {}).items()
    }
    return replace(frame, **empty, wordings={kind: wordings}, pictures={})


def _written_frame(frame: CertificateFrame) -> dict[str, Any]:
    written = asdict(frame)
    del written["pictures"]
    return written | {name: written[name].isoformat() for name in ("first_day", "last_day")}


def looks_of(store: Store, record: CertificateForm) -> Looks | None:
    """What a form says; None where it cannot be read here."""
    try:
        return _looks(store, json.loads(record.content))
    except (ValueError, TypeError, KeyError, AttributeError, DesignInvalid):
        return None


def _looks(store: Store, written: Mapping[str, Any]) -> Looks:
    paper, orientation = PaperSize(written["paper"]), Orientation(written["orientation"])
    frame = _read_frame(written["frame"])
    return Looks(
        elements=own_pictures.read(store, json.dumps(written["design"])).on(paper, orientation),
        size=page_size(paper, orientation),
        frame=replace(frame, pictures=pictures_of(store, written["pictures"])),
    )


def _read_frame(written: Mapping[str, Any]) -> CertificateFrame:
    known = {field.name for field in fields(CertificateFrame)}
    values = {name: value for name, value in written.items() if name in known}
    days = {name: date.fromisoformat(values[name]) for name in ("first_day", "last_day")}
    signatures = tuple(Signature(**one) for one in values["signatures"])
    wordings = {
        kind: {language: Wording(**texts) for language, texts in spoken.items()}
        for kind, spoken in values["wordings"].items()
    }
    return CertificateFrame(**values | days | {"signatures": signatures, "wordings": wordings})
