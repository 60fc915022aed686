"""Pictures of an issuer, a signatory or a programme: logos, stamps, signatures, emblems."""

import base64
from pathlib import Path

from exchange.pictures import small_png
from models.fields import Record
from models.records import Picture
from models.records.enrolments import derived_id
from models.store import Store


def set_picture(store: Store, owner: Record, field: str, path: Path) -> None:
    """Put a picture in a field of an issuer, a signatory or a programme.

    :raises NotReadable, PictureUnsuitable: and nothing is changed
    """
    picture = picture_from(path)
    with store.step("edit") as step:
        step.add(picture)
        step.change(type(owner), owner.id, {field: picture.id})


def drop_picture(store: Store, owner: Record, field: str) -> None:
    """Undo brings it back."""
    with store.step("edit") as step:
        step.change(type(owner), owner.id, {field: ""})


def picture_from(path: Path) -> Picture:
    """A picture as it is kept.

    :raises NotReadable, PictureUnsuitable: as they say
    """
    text = base64.b64encode(small_png(path)).decode("ascii")
    return Picture(id=derived_id("picture", text), png=text)
