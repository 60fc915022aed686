"""Certificates by the thousand: every code is read, nothing freezes, and a disk that fills up leaves nothing half."""

import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL.Image import Image

from jobs.certificates import verifying
from jobs.certificates.designs import ready
from jobs.certificates.printing import PrintOrder, due, gather, print_certificates, print_one_by_one
from models import errors
from models.certificates.proof_codes import Claim, Validity
from models.certificates.states import CertificateState
from models.names.known import known_names
from models.paper import page_size
from models.records import AttendanceMark, Enrolment, Participant, Programme
from models.records.codes import MarkState, NameLanguage
from models.records.enrolments import enrolment_id, mark_id
from models.storage import files
from models.store import Store
from models.training import roster
from tests.conftest import tool

_MANY, _VERY_MANY = 1_000, 2_000
_DOTS = 300
_SCRIPTS = ("latin", "arabic", "sorani")
_AROUND = 4.0  # millimetres of page around the code


def names(count: int) -> list[Participant]:
    """Three names each; every third person's name is known in Latin, in Arabic, in Sorani letters."""
    rows = [one for one in known_names() if one.sorani]
    chance = random.Random(20150913)
    made = []
    for place in range(count):
        three = chance.sample(rows, 3)
        latin, arabic, sorani = (" ".join(getattr(one, name) for one in three) for name in _SCRIPTS)
        person = Participant(id=f"{place:08}-0000-4000-8000-000000000000")
        if place % 3 == 0:
            made.append(replace(person, name_latin=latin))
        elif place % 3 == 1:
            made.append(replace(person, name_arabic=arabic, name_language=NameLanguage.ARABIC))
        else:
            made.append(replace(person, name_latin=latin, name_arabic=sorani, name_language=NameLanguage.SORANI))
    return made


def enrol(store: Store, training_id: str, people: list[Participant]) -> None:
    """All of them, present in three sessions."""
    enrolments = [
        Enrolment(id=enrolment_id(one.id, training_id), participant_id=one.id, training_id=training_id)
        for one in people
    ]
    marks = [
        AttendanceMark(id=mark_id(one.id, session), enrolment_id=one.id, session_id=session, state=MarkState.PRESENT)
        for one in enrolments
        for session in ("s0", "s1", "s2")
    ]
    with store.step() as step:
        step.add(*people, *enrolments, *marks)


def code_of(page: pypdfium2.PdfPage, design: str, store: Store, training_id: str) -> Image:
    """The part of the page with the code, as a scanner sees it."""
    training = store.trainings.get(training_id)
    width, height = page_size(training.paper, training.orientation)
    (code,) = [one for one in ready(design).on(training.paper, training.orientation) if one.KIND == "code"]
    left, top = code.x - _AROUND, code.y - _AROUND
    right, below = width - code.x - code.width - _AROUND, height - code.y - code.height - _AROUND
    crop = tuple(max(0.0, side) * 72 / 25.4 for side in (left, below, right, top))
    picture: Image = page.render(scale=_DOTS / 72, crop=crop, grayscale=True).to_pil()
    return picture


