"""What is stored keeps its name for ever; a new record says nothing that nobody said."""

import dataclasses
from enum import StrEnum

import pytest

from models.records import ALL, BY_KIND, Institution, Participant, codes
from models.records.codes import InstitutionKind, MarkState, Role, ScoreKind
from models.records.custom import custom_answer_id
from models.records.decisions import device_decision_id, following_id, key_decision_id
from models.records.devices import same_person_id
from models.records.enrolments import derived_beside, derived_id, enrolment_id, mark_id, score_id
from models.records.signatures import photo_id, signature_id
from models.texts import NOTHING, Text

KINDS = {
    "programme": "programmes", "training": "trainings", "session": "sessions", "institution": "institutions",
    "participant": "participants", "enrolment": "enrolments", "mark": "marks", "score": "scores",
    "certificate": "certificates", "certificate_form": "certificate_forms",
    "issuer": "issuers", "signatory": "signatories", "picture": "pictures",
    "signing_key": "signing_keys", "wording": "wordings", "design": "designs", "paper": "papers", "scan": "scans",
    "nomination": "nominations", "rate": "rates", "agreed_step": "agreed_steps", "feedback": "feedback",
    "custom_field": "custom_fields", "custom_answer": "custom_answers", "signature": "signatures",
    "photo": "photos", "erasure_request": "erasure_requests", "device": "devices", "same_person": "same_people",
    "worker": "workers", "device_decision": "device_decisions", "key_decision": "key_decisions",
    "following": "followings", "departure": "departures", "membership": "memberships",
}  # fmt: skip
CHOICES = {
    "Sex": "|F|M|X", "NameLanguage": "|ar|ckb", "EnrolmentState": "nominated|confirmed|declined|reserve|replaced|came",
    "Role": "participant|trainer|observer|interpreter|organiser|guest", "Consent": "|yes|no",
    "ErasureState": "open|done|refused", "MarkState": "|present|late|excused|absent",
    "InstitutionKind": (
        "|ministry|governorate|directorate|commission|centre|district|university|ngo|un|company|other"
    ),
    "ScoreKind": "pre|post", "CertificateEnding": "|revoked|replaced|void",
    "CertificateKind": "attendance|completion|trainer|appreciation", "ProofProfile": "named|pseudonymous",
    "Sameness": "proposed|same|different", "Standing": "|trusted|withdrawn", "DeviceRole": "desk|head_office",
}  # fmt: skip
NOT_EMPTY = {
    "training.zone": "Asia/Baghdad", "training.design": "formal", "training.currency": "IQD",
    "training.certificate_kind": "attendance", "training.paper": "A4", "training.orientation": "landscape",
    "wording.certificate_kind": "attendance", "certificate.kind": "attendance",
    "programme.proof_profile": "named", "enrolment.state": "nominated", "enrolment.role": "participant",
    "device_decision.role": "desk", "erasure_request.state": "open", "same_person.answer": "proposed",
    "score.kind": "pre",
}  # fmt: skip
PERSON = "0150a5b5c800" + "ab" * 10


def test_kinds_and_tables_keep_their_names():
    assert {one.KIND: one.TABLE for one in ALL} == KINDS
    assert {kind: one.TABLE for kind, one in BY_KIND.items()} == KINDS


