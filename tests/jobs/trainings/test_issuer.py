"""Who issues the certificates, and the logo."""

from pathlib import Path

import pytest

from jobs.trainings.issuer import name_issuer, set_logo
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
