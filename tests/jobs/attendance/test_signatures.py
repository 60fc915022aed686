"""Photographs on badges and signatures on lists, where a training asks for them."""

from datetime import date

import pypdfium2
import pytest
from PIL import Image

from jobs.attendance.signatures import drop_photo, photos, sign, signatures, take_photo
from jobs.desk.registering import register, walk_in
from jobs.papers.kinds import PersonColumn
from jobs.papers.lists import ListOptions
from jobs.papers.printing import print_paper
from models.errors import PictureUnsuitable
from models.people.proposals import confirmed
from models.records import Training
from resources.words import words_for

WAVE = [[(x, 200 + (x % 80)) for x in range(100, 900, 20)], [(300, 100), (500, 300)]]
TODAY = date(2015, 9, 13)


@pytest.fixture
def karwan(store, training):
    person = confirmed(walk_in("Karwan Ahmed Omar"))
    return register(store, person, training.id, "")


@pytest.fixture
def face(tmp_path):
    Image.new("RGB", (300, 400), "#884422").save(tmp_path / "face.jpg")
    return tmp_path / "face.jpg"


def objects(path, kind: int) -> int:
    return sum(found.type == kind for found in pypdfium2.PdfDocument(path)[0].get_objects())


def test_a_photo_stands_on_the_badge_only_where_the_training_takes_them(store, training, karwan, face, tmp_path):
    take_photo(store, karwan.participant_id, face)
    print_paper(store, training.id, "badges", tmp_path / "without.pdf", words_for("en"))
    with store.step() as step:
        step.change(Training, training.id, {"takes_photos": True})
    print_paper(store, training.id, "badges", tmp_path / "with.pdf", words_for("en"))
    image = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    assert objects(tmp_path / "with.pdf", image) == objects(tmp_path / "without.pdf", image) + 1


def test_a_photo_taken_away_comes_back_by_undo(store, karwan, face):
    take_photo(store, karwan.participant_id, face)
    shown = photos(store, [karwan.participant_id])[karwan.participant_id]
    drop_photo(store, [karwan.participant_id], shown)
    assert photos(store, [karwan.participant_id]) == {}
    store.undo()
    assert photos(store, [karwan.participant_id])


def test_what_is_no_picture_changes_nothing(store, karwan, face, tmp_path):
    take_photo(store, karwan.participant_id, face)
    (tmp_path / "evil.png").write_bytes(b"<svg onload='x'/>")
    with pytest.raises(PictureUnsuitable):
        take_photo(store, karwan.participant_id, tmp_path / "evil.png")
    assert photos(store, [karwan.participant_id])[karwan.participant_id].startswith(b"\x89PNG")


@pytest.mark.parametrize("language", ["en", "ckb"])
def test_signatures_are_drawn_on_the_participants_list(store, training, karwan, tmp_path, language):
    options = ListOptions(columns=(PersonColumn.SIGNATURE, PersonColumn.NAME))
    print_paper(store, training.id, "participants", tmp_path / "empty.pdf", words_for(language), options)
    sign(store, karwan.id, WAVE, TODAY)
    assert len(signatures(store, [karwan.id])[karwan.id]) == 2
    print_paper(store, training.id, "participants", tmp_path / "signed.pdf", words_for(language), options)
    path = pypdfium2.raw.FPDF_PAGEOBJ_PATH
    assert objects(tmp_path / "signed.pdf", path) == objects(tmp_path / "empty.pdf", path) + 2
    sign(store, karwan.id, [], TODAY)
    assert signatures(store, [karwan.id]) == {}


def test_what_has_not_come_to_this_laptop_yet_is_left_out_on_paper(store, training, karwan, face, tmp_path):
    take_photo(store, karwan.participant_id, face)
    sign(store, karwan.id, WAVE, TODAY)
    with store.step() as step:
        step.change(Training, training.id, {"takes_photos": True})
    store.connection.execute("DELETE FROM blobs")
    print_paper(store, training.id, "badges", tmp_path / "badges.pdf", words_for("en"))
    assert objects(tmp_path / "badges.pdf", pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1, "the code alone"
    options = ListOptions(columns=(PersonColumn.SIGNATURE, PersonColumn.NAME))
    print_paper(store, training.id, "participants", tmp_path / "list.pdf", words_for("en"), options)
    assert photos(store, [karwan.participant_id]) == {karwan.participant_id: b""}
    assert signatures(store, [karwan.id]) == {karwan.id: ()}
