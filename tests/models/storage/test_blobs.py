"""Large content lies once, as long as somebody names it, and is taken from others only while somebody here does."""

from dataclasses import replace
from pathlib import Path

import pytest

from models import opening
from models.blobs import MOST_BYTES, PNG, Blob, as_value, blob_of
from models.errors import BlobMissing
from models.history.changes import Change, Verb, completed
from models.history.codec import encode
from models.records import Photo
from models.store import Store

FACE = b"a face " * 20_000
NAMED = blob_of(FACE, PNG)


@pytest.fixture
def other(tmp_path: Path):
    with opening.create(tmp_path / "other")[0] as opened:
        yield opened


def keep(store: Store, *records: str, content: bytes = FACE) -> Blob:
    with store.step("edit") as step:
        blob = step.keep(content, PNG)
        for record in records:
            step.change(Photo, record, {"image": blob})
    return blob


def elsewhere(store: Store, other: Store, **values: object) -> Change:
    """A change like that of the photograph "a", as a newer version or somebody hostile may make it."""
    made = completed(replace(store.history("a")[0], seq=77, **values))
    assert other.receive([made]).new == 1
    return made


def erase(store: Store, record: str) -> None:
    with store.step() as step:
        step.erase("photo", record, {"image"})


def kept(store: Store) -> list[str]:
    return [row[0] for row in store.connection.execute("SELECT digest FROM blobs ORDER BY digest")]


def test_a_change_holds_the_name_and_the_content_lies_once(store: Store):
    before = sum(len(encode(change)) for change in store.changes())
    assert keep(store, "a") == keep(store, "b") == NAMED
    assert kept(store) == [NAMED.digest]
    assert store.blobs.content(NAMED) == store.blobs.find(NAMED) == FACE
    (change,) = store.history("a")
    assert change.sets["image"] == {"blob": NAMED.digest, "length": len(FACE), "kind": PNG}
    assert sum(len(encode(change)) for change in store.changes()) - before < 3_000


def test_what_nobody_names_at_the_end_of_a_step_is_dropped(store: Store):
    keep(store)
    assert kept(store) == []
    keep(store, "a")
    keep(store)
    assert kept(store) == [NAMED.digest], "another change names it"


def test_what_was_kept_in_a_step_that_fails_is_not_there(store: Store):
    def fail() -> None:
        with store.step() as step:
            step.change(Photo, "a", {"image": step.keep(FACE, PNG)})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (kept(store), store.blobs.names()) == ([], set())


def test_content_goes_with_the_last_who_is_erased(store: Store):
    keep(store, "a", "b")
    erase(store, "a")
    assert kept(store) == [NAMED.digest], "of somebody else"
    erase(store, "b")
    assert (kept(store), store.blobs.names()) == ([], set())


def test_what_was_replaced_before_goes_too(store: Store):
    keep(store, "a")
    keep(store, "a", content=b"a newer face")
    assert len(kept(store)) == 2, "the history and Undo name the old one"
    erase(store, "a")
    assert kept(store) == []


def test_undo_brings_it_back(store: Store):
    keep(store, "a")
    with store.step("edit") as step:
        step.change(Photo, "a", {"image": None})
    assert store.photos.get("a").image is None
    assert store.undo() == "edit"
    assert store.photos.get("a").image == NAMED
    assert store.blobs.content(NAMED) == FACE


def test_content_that_is_erased_and_kept_in_one_step_stays(store: Store):
    keep(store, "a")
    with store.step() as step:
        blob = step.keep(FACE, PNG)
        step.erase("photo", "a", {"image"})
        step.change(Photo, "b", {"image": blob})
    assert store.blobs.content(NAMED) == FACE


def test_too_much_is_not_kept(store: Store):
    keep(store, "a", content=b"x" * MOST_BYTES)
    with pytest.raises(ValueError, match="bytes"):
        keep(store, "a", content=b"x" * (MOST_BYTES + 1))


