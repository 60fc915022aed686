"""Codes that prove a certificate: their form is that of the standards, and reading them is strict."""

import cbor2
import pytest

from models.certificates import proof_codes
from models.certificates.proof_codes import Claim, ListClaim, Validity, base45, unbase45

KEY = bytes(range(32))
PUBLIC = proof_codes.public_half(KEY)
CLAIMS = {Claim.NUMBER: "T-1", Claim.NAME: "Sara"}
TEXT = proof_codes.sign(KEY, CLAIMS)


def enveloped(change) -> str:
    envelope = cbor2.loads(unbase45(TEXT[4:]))
    return "TC1:" + base45(cbor2.dumps(change(envelope)))


def test_numbers_of_claims_are_never_used_again():
    assert {one.name: one.value for one in Claim} == {
        "NUMBER": 1, "TRAINING": 2, "NAME": 3, "ISSUED": 4, "SECOND_NAME": 5, "TITLE": 6, "FIRST_DAY": 7, "LAST_DAY": 8,
        "ISSUER": 9, "KIND": 10, "HOURS": 11, "SALT": 12, "NAME_DIGEST": 13,
    }  # fmt: skip
    assert {one.name: one.value for one in ListClaim} == {"MADE": 1, "NUMBERS": 2, "ISSUER": 3}
    assert [one.value for one in Validity] == ["valid", "revoked", "unknown_key", "altered", "not_ours"]


@pytest.mark.parametrize(
    ("plain", "coded"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581"), (b"", "")]
)
def test_base45_is_that_of_the_standard(plain: bytes, coded: str):
    """The examples of RFC 9285."""
    assert base45(plain) == coded
    assert unbase45(coded) == plain


def test_every_length_comes_back():
    for length in range(12):
        content = bytes(range(250, 250 - length, -1))
        assert unbase45(base45(content)) == content


@pytest.mark.parametrize("text", ["A", "GGW", ":::", "ab", "AAAA", "::", "Ä"])
def test_what_is_no_base45_is_refused(text: str):
    with pytest.raises(ValueError, match=r".*"):
        unbase45(text)


def test_the_form_is_a_cose_sign1():
    envelope = cbor2.loads(unbase45(TEXT[4:]))
    assert envelope.tag == 18
    protected, unprotected, payload, signature = envelope.value
    assert cbor2.loads(protected) == {1: -8, 4: proof_codes.key_id(PUBLIC)}
    assert (unprotected, len(signature), cbor2.loads(payload)) == ({}, 64, {1: "T-1", 3: "Sara"})
    assert len(proof_codes.key_id(PUBLIC)) == 4
    assert proof_codes.sign(KEY, CLAIMS) == TEXT, "the same text each time"


def test_a_code_is_valid_for_who_knows_its_key_and_revoked_when_listed():
    other = proof_codes.public_half(bytes(range(1, 33)))
    assert proof_codes.read(f" {TEXT}\n", [other, PUBLIC]) == proof_codes.Reading(Validity.VALID, CLAIMS)
    assert proof_codes.read(TEXT, [PUBLIC], ["T-1"]) == proof_codes.Reading(Validity.REVOKED, CLAIMS)
    assert proof_codes.read(TEXT, [PUBLIC], ["T-2"]).validity is Validity.VALID
    assert proof_codes.read(TEXT, [other]) == proof_codes.Reading(Validity.UNKNOWN_KEY, {})
    assert proof_codes.read(TEXT, []).validity is Validity.UNKNOWN_KEY


def test_a_list_is_never_revoked_and_never_a_certificate():
    text = proof_codes.sign(KEY, {ListClaim.MADE: "T-1"}, "TR1:")
    assert proof_codes.read(text, [PUBLIC], ["T-1"], "TR1:").validity is Validity.VALID
    assert proof_codes.read(text, [PUBLIC]).validity is Validity.NOT_OURS
    assert proof_codes.read("TC1:" + text[4:], [PUBLIC]).validity is Validity.ALTERED


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.value, lambda one: cbor2.CBORTag(17, one.value), lambda one: 7,
        lambda one: cbor2.CBORTag(18, one.value[:3]), lambda one: cbor2.CBORTag(18, [*one.value, 1]),
        lambda one: cbor2.CBORTag(18, [one.value[0], {1: 1}, *one.value[2:]]),
        lambda one: cbor2.CBORTag(18, [*one.value[:3], one.value[3][:63]]),
        lambda one: cbor2.CBORTag(18, [*one.value[:3], one.value[3] + b"x"]),
        lambda one: cbor2.CBORTag(18, [cbor2.dumps({1: -7, 4: b"abcd"}), *one.value[1:]]),
        lambda one: cbor2.CBORTag(18, [cbor2.dumps({1: -8, 4: b"abcd", 5: 1}), *one.value[1:]]),
        lambda one: cbor2.CBORTag(18, [cbor2.dumps({1: -8}), *one.value[1:]]),
        lambda one: cbor2.CBORTag(18, [cbor2.dumps([1]), *one.value[1:]]),
        lambda one: cbor2.CBORTag(18, [one.value[0] + b"\x00", *one.value[1:]]),
    ],
)  # fmt: skip
def test_what_is_not_exactly_as_we_write_it_is_not_ours(change):
    assert proof_codes.read(enveloped(change), [PUBLIC]) == proof_codes.Reading(Validity.NOT_OURS, {})


def test_bytes_after_the_end_are_not_ours():
    longer = "TC1:" + base45(unbase45(TEXT[4:]) + b"\x00")
    assert proof_codes.read(longer, [PUBLIC]).validity is Validity.NOT_OURS


def test_another_payload_is_altered():
    text = enveloped(lambda one: cbor2.CBORTag(18, [*one.value[:2], cbor2.dumps({1: "T-2"}), one.value[3]]))
    assert proof_codes.read(text, [PUBLIC]) == proof_codes.Reading(Validity.ALTERED, {})


def test_what_a_text_of_our_own_says():
    assert proof_codes.claims_of_own(TEXT) == CLAIMS
    assert proof_codes.claims_of_own("") == proof_codes.claims_of_own("TR1:" + TEXT[4:]) == {}


def test_the_digest_of_a_name_knows_no_case_and_no_blanks():
    digest = proof_codes.name_digest(b"salt", "Sara Azad")
    assert digest == proof_codes.name_digest(b"salt", "  SARA   azad ")
    assert len(digest) == 16
    assert digest != proof_codes.name_digest(b"Salt", "Sara Azad")
    assert digest != proof_codes.name_digest(b"salt", "Sara Azat")
    assert digest.hex() == "b762c1e3ac82b58681d7a33b3b68b14a"


@pytest.mark.parametrize("title", ["", "T", "Training " * 20, "تدريب"])
def test_the_length_of_a_code_is_known_before_it_is_signed(title: str):
    claims = {Claim.NUMBER: "T-1", Claim.TITLE: title}
    assert proof_codes.letters_of(claims) == len(proof_codes.sign(KEY, claims))