def test_stored_choices_keep_their_values():
    found = {
        name: "|".join(one.value for one in kind)
        for name, kind in vars(codes).items()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    assert found == CHOICES


@pytest.mark.parametrize("record_type", ALL, ids=lambda one: one.KIND)
def test_a_new_record_says_nothing_that_nobody_said(record_type):
    record = record_type(id="x")
    for field in dataclasses.fields(record):
        name, value = f"{record_type.KIND}.{field.name}", getattr(record, field.name)
        if field.name != "id" and not dataclasses.is_dataclass(value):
            assert value == NOT_EMPTY.get(
                name, value if value in {"", None, False, NOTHING, frozenset()} or value == () else "empty"
            ), name


def test_what_the_choices_mean():
    assert [one.value for one in MarkState if one.was_there] == ["present", "late"]
    assert [one.value for one in Role if one.counts] == ["participant"]
    assert [one.value for one in InstitutionKind if one.is_official] == (
        ["ministry", "governorate", "directorate", "commission", "centre", "district", "university"]
    )


# Ids that two laptops derive alike


def test_derived_ids_never_change():
    """Another way to derive them would make two facts of one on laptops with different versions."""
    assert derived_id("a", "b") == "d7bf105c-0b78-5b33-a945-91a866835c7a"
    assert enrolment_id(PERSON, "t1") == "0150a5b5c8005b72a04727a82c648bf1"
    assert mark_id("e", "s") == "e7cf481c-534d-58cf-8b59-aebd9eb45468"
    assert score_id("e", ScoreKind.POST) == "bd0efc6d-38a3-524b-bdeb-fca78753ad37"
    assert custom_answer_id("e", "f") == "8d3e562b-0732-5bce-97a2-55b253f5b6dc"
    assert signature_id("e") == "00e31b54-0679-5476-96bc-a39a1556ec32"
    assert device_decision_id("d") == "c346c81f-8e0b-52e3-81e8-99c8f5613ae6"
    assert key_decision_id("k") == "23475afd-fd58-51ef-aea4-6e78d9d0a348"
    assert following_id("d") == "92a93537-a53e-5db8-9e5d-418181337f42"
    assert photo_id("p") == "62f84546-a34d-5e21-abdc-ac853e525af9"
    assert same_person_id("b", "a") == same_person_id("a", "b") == "41bf29ba-b8a9-5b06-826b-ec3d30f78ce9"


@pytest.mark.parametrize(
    ("parent", "has_time"), [(PERSON, True), (PERSON + "0", False), (PERSON[1:], False), (PERSON.upper(), False)]
)
def test_a_derived_id_begins_with_the_time_of_its_parent_where_that_has_one(parent: str, has_time: bool):
    made = derived_beside(parent, "a", "b")
    own = derived_id("a", "b")
    assert made == ("0150a5b5c800" + own.replace("-", "")[12:] if has_time else own)
    assert len(made) == (32 if has_time else 36)


# Names of people


def person(**values: object) -> Participant:
    return Participant(id="p", **values)


def test_a_name_is_printed_once_somebody_confirmed_it():
    shown = person(name_latin="Sara Azad", name_arabic="سارة آزاد", fourth_latin="Omar", fourth_arabic="عمر")
    assert (shown.printed_latin, shown.printed_arabic) == ("Sara Azad Omar", "سارة آزاد عمر")
    waiting = dataclasses.replace(shown, latin_proposed=True, arabic_proposed=True)
    assert (waiting.printed_latin, waiting.printed_arabic) == ("", "")
    assert person(fourth_latin="Omar", fourth_arabic="عمر").printed_latin == ""
    assert person(name_latin="Sara").printed_latin == "Sara"


@pytest.mark.parametrize(
    ("values", "english", "arabic"),
    [
        ({"name_latin": "Sara", "name_arabic": "سارة"}, "Sara", "سارة"),
        ({"name_latin": "Sara", "name_arabic": "سارة", "latin_proposed": True}, "سارة", "سارة"),
        ({"name_latin": "Sara", "name_arabic": "سارة", "arabic_proposed": True}, "Sara", "Sara"),
        ({"name_latin": "Sara", "name_arabic": "سارة", "latin_proposed": True, "arabic_proposed": True},
         "Sara", "سارة"),
        ({"name_latin": "Sara", "latin_proposed": True}, "Sara", "Sara"),
        ({"name_arabic": "سارة", "arabic_proposed": True}, "سارة", "سارة"),
        ({"name_latin": "Sara", "name_arabic": "سارة", "erased": True}, "—", "—"), ({}, "", ""),
    ],
)  # fmt: skip
def test_the_name_on_the_screen(values: dict[str, object], english: str, arabic: str):
    shown = person(**values)
    assert (shown.name, shown.name_in("en"), shown.name_in("ar"), shown.name_in("ckb")) == (
        english, english, arabic, arabic,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "english", "arabic"),
    [
        ({"name_latin": "Sara", "name_arabic": "سارة"}, "سارة", "Sara"), ({"name_latin": "Sara"}, "", ""),
        ({"name_arabic": "سارة"}, "", ""), ({}, "", ""),
        ({"name_latin": "Sara", "name_arabic": "سارة", "latin_proposed": True}, "Sara", "Sara"),
        ({"name_latin": "Sara", "name_arabic": "سارة", "fourth_latin": "Omar"}, "سارة", "Sara"),
    ],
)  # fmt: skip
def test_the_other_form_of_a_name(values: dict[str, object], english: str, arabic: str):
    shown = person(**values)
    assert (shown.other_name_in("en"), shown.other_name_in("ckb")) == (english, arabic)


@pytest.mark.parametrize(
    ("values", "is_open"),
    [
        ({"name_latin": "S", "latin_proposed": True}, True), ({"name_arabic": "س", "arabic_proposed": True}, True),
        ({"name_latin": "S"}, False), ({"latin_proposed": True}, False), ({"arabic_proposed": True}, False),
        ({"name_arabic": "س", "latin_proposed": True}, False), ({}, False),
    ],
)  # fmt: skip
def test_a_name_waits_for_a_yes_when_there_is_one(values: dict[str, object], is_open: bool):
    assert person(**values).has_open_name is is_open


def test_a_text_shows_the_first_that_was_said():
    names = {"en": "Health", "ar": "الصحة", "ckb": "تەندروستی"}
    while names:
        assert Institution(id="i", name=Text(**names)).name.first == next(iter(names.values()))
        names.pop(next(iter(names)))
    assert Institution(id="i").name.first == ""
