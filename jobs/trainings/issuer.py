"""Who issues the certificates."""

from pathlib import Path

from jobs.trainings.pictures import set_picture
from models.ids import new_id
from models.records import Issuer
from models.store import Store
from models.texts import Text


def name_issuer(store: Store, name: str, language: str) -> Issuer:
    """The first issuer of new records."""
    issuer = Issuer(id=new_id(), name=Text(**{language: name}))
    with store.step() as step:
        step.add(issuer)
    return issuer


def set_logo(store: Store, issuer: Issuer, path: Path) -> None:
    """
    :raises NotReadable, PictureUnsuitable: and nothing is changed
    """
    set_picture(store, issuer, "logo_id", path)
