"""Certificate designs: the ready ones, and those that somebody made of them."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import resources
from jobs.certificates import own_pictures
from models.certificates import designs
from models.certificates.designs import Design
from models.errors import DesignInvalid, NotReadable, UnknownDesign
from models.ids import new_id
from models.records import CertificateDesign
from models.storage.files import write_whole
from models.store import Store
from models.texts import Text
from resources.words import Words

READY = ("formal", "modern", "plain", "side-by-side", "trilingual")
ENDING = ".sijildesign"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDesign:
    key: str
    """Of a ready design its name, of an own one the id of its record."""
    name: str
    design: Design
    is_own: bool


@cache
def ready(key: str) -> Design:
    return designs.parse(resources.path("designs", f"{key}.json").read_bytes())


def all_designs(store: Store, words: Words) -> list[NamedDesign]:
    """The ready ones first."""
    made = [NamedDesign(key=key, name=words.of(ready(key)), design=ready(key), is_own=False) for key in READY]
    for one in store.designs.all():
        made.append(NamedDesign(key=one.id, name=one.name, design=own_pictures.read(store, one.content), is_own=True))
    return made


def load(store: Store, key: str) -> Design:
    """
    :raises UnknownDesign: when there is none
    """
    if key in READY:
        return ready(key)
    found = store.designs.find(key) or next((one for one in store.designs.all() if one.name == key), None)
    if found is None:
        raise UnknownDesign(design=key)
    return own_pictures.read(store, found.content)


def load_or_usual(store: Store, key: str) -> Design:
    """For a training whose design is gone, or has not come from the other laptop yet."""
    try:
        return load(store, key)
    except (UnknownDesign, DesignInvalid):
        return ready(READY[0])


def duplicate(store: Store, key: str, name: str) -> CertificateDesign:
    """An own design that begins as a copy of another."""
    return _add(store, name, load(store, key))


def save(store: Store, record_id: str, design: Design) -> CertificateDesign:
    """The looks of an own design."""
    with store.step("design") as step:
        own_pictures.keep_pictures(step, design)
        step.change(CertificateDesign, record_id, {"content": own_pictures.kept(design)})
    return store.designs.get(record_id)


def rename(store: Store, record_id: str, name: str) -> CertificateDesign:
    return _change(store, record_id, name=name)


def remove(store: Store, record_id: str) -> None:
    """Undo brings it back."""
    _change(store, record_id, removed=True)


def take_in(store: Store, path: Path) -> CertificateDesign:
    """A design from a file.

    :raises NotReadable: when there is no such file
    :raises DesignInvalid: naming the place in it; nothing was added
    """
    try:
        with path.open("rb") as file:
            content = file.read(designs.MOST_BYTES + 1)
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    design = designs.parse(content)
    return _add(store, design.name.first or path.stem, design)


def hand_out(store: Store, key: str, path: Path) -> None:
    """A design as one file, its own pictures inside.

    :raises NotWritable, DiskFull: and no half-written file stays
    """
    record = store.designs.find(key)
    design = load(store, key)
    if record is not None:
        design = replace(design, name=Text(en=record.name))
    write_whole(path, designs.dump(design).encode("utf-8"))


def _add(store: Store, name: str, design: Design) -> CertificateDesign:
    made = CertificateDesign(id=new_id(), name=name, content=own_pictures.kept(design))
    with store.step("design") as step:
        own_pictures.keep_pictures(step, design)
        step.add(made)
    return made


def _change(store: Store, record_id: str, **values: str | bool) -> CertificateDesign:
    with store.step("design") as step:
        step.change(CertificateDesign, record_id, values)
    return store.designs.get(record_id)
