"""Institutions as lists write them."""

import pytest

from models.names.institutions import (
    comparison_form,
    guess_kind,
    name_as_written,
    recognise,
    recognise_parent,
    references,
)  # fmt: skip
from models.places import places
from models.texts import Text


def test_each_known_institution_is_recognised_by_its_names():
    for reference in references().values():
        for name in reference.name:
            found = recognise(name)
            assert found is not None
            assert name in set(found.name)
        assert reference.parent == "" or reference.parent in references()


def test_each_place_has_a_governorate():
    for place in places().values():
        reference = references()[f"governorate-{place.code.casefold()}"]
        assert reference.kind == "governorate"
        assert reference.parent == ""
        assert reference.name["en"] == f"{place.name['en']} Governorate"
        assert reference.name["ar"] == f"محافظة {place.name['ar']}"
        assert reference.name["ckb"] == f"پارێزگای {place.name['ckb']}"
        assert f"Governorate of {place.name['en']}" in reference.other_names
        assert not any(place.name["ar"] in name for name in reference.other_names if name.isascii())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Ministry of Health", "moh"), ("MINISTRY  OF HEALTH", "moh"), ("Ministry of Healt", "moh"), ("MoH", "moh"),
        ("Ministry of Health (Baghdad)", "moh"), ("Ministry of Health (KRG)", "krg-moh"), ("وزارة الصحه", "moh"),
        ("(KRG) Ministry of Health", "krg-moh"), ("Minstry of Heath", ""), ("Health", ""), ("", ""), ("  ", ""),
        ("Erbil Governorate", "governorate-iqg11"), ("پارێزگای هەولێر", "governorate-iqg11"), ("Governorate", ""),
    ],
)  # fmt: skip
def test_an_institution_is_recognised_in_any_spelling(name: str, key: str):
    found = recognise(name)
    assert (found.key if found else "") == key


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("The Ministry of Health and Environment", "ministry health environment"),
        ("Office (old) [x] for Y", "office y"),
        ("(KRG) Ministry", "krg ministry"), ("وزارة الصحة", "وزاره صحه"), ("وزارة الاب", "وزاره الاب"),
        ("صحة و بيئة", "صحه بييه"),
    ],
)  # fmt: skip
def test_the_words_that_count(name: str, form: str):
    assert comparison_form(name) == form


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("Ministry of Interior – Passports", "moi"), ("Ministry of Interior / X", "moi"),
        ("Ministry of Interior/X", "moi"),
        ("Ministry of Interior - X", "moi"), ("Ministry of Interior | X", "moi"), ("Ministry of Interior", ""),
        ("X – Y", ""), ("Ministry of Interior-Passports", ""), ("Ministry of Interior – ", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_parent_of_an_unknown_one(name: str, parent: str):
    found = recognise_parent(name)
    assert (found.key if found else "") == parent


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of X – Passports Department", "directorate"), ("Ministry of X / Y", "ministry"), ("UNHCR", "un"),
        ("Zakho University – Ministry of Education", "ministry"),
        ("جامعة دهوك", "university"), ("Zakho Bank", "company"), ("قضاء زاخو", "district"),
        ("High Commission", "commission"),
        ("Something", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_kind_that_its_words_say(name: str, kind: str):
    assert guess_kind(name).value == kind


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        (" Ministry  of X ", Text(en="Ministry of X")), ("وزارة", Text(ar="وزارة")),
        ("وەزارەت", Text(ckb="وەزارەت")),
    ],
)  # fmt: skip
def test_a_name_goes_to_its_language(written: str, fields: Text):
    assert name_as_written(written) == fields
