"""Pictures of an issuer, a signatory or a programme: logos, stamps, signatures, emblems."""

from pathlib import Path

from exchange.pictures import small_png
from models.blobs import PNG, blob_of
from models.fields import Record
from models.records import Picture
from models.records.enrolments import derived_id
from models.store import Store


def set_picture(store: Store, owner: Record, field: str, path: Path) -> None:
    """Put a picture in a field of an issuer, a signatory or a programme.

    :raises NotReadable, PictureUnsuitable: and nothing is changed
    """
    png = small_png(path)
    picture = picture_of(png)
    with store.step("edit") as step:
        step.keep(png, PNG)
        step.add(picture)
        step.change(type(owner), owner.id, {field: picture.id})


def drop_picture(store: Store, owner: Record, field: str) -> None:
    """Undo brings it back."""
    with store.step("edit") as step:
        step.change(type(owner), owner.id, {field: ""})


def picture_of(png: bytes) -> Picture:
    """The same picture is one, whoever chose it."""
    image = blob_of(png, PNG)
    return Picture(id=derived_id("picture", image.digest), image=image)


def png_of(store: Store, picture_id: str) -> bytes:
    """Nothing where there is no picture, or while it has not come to this laptop yet."""
    found = store.pictures.find(picture_id) if picture_id else None
    return store.blobs.find(found.image) if found else b""
