"""Whoever only looks writes nothing: no key, no change, nothing that only this laptop knows."""

import contextlib
from datetime import date

import pypdfium2
import pytest
import zxingcpp

from documents.certificates.values import SAMPLE_PROOF
from jobs.certificates import verifying
from jobs.certificates.issuing import prepare
from jobs.certificates.printing import PrintOrder, gather, preview_certificate
from jobs.certificates.trying import Trial, specimen
from jobs.papers.printing import preview_paper
from jobs.papers.registry import KINDS
from models import errors, opening
from models.records.codes import CertificateKind
from models.store import Store
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend
from tests.test_commands import sijil

DAY = date(2015, 9, 16)


def written(store: Store) -> tuple[int, list[tuple[str, str]]]:
    """How many changes there are, and all that only this laptop knows."""
    rows = store.connection.execute("SELECT key, value FROM local ORDER BY key").fetchall()
    return sum(1 for _ in store.changes()), [tuple(row) for row in rows]


def code_on(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=300 / 72).to_pil().convert("L")
    document.close()
    return [one.text for one in zxingcpp.read_barcodes(image)]


def test_previews_and_checks_make_no_key_and_show_where_the_code_will_stand(store: Store, training):
    _, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    before, found = written(store), roster.load(store, training.id)
    shown = preview_certificate(store, found, enrolment.id, PrintOrder(early=True))
    for who in (enrolment.id, *Trial):
        specimen(store, found, who, CertificateKind.COMPLETION)
    for kind in KINDS:
        with contextlib.suppress(errors.NothingToPrint):
            preview_paper(store, found, kind.key, words_for("en"))
    verifying.verify("TC1:SAMPLE", verifying.trust_of(store))
    assert written(store) == before
    assert code_on(shown) == [SAMPLE_PROOF]


def test_whoever_issues_makes_the_key(store: Store, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    assert not store.local.signing_key
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    assert len(store.local.signing_key) == 32
    (key,) = store.signing_keys.all()
    assert verifying.verify(made.proof, verifying.trust_of(store))[0].claims
    prepare(store, roster.load(store, training.id), DAY, enrolment_ids=())
    assert store.signing_keys.all() == [key]


def test_an_issue_that_is_refused_leaves_no_key_behind(store: Store, training):
    before = written(store)
    with pytest.raises(errors.NothingToPrint):
        gather(store, training.id)
    assert written(store) == before


def test_a_laptop_beside_the_one_with_the_key_shows_no_code(store: Store, training):
    _, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    prepare(store, roster.load(store, training.id), DAY)
    _, other = attend(store, training, "Sara Azad Ali", 4)
    with store.step():
        store.local.set("signing_key", "")
    assert code_on(preview_certificate(store, roster.load(store, training.id), other.id)) == []
    assert code_on(preview_certificate(store, roster.load(store, training.id), enrolment.id)) != []


def test_commands_that_only_read_write_nothing(store: Store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    before, folder = written(store), store.folder
    store.close()
    for command in (("trainings",), ("show", "T-1"), ("check",), ("proposals",), ("verify", "TC1:SAMPLE"),
                    ("papers",), ("export", "T-1", "-o", tmp_path / "people.csv")):  # fmt: skip
        assert "Traceback" not in sijil(*command, register=folder).stderr
    with opening.open_register(folder) as again:
        assert written(again) == before