def test_a_thousand_certificates_in_three_scripts_are_read_by_two_readers(store: Store, training, tmp_path: Path):
    enrol(store, training.id, names(_MANY))
    printed = print_certificates(store, training.id, tmp_path / "all.pdf")
    assert len(printed.certificates) == _MANY
    trust = verifying.trust_of(store)
    document = pypdfium2.PdfDocument(tmp_path / "all.pdf")
    pictures = []
    for place, certificate in enumerate(printed.certificates):
        picture = code_of(document[place], "formal", store, training.id)
        (read,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        (found,) = verifying.verify(read.text, trust)
        assert found.validity is Validity.VALID, certificate.number
        assert found.claims[Claim.NAME] == (certificate.name_latin or certificate.name_arabic)
        pictures.append(tmp_path / f"{place:04}.png")
        picture.save(pictures[-1], compress_level=1)
    command = [tool("zbarimg"), "--raw", "-q", "-Sdisable", "-Sqrcode.enable", *pictures]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines == [one.proof for one in printed.certificates]


def test_thousands_are_printed_with_progress_and_can_be_cancelled(store: Store, training, tmp_path: Path):
    enrol(store, training.id, names(_VERY_MANY))
    seen: list[int] = []

    class Stop(Exception):
        pass

    def stop(done: int, total: int) -> None:
        seen.append(total)
        if done == _VERY_MANY // 2:
            raise Stop

    with pytest.raises(Stop):
        print_certificates(store, training.id, tmp_path / "all.pdf", stop)
    assert list(tmp_path.glob("*.pdf*")) == []
    assert set(seen) == {_VERY_MANY}
    assert {one.state for one in store.certificates.all()} == {CertificateState.PREPARED}
    print_certificates(store, training.id, tmp_path / "all.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "all.pdf")) == _VERY_MANY
    assert {one.state for one in store.certificates.all()} == {CertificateState.PRINTED}


def states(store: Store) -> set[CertificateState]:
    return {one.state for one in store.certificates.all()}


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_nothing_half_and_nothing_noted(store: Store, training, tmp_path: Path, monkeypatch):
    enrol(store, training.id, names(5))
    (tmp_path / "old.pdf").write_bytes(b"what was there")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(errors.DiskFull):
        print_certificates(store, training.id, tmp_path / "old.pdf")
    assert (tmp_path / "old.pdf").read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["old.pdf"]
    assert states(store) == {CertificateState.PREPARED}


def test_a_file_that_is_open_elsewhere_stays_and_nothing_is_noted(store: Store, training, tmp_path: Path, monkeypatch):
    """As on Windows, where a reader holds the file."""
    enrol(store, training.id, names(3))
    (tmp_path / "open.pdf").write_bytes(b"being read")

    def held(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(files.os, "replace", held)
    with pytest.raises(errors.NotWritable):
        print_certificates(store, training.id, tmp_path / "open.pdf")
    assert (tmp_path / "open.pdf").read_bytes() == b"being read"
    assert states(store) == {CertificateState.PREPARED}


def test_one_by_one_what_was_written_before_the_disk_filled_up_is_whole(store: Store, training, tmp_path, monkeypatch):
    enrol(store, training.id, names(4))
    folder = tmp_path / "each"
    folder.mkdir()
    syncs: list[int] = []
    real = files.os.fsync

    def soon_full(number: int) -> None:
        syncs.append(number)
        full() if len(syncs) > 3 else real(number)

    monkeypatch.setattr(files.os, "fsync", soon_full)
    with pytest.raises(errors.DiskFull):
        print_one_by_one(store, training.id, folder)
    written = list(folder.iterdir())
    assert 0 < len(written) < 4
    assert all(len(pypdfium2.PdfDocument(path)) == 1 for path in written)
    assert all(path.suffix == ".pdf" for path in written)


def test_nobody_is_no_certificate(store: Store, training, tmp_path: Path):
    with pytest.raises(errors.NothingToPrint):
        print_certificates(store, training.id, tmp_path / "none.pdf")
    with pytest.raises(errors.NothingToPrint):
        gather(store, training.id, PrintOrder(enrolment_ids=()))
    assert not list(tmp_path.glob("*.pdf"))


def test_pages_are_in_the_order_of_numbers_that_have_no_zeros_before_them(store: Store, training, tmp_path: Path):
    with store.step() as step:
        step.change(Programme, training.programme_id, {"number_pattern": "{desk}-{n}"})
    enrol(store, training.id, names(12))
    printed = print_certificates(store, training.id, tmp_path / "all.pdf")
    ends = [one.number.rpartition("-")[2] for one in printed.certificates]
    assert ends == [str(n) for n in range(1, 13)]
    due_again = [one.certificate.number for one in due(roster.load(store, training.id))]
    assert due_again == [one.number for one in printed.certificates]
