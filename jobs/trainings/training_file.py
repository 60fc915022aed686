"""A training from a JSON file: programme, issuer, signatories, training, sessions (docs/training-file.md)."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from exchange.pictures import small_png
from jobs.trainings.pictures import picture_of
from models import typed
from models.blobs import PNG
from models.errors import NotReadable, PictureUnsuitable, TrainingFileInvalid
from models.fields import Field, Nested, Record, Shape, fields_of, record_from
from models.records import Issuer, Programme, Rule, Session, Signatory, Training
from models.records.enrolments import derived_id
from models.store import Store
from models.training.rules import RULES
from models.typed import NotUnderstood

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class TrainingFile:
    """What a training file describes."""

    training: Training
    records: tuple[Record, ...]
    """Programme, issuer, signatories, training, sessions and pictures."""
    pngs: tuple[bytes, ...]
    """The content of the pictures."""


def add_training(store: Store, path: Path) -> Training:
    """Add everything the file names, in one step. The same file twice adds nothing twice.

    :raises NotReadable: when there is no such file
    :raises TrainingFileInvalid: naming the place in the file; nothing was added
    """
    read = read_training(path)
    with store.step("plan") as step:
        for png in read.pngs:
            step.keep(png, PNG)
        step.add(*read.records)
    return read.training


def read_training(path: Path) -> TrainingFile:
    """
    :raises NotReadable, TrainingFileInvalid: as they say
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    except ValueError as problem:
        raise TrainingFileInvalid(path=str(path), where="JSON") from problem
    return _Reader(path, data).all()


def _written(field: Field, value: Any) -> Any:
    """Times as people write them."""
    return typed.time(value) if field.shape is Shape.TIME and isinstance(value, str) else value


class _Reader:
    def __init__(self, path: Path, data: Any) -> None:
        self._path = path
        self._data = data

    def all(self) -> TrainingFile:
        if not isinstance(self._data, dict) or not isinstance(self._data.get("training"), dict):
            raise self._wrong("training")
        code = self._data["training"].get("code")
        if not isinstance(code, str) or not code.strip():
            raise self._wrong("training.code")
        pngs: list[bytes] = []
        issuer = self._record(Issuer, "issuer", self._part("issuer"), self._id("issuer", code))
        issuer = replace(issuer, logo_id=self._picture("issuer", "logo", pngs))
        programme = self._record(Programme, "programme", self._part("programme"), self._id("programme", code))
        emblem = self._picture("programme", "emblem", pngs)
        programme = replace(programme, issuer_id=issuer.id, emblem_id=emblem)
        training = self._record(Training, "training", self._data["training"], self._id("training", code))
        training = replace(training, programme_id=programme.id)
        signatories = [
            replace(
                self._record(Signatory, f"signatories.{n}", part, self._id("signatory", code, str(n))),
                issuer_id=issuer.id,
            )
            for n, part in enumerate(self._list("signatories"))
        ]
        sessions = [
            replace(
                self._record(Session, f"sessions.{n}", part, self._id("session", code, str(n))),
                training_id=training.id,
            )
            for n, part in enumerate(self._list("sessions"))
        ]
        training = replace(training, signatory_ids=tuple(one.id for one in signatories))
        pictures = map(picture_of, pngs)
        return TrainingFile(training, (*pictures, issuer, *signatories, programme, training, *sessions), tuple(pngs))

    def _wrong(self, where: str) -> TrainingFileInvalid:
        return TrainingFileInvalid(path=str(self._path), where=where)

    def _id(self, kind: str, code: str, *more: str) -> str:
        """A programme and its issuer are one for all trainings of the programme."""
        if kind in {"programme", "issuer"}:
            code = str(self._part("programme").get("code") or code)
        return derived_id(kind, code, *more)

    def _part(self, name: str) -> dict[str, Any]:
        part = self._data.get(name, {})
        if not isinstance(part, dict):
            raise self._wrong(name)
        return part

    def _list(self, name: str) -> list[Any]:
        part = self._data.get(name, [])
        if not isinstance(part, list):
            raise self._wrong(name)
        return part

    def _record(self, record_type: type[_R], where: str, part: Any, record_id: str) -> _R:
        if not isinstance(part, dict):
            raise self._wrong(where)
        values: dict[str, Any] = {}
        for field in fields_of(record_type):
            if field.name not in part:
                continue
            try:
                read = field.load(_written(field, part[field.name]))
                values[field.name] = field.store(read)
                json.dumps(values[field.name])
            except (ValueError, TypeError, NotUnderstood) as problem:
                raise self._wrong(f"{where}.{field.name}") from problem
            self._check_nested(f"{where}.{field.name}", read)
        return record_from(record_type, record_id, values)

    def _check_nested(self, where: str, value: Any) -> None:
        """In a file, unlike in a register, what is not known is a slip of the pen."""
        for n, one in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(one, Nested) and one.unknown:
                raise self._wrong(f"{where}.{n}.{next(iter(one.unknown))}")
            if isinstance(one, Rule) and one.kind not in RULES:
                raise self._wrong(f"{where}.{n}.kind")
            if isinstance(one, Rule) and not 0 < one.threshold <= RULES[one.kind].most:
                raise self._wrong(f"{where}.{n}.threshold")

    def _picture(self, owner: str, name: str, pngs: list[bytes]) -> str:
        """A PNG beside the file, named by it; its id."""
        written = self._part(owner).get(name)
        if not written:
            return ""
        try:
            png = small_png(self._path.parent / str(written))
        except PictureUnsuitable as problem:
            raise self._wrong(f"{owner}.{name}") from problem
        pngs.append(png)
        return picture_of(png).id
