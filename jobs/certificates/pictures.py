"""The logo, emblem, stamp and signatures that certificates show."""

from collections.abc import Iterable

from jobs.trainings.pictures import png_of
from models.certificates.designs import Element, PictureElement
from models.store import Store
from models.training.roster import Roster


def pngs_of(store: Store, found: Roster) -> dict[str, bytes]:
    """Source of a picture -> PNG; without what has not come to this laptop yet."""
    return {source: png for source, one in _chosen(store, found).items() if (png := png_of(store, one))}


def check_all_here(store: Store, found: Roster, elements: Iterable[Element]) -> None:
    """A certificate is not issued with a hole where its logo or a signature belongs.

    :raises BlobMissing: when a picture has not come to this laptop yet
    """
    shown = {one.source.value for one in elements if isinstance(one, PictureElement)}
    for source, picture_id in _chosen(store, found).items():
        picture = store.pictures.find(picture_id) if source in shown else None
        if picture is not None and picture.image is not None:
            store.blobs.content(picture.image)


def _chosen(store: Store, found: Roster) -> dict[str, str]:
    """Source of a picture -> id; of those that somebody chose."""
    issuer = store.issuers.find(found.programme.issuer_id)
    ids = {"emblem": found.programme.emblem_id}
    if issuer is not None:
        ids |= {"logo": issuer.logo_id, "stamp": issuer.stamp_id}
    for place, signatory in enumerate(found.training.signatory_ids, start=1):
        ids[f"signature_{place}"] = store.signatories.get(signatory).signature_id
    return {source: picture_id for source, picture_id in ids.items() if picture_id}
