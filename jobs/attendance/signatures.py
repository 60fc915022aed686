"""Signatures on the screen and photographs of people, where a training asks for them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from exchange.pictures import small_png
from models import strokes
from models.blobs import PNG
from models.errors import ChangedMeanwhile
from models.records import Photo, Signature
from models.records.signatures import photo_id, signature_id
from models.store import Store
from models.strokes import Point, Strokes


def sign(store: Store, enrolment_id: str, drawn: Iterable[Sequence[Point]], today: date) -> None:
    """Keep what somebody signed; nothing drawn takes a signature away."""
    text = strokes.written(drawn)
    with store.step("sign") as step:
        ink = step.keep(text.encode(), strokes.KIND) if text else None
        step.change(
            Signature,
            signature_id(enrolment_id),
            {
                "enrolment_id": enrolment_id,
                "strokes": ink,
                "signed_on": today if ink else None,
                "removed": False,
            },
        )


def signatures(store: Store, enrolment_ids: Iterable[str]) -> dict[str, Strokes]:
    """Enrolment -> what was signed; without strokes where they have not come to this laptop yet."""
    found = store.signatures.among("enrolment_id", enrolment_ids)
    return {one.enrolment_id: _strokes(store.blobs.find(one.strokes)) for one in found if one.strokes}


def _strokes(content: bytes) -> Strokes:
    return strokes.read(content.decode(errors="replace"))  # another laptop may have sent anything


def take_photo(store: Store, participant_id: str, path: Path) -> None:
    """
    :raises NotReadable, PictureUnsuitable: and nothing is changed
    """
    png = small_png(path)
    with store.step("edit") as step:
        image = step.keep(png, PNG)
        step.add(Photo(id=photo_id(participant_id), participant_id=participant_id, image=image))


def drop_photo(store: Store, participant_ids: Iterable[str], shown: bytes) -> None:
    """Of all entries of a person. Undo brings it back.

    :param shown: the photograph that is not wanted
    :raises ChangedMeanwhile: when there is another by now, or none
    """
    with store.step("edit") as step:
        found = photos(store, participant_ids)
        if shown not in found.values():
            raise ChangedMeanwhile()
        for participant_id in found:
            step.change(Photo, photo_id(participant_id), {"image": None})


def photos(store: Store, participant_ids: Iterable[str]) -> dict[str, bytes]:
    """Person -> PNG, by the id of any of their entries; an empty one where it has not come to this laptop yet."""
    found = store.photos.among("participant_id", participant_ids)
    return {one.participant_id: store.blobs.find(one.image) for one in found if one.image}