def test_content_comes_after_the_changes_that_name_it(store: Store, other: Store):
    keep(store, "a")
    told = []
    other.listeners.append(told.append)
    assert other.accept([(NAMED.digest, FACE)]) == [NAMED.digest], "nobody here names it yet"
    other.receive(store.changes())
    assert other.blobs.missing() == [NAMED]
    assert other.blobs.find(NAMED) == b""
    with pytest.raises(BlobMissing) as caught:
        other.blobs.content(NAMED)
    assert caught.value.values == {"digest": NAMED.digest}
    told.clear()
    assert other.accept([(NAMED.digest, FACE)]) == []
    assert (other.blobs.content(NAMED), other.blobs.missing()) == (FACE, [])
    assert told == [{"photo": {"a"}}]
    assert other.accept([(NAMED.digest, FACE)]) == [], "twice is once"
    assert kept(other) == [NAMED.digest]


def test_it_is_not_taken_when_it_is_something_else(store: Store, other: Store):
    keep(store, "a")
    other.receive(store.changes())
    other_face = b"b" + FACE[1:]
    wrong = [(NAMED.digest, other_face), (NAMED.digest, FACE + b" "), (blob_of(other_face, PNG).digest, other_face)]
    assert other.accept(wrong) == [digest for digest, _ in wrong]
    assert kept(other) == []


def test_it_is_not_taken_with_a_wrong_length_or_beyond_all_measure(store: Store, other: Store):
    much = b"x" * (MOST_BYTES + 1)
    with store.step() as step:
        step.change(Photo, "a", {"image": replace(NAMED, length=len(FACE) - 1)})
        step.change(Photo, "b", {"image": blob_of(much, PNG)})
    other.receive(store.changes())
    contents = [(NAMED.digest, FACE), (blob_of(much, PNG).digest, much)]
    assert other.accept(contents) == [digest for digest, _ in contents]


def test_it_is_not_taken_again_after_the_erasure(store: Store, other: Store):
    keep(store, "a")
    other.receive(store.changes())
    other.accept([(NAMED.digest, FACE)])
    erase(store, "a")
    other.receive(store.changes())
    assert (kept(other), other.blobs.missing()) == ([], [])
    assert other.accept([(NAMED.digest, FACE)]) == [NAMED.digest]
    elsewhere(store, other, sets={"image": as_value(NAMED)}, kept={}, gone={})
    assert other.accept([(NAMED.digest, FACE)]) == [NAMED.digest], "what comes late was erased too"


@pytest.mark.parametrize(
    "change",
    [{"kind": "robot", "sets": {"body": {"limbs": [{"picture": as_value(NAMED)}]}}},
     {"sets": {"image": [as_value(NAMED), as_value(NAMED)]}}, {"sets": {"portrait": as_value(NAMED)}}],
    ids=["kind", "value", "field"],
)  # fmt: skip
def test_names_in_what_this_version_does_not_know_count(store: Store, other: Store, change: dict[str, object]):
    keep(store, "a")
    made = elsewhere(store, other, **change)
    assert other.blobs.missing() == [NAMED]
    assert other.accept([(NAMED.digest, FACE)]) == []
    with other.step() as step:
        step.erase(made.kind, "a", set(made.sets))
    assert kept(other) == []


def test_an_erasure_names_nothing_that_could_never_be_erased(store: Store, other: Store):
    keep(store, "a")
    elsewhere(store, other, verb=Verb.ERASE)
    assert other.accept([(NAMED.digest, FACE)]) == [NAMED.digest]


def test_what_only_a_forged_change_names_goes_with_it(store: Store, other: Store):
    keep(store, "a")
    store.seal()
    bad = blob_of(b"bad", PNG)
    (change,) = store.history("a")
    other.receive([completed(replace(change, sets={"image": as_value(bad)}))])
    assert other.accept([(bad.digest, b"bad")]) == []
    assert len(other.receive(store.changes(), store.seals()).forged) == 1
    assert (kept(other), other.blobs.missing()) == ([], [NAMED])


def test_content_of_a_training_that_was_handed_over_goes_and_comes_back(store: Store, other: Store):
    keep(store, "a")
    other.receive(store.changes())
    with store.step() as step:
        step.release("photo", "a")
    assert kept(store) == []
    store.receive(other.changes())
    assert store.blobs.missing() == [NAMED]
    assert store.accept([(NAMED.digest, FACE)]) == []


def test_a_backup_holds_it(store: Store, tmp_path: Path):
    keep(store, "a")
    path = store.safekeeping.backup()
    opening.restore(path, tmp_path / "again")
    with opening.open_register(tmp_path / "again") as again:
        assert again.blobs.content(NAMED) == FACE
