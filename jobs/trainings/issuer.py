"""Who issues the certificates."""

from pathlib import Path

from jobs.trainings.pictures import set_picture
from models.ids import new_id
from models.records import Issuer, Programme
from models.store import Store
from models.texts import Text


def name_issuer(store: Store, name: str, language: str) -> Issuer:
    """The first issuer of new records, also of the programmes that have none yet."""
    issuer = Issuer(id=new_id(), name=Text(**{language: name}))
    with store.step() as step:
        step.add(issuer)
        for programme in store.programmes.all():
            if not programme.issuer_id:
                step.change(Programme, programme.id, {"issuer_id": issuer.id})
    return issuer


def issuer_of(store: Store) -> Issuer:
    """The issuer named last; new records have one."""
    issuers = store.issuers.all()
    return issuers[-1] if issuers else Issuer(id="")


def set_logo(store: Store, issuer: Issuer, path: Path) -> None:
    """
    :raises NotReadable, PictureUnsuitable: and nothing is changed
    """
    set_picture(store, issuer, "logo_id", path)
