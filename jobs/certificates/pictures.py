"""The logo, emblem, stamp and signatures that certificates show."""

from collections.abc import Iterable, Mapping

from jobs.trainings.pictures import png_of
from models.store import Store
from models.training.roster import Roster


def picture_ids(store: Store, found: Roster) -> dict[str, str]:
    """Source of a picture -> which one it is; of those that somebody chose."""
    issuer = store.issuers.find(found.programme.issuer_id)
    ids = {"emblem": found.programme.emblem_id}
    if issuer is not None:
        ids |= {"logo": issuer.logo_id, "stamp": issuer.stamp_id}
    for place, signatory in enumerate(found.training.signatory_ids, start=1):
        ids[f"signature_{place}"] = store.signatories.get(signatory).signature_id
    return {source: picture_id for source, picture_id in ids.items() if picture_id}


def pictures_of(store: Store, ids: Mapping[str, str]) -> dict[str, bytes]:
    """Source of a picture -> PNG; without what has not come to this laptop yet."""
    return {source: png for source, one in ids.items() if (png := png_of(store, one))}


def check_all_here(store: Store, ids: Iterable[str]) -> None:
    """
    :raises BlobMissing: when a picture has not come to this laptop yet
    """
    for picture_id in ids:
        picture = store.pictures.find(picture_id)
        if picture is not None and picture.image is not None:
            store.blobs.content(picture.image)
