"""A picture of a design itself lies in the register once, comes later than its name, and is never lost by saving."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobs.certificates import designs
from jobs.certificates.forms import Forms
from jobs.certificates.trying import own_picture
from models import opening
from models.certificates.designs import Design, PictureElement, PictureSource, TextElement, parse
from models.errors import BlobMissing
from models.records import CertificateDesign, Training
from models.store import Store
from models.training import roster
from tests.conftest import SAMPLE

PNG = own_picture(SAMPLE / "logo.png")
OWN = Design(landscape=(PictureElement(source=PictureSource.OWN, png=PNG), TextElement(text="{number}")))


@pytest.fixture
def saved(store: Store) -> CertificateDesign:
    made = designs.duplicate(store, "formal", "Ours")
    return designs.save(store, made.id, OWN)


@pytest.fixture
def elsewhere(tmp_path: Path, store: Store, saved: CertificateDesign, training: Training):
    """A laptop that has the changes, and no large content yet."""
    with opening.create(tmp_path / "elsewhere")[0] as opened:
        opened.receive(store.changes())
        yield opened


def test_it_lies_in_the_register_once_and_by_its_digest(store: Store, saved: CertificateDesign):
    again = designs.duplicate(store, saved.id, "Ours too")
    assert PNG[:40] not in saved.content + again.content
    assert PNG[:40] not in str(store.connection.execute("SELECT body FROM changes").fetchall())
    assert store.connection.execute("SELECT count(*) FROM blobs").fetchone() == (1,)
    assert designs.load(store, again.id) == designs.load(store, saved.id) == OWN


def test_a_file_carries_it_inside(store: Store, saved: CertificateDesign, tmp_path: Path):
    designs.hand_out(store, saved.id, tmp_path / "ours.sijildesign")
    assert parse((tmp_path / "ours.sijildesign").read_bytes()).landscape == OWN.landscape


def test_while_it_has_not_come_nothing_is_issued_and_saving_keeps_its_name(
    store: Store, elsewhere: Store, saved: CertificateDesign, training: Training
):
    found = roster.load(elsewhere, training.id)
    with pytest.raises(BlobMissing):
        Forms(elsewhere, found, design=saved.id).check_pictures()
    shown = designs.load(elsewhere, saved.id)
    designs.save(elsewhere, saved.id, replace(shown, landscape=shown.landscape[:1]))
    elsewhere.accept([(blob.digest, store.blobs.content(blob)) for blob in elsewhere.blobs.missing()])
    assert designs.load(elsewhere, saved.id).landscape == OWN.landscape[:1]
    Forms(elsewhere, found, design=saved.id).check_pictures()
