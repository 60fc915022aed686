"""The names of large content, found wherever they stand."""

from models.blobs import Blob, as_value, blob_of, named_in

FACE = blob_of(b"face", "image/png")


def test_content_is_named_by_its_digest():
    assert Blob("0282d9b79f42c74c1550b20ff2dd16aafc3fe5d8ae9a00b2f66996d0ae882775", 4, "image/png") == FACE
    assert blob_of(b"face", "image/jpeg").digest == FACE.digest
    assert blob_of(b"Face", "image/png").digest != FACE.digest


def test_names_are_found_however_deep_they_stand():
    other = blob_of(b"other", "x/y")
    value = {"pages": [{"front": as_value(FACE), "note": "x"}, [as_value(other), 7, None]], "blob": "no name"}
    assert set(named_in(value)) == {FACE, other}
    assert list(named_in(as_value(FACE))) == [FACE]


def test_a_value_as_deep_as_somebody_can_make_it_is_walked_through():
    value: object = as_value(FACE)
    for _ in range(100_000):
        value = [value]
    assert list(named_in(value)) == [FACE]


def test_what_only_looks_like_a_name_is_none():
    for wrong in (
        "text",
        7,
        None,
        {**as_value(FACE), "more": 1},
        {"blob": FACE.digest},
        {**as_value(FACE), "length": "4"},
    ):
        assert list(named_in(wrong)) == []
