"""The pictures on certificates."""

import pytest

from jobs.certificates.printing import preview_certificate, print_certificates
from jobs.trainings.issuer import name_issuer, set_logo
from jobs.trainings.pictures import png_of, set_picture
from models.errors import BlobMissing
from models.records import Programme
from models.training import roster
from tests.conftest import SAMPLE
from tests.jobs.certificates.test_issuing import attend


@pytest.fixture
def issuer(store, training):
    issuer = name_issuer(store, "Hope", "en")
    set_logo(store, issuer, SAMPLE / "logo.png")
    with store.step() as step:
        step.change(Programme, training.programme_id, {"issuer_id": issuer.id})
    return store.issuers.get(issuer.id)


def test_the_same_picture_is_kept_once_whoever_has_it(store, training, issuer):
    set_picture(store, issuer, "stamp_id", SAMPLE / "logo.png")
    assert png_of(store, store.issuers.get(issuer.id).stamp_id) == png_of(store, issuer.logo_id) != b""
    assert store.connection.execute("SELECT count(*) FROM blobs").fetchone() == (1,)


def test_no_certificate_is_issued_without_a_logo_that_has_not_come_yet(store, training, issuer, tmp_path):
    _, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    contents = store.connection.execute("SELECT digest, content FROM blobs").fetchall()
    store.connection.execute("DELETE FROM blobs")
    assert preview_certificate(store, roster.load(store, training.id), enrolment.id).startswith(b"%PDF")
    with pytest.raises(BlobMissing):
        print_certificates(store, training.id, tmp_path / "c.pdf")
    assert store.certificates.all() == []
    assert not (tmp_path / "c.pdf").exists()
    store.accept(contents)
    assert len(print_certificates(store, training.id, tmp_path / "c.pdf").certificates) == 1


def test_a_picture_that_the_design_does_not_show_holds_nobody_up(store, training, issuer, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    store.connection.execute("DELETE FROM blobs")
    with store.step() as step:
        step.change(type(issuer), issuer.id, {"logo_id": "", "stamp_id": issuer.logo_id})
    assert len(print_certificates(store, training.id, tmp_path / "c.pdf").certificates) == 1
