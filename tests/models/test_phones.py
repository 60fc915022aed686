"""Telephone numbers: international where they can be, as written where not."""

import pytest

from models.phones import normalise


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0750 916 3005", "+9647509163005"), ("٠٧٥٠-٩١٦-٣٠٠٥", "+9647509163005"), ("+49 30 901820", "+4930901820"),
        ("00964 750 9163005", "+9647509163005"), ("  none  at all ", "none at all"), ("١٢", "12"), ("", ""),
        ("+999 1", "+999 1"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_kept(written: str, kept: str):
    assert normalise(written) == kept


def test_a_number_without_a_country_is_of_the_region():
    assert normalise("030 901820", "DE") == "+4930901820"
