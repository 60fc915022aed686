"""What the certificates of a training share, as it is on file now."""

from documents.certificates.values import CertificateFrame, Signature
from jobs.certificates.pictures import picture_ids, pictures_of
from jobs.certificates.wordings import wordings_of
from jobs.trainings.place import place_name
from models.records import Issuer
from models.store import Store
from models.training.roster import Roster
from models.wall_clock import today_at
from resources.words import Words


def certificate_frame(store: Store, found: Roster, words: dict[str, Words]) -> CertificateFrame:
    """What the certificates of a training share."""
    training, programme = found.training, found.programme
    issuer = store.issuers.find(programme.issuer_id) or Issuer(id="")
    today = today_at(training.zone)

    def each(record: object, field: str = "name") -> dict[str, str]:
        return {language: words[language].of(record, field) for language in words}

    return CertificateFrame(
        title=each(training, "title"),
        programme=each(programme, "title"),
        place={language: place_name(training, words[language]) for language in words},
        venue=each(training, "venue"),
        first_day=training.start or today,
        last_day=training.end or training.start or today,
        hours=training.hours,
        issuer=each(issuer),
        donor=each(programme, "donor"),
        funding=each(programme, "funding"),
        contract_number=programme.contract_number,
        training_code=training.code,
        wordings=wordings_of(store, programme, words),
        signatures=_signatures(store, found, words),
        pictures=pictures_of(store, picture_ids(store, found)),
    )


def _signatures(store: Store, found: Roster, words: dict[str, Words]) -> tuple[Signature, ...]:
    signers = [store.signatories.get(signatory) for signatory in found.training.signatory_ids]
    return tuple(
        Signature(
            name={language: words[language].fitting(one.name_latin, one.name_arabic) for language in words},
            position={language: words[language].of(one, "position") for language in words},
        )
        for one in signers
    )
