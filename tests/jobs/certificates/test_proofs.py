"""A stranger can check a certificate without the internet, and nothing false passes."""

import json
import random
import re
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest

from jobs.certificates import verifying
from jobs.certificates.afterwards import certificate_of, hand_over, revoke, void
from jobs.certificates.entitlement import allow
from jobs.certificates.issuing import prepare, reissue
from jobs.certificates.printing import PrintOrder, print_certificates, print_one_by_one
from jobs.certificates.register import rows_of
from jobs.papers.printing import print_paper
from models import errors, opening
from models.certificates import proof_codes
from models.certificates.proof_codes import Claim, Validity
from models.certificates.states import CertificateState
from models.records import Issuer, Participant, Programme, Signatory, Training
from models.records.codes import ProofProfile, Role
from models.texts import Text
from models.training import roster
from resources.words import LANGUAGES, words_for
from tests.conftest import tool
from tests.jobs.certificates.test_issuing import attend

DAY = date(2015, 9, 16)


@pytest.fixture
def issued(store, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    return made


def state_of(store, certificate) -> CertificateState:
    return store.certificates.get(certificate.id).state


# What becomes of a certificate


def test_before_handing_over_a_correction_keeps_the_number_and_afterwards_it_is_a_reissue(store, training, tmp_path):
    person, _ = attend(store, training, "Karwan Ahmed Omar", 4)
    (first,) = print_certificates(store, training.id, tmp_path / "a.pdf").certificates
    assert state_of(store, first) is CertificateState.PRINTED
    with store.step() as step:
        step.change(Participant, person.id, {"name_latin": "Karwan Ahmad Omar"})
    (again,) = print_certificates(store, training.id, tmp_path / "a.pdf").certificates
    assert (again.number, again.name_latin) == (first.number, "Karwan Ahmad Omar")
    assert again.proof != first.proof
    with pytest.raises(errors.NotHandedOver):
        reissue(store, roster.load(store, training.id), again.id, DAY)
    hand_over(store, roster.load(store, training.id), [again.id], DAY)
    with pytest.raises(errors.AlreadyHandedOver):
        void(store, again.id, "spoilt")
    with store.step() as step:
        step.change(Participant, person.id, {"name_latin": "Karwan Ahmad Umar"})
    (kept,) = print_certificates(store, training.id, tmp_path / "a.pdf").certificates
    assert kept.name_latin == "Karwan Ahmad Omar"
    new = reissue(store, roster.load(store, training.id), again.id, DAY)
    old = store.certificates.get(again.id)
    assert (old.state, old.replaced_by, new.name_latin) == (CertificateState.REPLACED, new.id, "Karwan Ahmad Umar")
    assert new.number != old.number


def test_a_changed_title_changes_what_the_code_says_until_it_is_handed_over(store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    print_certificates(store, training.id, tmp_path / "a.pdf")
    with store.step() as step:
        step.change(Training, training.id, {"title": Text(en="Another title")})
    (again,) = print_certificates(store, training.id, tmp_path / "a.pdf").certificates
    assert verifying.verify(again.proof, verifying.trust_of(store))[0].claims[Claim.TITLE] == "Another title"


def test_printed_the_evening_before_and_kept_back_from_whoever_left(store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 2)
    _, gone = attend(store, training, "Sara Azad Ali", 0)
    with pytest.raises(errors.NothingToPrint):
        print_certificates(store, training.id, tmp_path / "a.pdf")
    printed = print_certificates(store, training.id, tmp_path / "a.pdf", order=PrintOrder(early=True))
    assert len(printed.certificates) == 2
    early = next(one for one in printed.certificates if one.enrolment_id == gone.id)
    with pytest.raises(errors.NotEarned):
        hand_over(store, roster.load(store, training.id), [one.id for one in printed.certificates], DAY)
    assert state_of(store, early) is CertificateState.PRINTED
    void(store, early.id, "left on the second day")
    assert early.number in verifying.trust_of(store).invalid


def test_an_exception_names_somebody_and_stands_in_the_register(store, training, tmp_path):
    _, enrolment = attend(store, training, "Sara Azad Ali", 1)
    assert prepare(store, roster.load(store, training.id), DAY) == []
    allow(store, enrolment.id, "Maryam", "border duty")
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    print_paper(store, training.id, "register", tmp_path / "r.pdf", words_for("en"))
    text = pypdfium2.PdfDocument(tmp_path / "r.pdf")[0].get_textpage().get_text_range()
    assert made.number in text
    assert "border duty" in text.replace("\r\n", " ")
    print_paper(store, training.id, "register", tmp_path / "r.json", words_for("ar"))
    (row,) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert made.number in row.values()


def test_a_revoked_person_gets_another_one_only_when_asked_for(store, training, issued):
    revoke(store, issued.id, "wrong person")
    assert prepare(store, roster.load(store, training.id), DAY) == []
    (again,) = prepare(store, roster.load(store, training.id), DAY, enrolment_ids=[issued.enrolment_id])
    assert again.number != issued.number
    rows = rows_of(roster.load(store, training.id))
    assert [row.certificate.state for row in rows] == [CertificateState.REVOKED, CertificateState.PREPARED]
    with pytest.raises(errors.UnknownCertificate):
        certificate_of(store, "nothing")


def test_trainers_and_guests_get_their_own_kinds_on_request(store, training, tmp_path):
    _, trainer = attend(store, training, "Maryam Nabil", 0, Role.TRAINER)
    _, guest = attend(store, training, "Faris Akram", 0, Role.GUEST)
    order = PrintOrder(enrolment_ids=(trainer.id, guest.id))
    printed = print_certificates(store, training.id, tmp_path / "c.pdf", order=order)
    assert {one.kind.value for one in printed.certificates} == {"trainer", "appreciation"}
    document = pypdfium2.PdfDocument(tmp_path / "c.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Certificate for Trainers" in text
    assert "Certificate of Appreciation" in text


def test_one_file_per_person_names_nobody(store, training, tmp_path):
    for name in ("Karwan Ahmed Omar", "Sara Azad Ali"):
        attend(store, training, name, 4)
    printed = print_one_by_one(store, training.id, tmp_path / "each")
    names = sorted(path.name for path in (tmp_path / "each").iterdir())
    assert names == [f"{one.number}.pdf" for one in printed.certificates]
    assert not any("Karwan" in name or "Sara" in name for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_printed_in_every_language(store, training, issued, tmp_path, language: str):
    words = words_for(language)
    print_paper(store, training.id, "collection", tmp_path / "c.pdf", words)
    print_paper(store, training.id, "register", tmp_path / "r.pdf", words)
    for name in ("c", "r"):
        text = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")[0].get_textpage().get_text_range()
        assert store.device().letter in text  # PDFium turns the parts of a number round in right-to-left lines
        assert issued.name_latin in text or issued.name_arabic.split()[0] in text


# Numbers


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", "T-1-{desk}-001"),
        ("{programme}-{year}-{n:04}", "PRO-2015-{desk}-0001"),
        ("{desk}/{n}", "{desk}/1"),
    ],
)
def test_numbers_follow_the_pattern_and_always_name_the_desk(store, training, pattern: str, expected: str):
    with store.step() as step:
        step.change(Programme, "p1", {"code": "PRO", "number_pattern": pattern})
    attend(store, training, "Karwan Ahmed Omar", 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    assert made.number == expected.format(desk=store.device().letter)


@pytest.mark.parametrize("pattern", ["", "{n}", "{programme}-{year}-{n:04}"])
def test_numbers_of_two_laptops_that_never_met_differ(store, training, tmp_path, pattern: str):
    with store.step() as step:
        step.change(Programme, "p1", {"code": "PRO", "number_pattern": pattern})
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(store.changes())
        for opened, name in ((store, "Karwan Ahmed Omar"), (other, "Sara Azad Ali")):
            attend(opened, training, name, 4)
        numbers = {prepare(opened, roster.load(opened, training.id), DAY)[0].number for opened in (store, other)}
    assert len(numbers) == 2


@pytest.mark.parametrize("pattern", ["no number", "{n}{n}", "{name}-{n}", "{n", "x" * 70 + "{n}"])
def test_a_pattern_that_makes_no_numbers_is_refused(pattern: str):
    from models.certificates.numbers import pattern_of

    with pytest.raises(errors.NumberPatternInvalid):
        pattern_of(pattern)


# Proof


def test_ten_thousand_mutations_and_none_is_accepted(store, issued):
    trust = verifying.trust_of(store)
    chance = random.Random(5)
    accepted = []
    for _ in range(10_000):
        at = chance.randrange(len(issued.proof))
        letter = chance.choice("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        text = issued.proof[:at] + letter + issued.proof[at + 1 :]
        if text != issued.proof and verifying.verify(text, trust)[0].validity in {Validity.VALID, Validity.REVOKED}:
            accepted.append(at)
    assert accepted == []
    assert verifying.verify(issued.proof, trust)[0].validity is Validity.VALID


def test_bytes_inside_the_code_cannot_be_changed_either(store, issued):
    content = proof_codes.unbase45(issued.proof[4:])
    keys = verifying.trust_of(store).keys
    chance = random.Random(6)
    for _ in range(3_000):
        at, byte = chance.randrange(len(content)), chance.randrange(256)
        changed = content[:at] + bytes([byte]) + content[at + 1 :]
        if changed != content:
            reading = proof_codes.read("TC1:" + proof_codes.base45(changed), keys)
            assert reading.validity is not Validity.VALID
            assert reading.claims == {}


@pytest.mark.parametrize(
    "text", ["", "TC1:", "TC1:AB", "TR1:ABC", "hello", "TC1:" + "Z" * 500, "TC1:ä", "TC1:" + ":" * 9]
)
def test_other_texts_are_no_certificates(store, issued, text: str):
    assert proof_codes.read(text, verifying.trust_of(store).keys).validity is Validity.NOT_OURS


def test_another_key_is_not_trusted_and_a_list_is_no_certificate(store, issued):
    other = proof_codes.sign(bytes(range(32)), {1: issued.number})
    assert verifying.verify(other, verifying.trust_of(store))[0].validity is Validity.UNKNOWN_KEY
    listed = proof_codes.sign(store.local.signing_key, {2: [issued.number]}, proof_codes.LIST_PREFIX)
    moved = "TC1:" + listed[4:]
    assert verifying.verify(moved, verifying.trust_of(store))[0].validity is Validity.ALTERED


def test_a_pseudonymous_code_holds_no_name_and_yet_the_name_can_be_checked(store, training):
    with store.step() as step:
        step.change(Programme, "p1", {"proof_profile": ProofProfile.PSEUDONYMOUS})
    attend(store, training, "Karwan Ahmed Omar", 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    assert b"Karwan" not in proof_codes.unbase45(made.proof[4:])
    (found,) = verifying.verify(made.proof, verifying.trust_of(store))
    assert verifying.fits_name(found.claims, " karwan  AHMED omar")
    assert not verifying.fits_name(found.claims, "Karwan Ahmed Omer")


def test_the_longest_names_and_titles_stay_within_a_readable_code(store, training):
    with store.step() as step:
        step.change(Training, "t1", {"title": Text(en="Training " * 60)})
    attend(store, training, "Abdulrahman " * 10, 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    assert len(made.proof) <= proof_codes.MOST_LETTERS
    assert verifying.verify(made.proof, verifying.trust_of(store))[0].validity is Validity.VALID


def test_a_laptop_without_the_key_prints_without_a_code_and_takes_the_key_from_a_file(store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    prepare(store, roster.load(store, training.id), DAY)
    verifying.hand_out_secret(store, tmp_path / "key.json", "eight or more")
    assert store.local.signing_key.hex() not in (tmp_path / "key.json").read_text()
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(store.changes())
        attend(other, training, "Sara Azad Ali", 4)
        assert not print_certificates(other, training.id, tmp_path / "b.pdf").has_codes
        with pytest.raises(errors.WrongPassphrase):
            verifying.take_secret(other, tmp_path / "key.json", "something else")
        verifying.take_secret(other, tmp_path / "key.json", "eight or more")
        assert print_certificates(other, training.id, tmp_path / "b.pdf").has_codes
        found = verifying.verify_file(tmp_path / "b.pdf", verifying.trust_of(store))
    assert {one.validity for one in found} == {Validity.VALID}


def test_keys_and_numbers_go_to_somebody_who_has_no_register(store, training, issued, tmp_path):
    words = words_for("en")
    verifying.hand_out_keys(store, tmp_path / "keys.json", words)
    revoke(store, issued.id, "wrong person")
    assert verifying.hand_out_list(store, tmp_path / "gone.txt", words) == 1
    trusting = verifying.trust_of(None, [tmp_path / "keys.json"])
    assert verifying.verify(issued.proof, trusting)[0].validity is Validity.VALID
    informed = verifying.trust_of(None, [tmp_path / "keys.json"], [tmp_path / "gone.txt"])
    assert verifying.verify(issued.proof, informed)[0].validity is Validity.REVOKED
    (tmp_path / "gone.txt").write_text("TR1:FALSE")
    for bad in (tmp_path / "gone.txt", tmp_path / "keys.json"):
        with pytest.raises(errors.KeyFileInvalid):
            verifying.trust_of(None, [], [bad])
    with pytest.raises(errors.NotReadable):
        verifying.trust_of(None, [tmp_path / "none.json"])


def test_files_without_a_code_are_told_in_one_sentence(store, issued, tmp_path):
    trust = verifying.trust_of(store)
    contents = {
        "a.pdf": b"%PDF-1.4 damaged",
        "b.png": b"\x89PNG\r\n\x1a\n" + b"x" * 50,
        "c.txt": b"hello",
        "d.jpg": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(errors.NoCodeFound):
            verifying.verify_file(tmp_path / name, trust)
    with pytest.raises(errors.NotReadable):
        verifying.verify(str(tmp_path / "none.pdf"), trust)


def test_codes_are_read_from_print_by_two_readers(store, training, tmp_path):
    """In three scripts, as a scanner sees them at 300 dpi."""
    for name in ("Karwan Ahmed Omar", "شوان زيرك هوكر", "ڕێبین عەزیز کەماڵ", "Ćirković Đorđe Žižek"):
        attend(store, training, name, 4)
    printed = print_certificates(store, training.id, tmp_path / "c.pdf")
    found = verifying.verify_file(tmp_path / "c.pdf", verifying.trust_of(store))
    assert [one.validity for one in found] == [Validity.VALID] * 4
    document = pypdfium2.PdfDocument(tmp_path / "c.pdf")
    for place, certificate in enumerate(printed.certificates):
        picture = tmp_path / f"{place}.png"
        document[place].render(scale=300 / 72).to_pil().save(picture)
        read = subprocess.run([tool("zbarimg"), "--raw", "-q", picture], capture_output=True, text=True, check=True)
        assert read.stdout.strip("\n") == certificate.proof


def test_the_page_checks_certificates_in_a_browser(store, training, issued, tmp_path):
    verifying.hand_out_page(store, tmp_path / "check.html", words_for("en"))
    false = issued.proof[:-1] + ("A" if issued.proof[-1] != "A" else "B")
    foreign = proof_codes.sign(bytes(range(32)), {1: issued.number})
    for text, validity in ((issued.proof, "valid"), (foreign, "unknown_key"), ("TC1:ABC", "not_ours")):
        assert seen_in_browser(tmp_path / "check.html", text) == validity
    assert seen_in_browser(tmp_path / "check.html", false) in {"altered", "not_ours"}
    revoke(store, issued.id, "wrong person")
    verifying.hand_out_page(store, tmp_path / "later.html", words_for("ar"))
    assert seen_in_browser(tmp_path / "later.html", issued.proof) == "revoked"


def seen_in_browser(page: Path, text: str) -> str:
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000", "--dump-dom")
    address = f"{page.as_uri()}#{quote(text)}"
    found = subprocess.run(
        [tool("chromium"), *options, address], capture_output=True, text=True, check=True, timeout=60
    )
    match = re.search(r'data-validity="(\w*)"', found.stdout)
    return match[1] if match else ""


def test_no_text_of_the_register_can_end_the_script_of_the_page(store, training, issued, tmp_path):
    with store.step() as step:
        step.add(Issuer(id="i1", name=Text(en="</script><script>alert(1)</script>")), Signatory(id="x"))
    verifying.hand_out_page(store, tmp_path / "check.html", words_for("en"))
    assert (tmp_path / "check.html").read_text(encoding="utf-8").count("</script>") == 1
