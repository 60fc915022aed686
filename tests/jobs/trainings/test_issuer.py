"""Who issues the certificates, and the logo."""

from datetime import date
from pathlib import Path

import pytest

from jobs.trainings.editing import edit_programme, new_training
from jobs.trainings.issuer import name_issuer, set_logo
from jobs.trainings.new_programme import begin_programme
from models import errors
from tests.conftest import SAMPLE


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG" + b"x" * (300 << 10)])
def test_an_unsuitable_logo_changes_nothing(store, tmp_path: Path, content: bytes):
    issuer = name_issuer(store, "Hope", "en")
    wrong = tmp_path / "logo.png"
    wrong.write_bytes(content)
    with pytest.raises(errors.PictureUnsuitable):
        set_logo(store, issuer, wrong)
    with pytest.raises(errors.NotReadable):
        set_logo(store, issuer, tmp_path / "none.png")
    assert store.issuers.get(issuer.id).logo_id == ""
    set_logo(store, issuer, SAMPLE / "logo.png")
    assert store.pictures.find(store.issuers.get(issuer.id).logo_id) is not None


def test_who_was_named_at_the_start_issues_every_programme_made_later(store):
    issuer = name_issuer(store, "Hope", "en")
    first = new_training(store, date(2015, 9, 13))
    begun = begin_programme(store, first.id)
    assert {one.issuer_id for one in store.programmes.all()} == {issuer.id}
    assert begun.issuer_id == issuer.id


def test_an_organisation_that_is_named_later_issues_the_programmes_that_have_no_issuer(store):
    training = new_training(store, date(2015, 9, 13))
    issuer = name_issuer(store, "Hope", "en")
    assert store.programmes.get(training.programme_id).issuer_id == issuer.id
    other = name_issuer(store, "Peace", "en")
    assert store.programmes.get(training.programme_id).issuer_id == issuer.id
    edit_programme(store, training.programme_id, "issuer_id", "")
    begin_programme(store, training.id)
    assert {one.issuer_id for one in store.programmes.all()} == {"", other.id}
