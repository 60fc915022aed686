"""What can be printed on a certificate: one entry per value serves designer, preview and printer."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from documents.text.layout import isolate
from resources.words import LANGUAGES, N_, SOURCE, Words

Texts = dict[str, str]
"""Language code -> text."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a kind of certificate says, in one language; ``{key}`` stands for a value."""

    heading: str
    lead: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: name and position per language code."""

    name: Texts
    position: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFrame:
    """What all certificates of a training share. Texts per language code."""

    title: Texts
    programme: Texts
    place: Texts
    venue: Texts
    first_day: date
    last_day: date
    hours: int
    issuer: Texts
    donor: Texts
    funding: Texts
    contract_number: str = ""
    training_code: str = ""
    wordings: dict[str, dict[str, Wording]] = field(default_factory=dict)
    """Kind of certificate -> language code -> what it says."""
    signatures: tuple[Signature, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict, repr=False)
    """Source of a picture -> PNG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateEntry:
    """One certificate. At least one of the names is given."""

    name_latin: str
    name_arabic: str
    number: str
    second_language: str
    kind: str = "attendance"
    title: str = ""
    institution: Texts = field(default_factory=dict)
    position: str = ""
    sessions: tuple[int, int] = (0, 0)
    """Attended, held."""
    issued_on: date | None = None
    proof: str = field(default="", repr=False)
    """The text of its QR code; empty: none is printed."""
    key_print: str = ""
    """The first characters of the digest of the key that signed it."""

    @property
    def languages(self) -> tuple[str, str, str]:
        """English, the language of the name, and the other one in its letters."""
        third = next(one.code for one in LANGUAGES.values() if not one.is_latin and one.code != self.second_language)
        return (SOURCE, self.second_language, third)


Compute = Callable[[CertificateFrame, CertificateEntry, Words], str]


@dataclass(frozen=True, slots=True)
class Printable:
    key: str
    label: str
    compute: Compute
    is_personal: bool = False
    """Differs from certificate to certificate."""
    own_direction: bool = False
    """Is written in the direction of its own letters, whatever the language around it."""


def _signer(place: int, part: str) -> Compute:
    def compute(frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
        if place >= len(frame.signatures):
            return ""
        texts: Texts = getattr(frame.signatures[place], part)
        return texts.get(words.language, "")

    return compute


def _wording(part: str) -> Compute:
    def compute(frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
        return filled(_wording_text(part, frame, entry, words), frame, entry, words)

    return compute


def _wording_text(part: str, frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
    found = frame.wordings.get(entry.kind, {}).get(words.language)
    return getattr(found, part) if found else ""


def _shared(name: str) -> Compute:
    def compute(frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
        texts: Texts = getattr(frame, name)
        return texts.get(words.language, "")

    return compute


def _name(frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
    return words.fitting(entry.name_latin, entry.name_arabic)


def _verify(frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
    return words.say("Scan to check, without internet") if entry.proof else ""


_WORDINGS = ("heading", "lead", "statement")

PRINTABLES: tuple[Printable, ...] = (
    Printable("heading", N_("Heading of the certificate"), _wording("heading")),
    Printable("lead", N_("Words before the name"), _wording("lead")),
    Printable("statement", N_("Statement"), _wording("statement")),
    Printable("name", N_("Name in the language of the text"), _name, is_personal=True, own_direction=True),
    Printable("name_latin", N_("Name in Latin letters"), lambda f, e, w: e.name_latin, True, True),
    Printable("name_arabic", N_("Name in Arabic letters"), lambda f, e, w: e.name_arabic, True, True),
    Printable("person_title", N_("Title or rank"), lambda f, e, w: e.title, True),
    Printable("institution", N_("Institution"), lambda f, e, w: e.institution.get(w.language, ""), True),
    Printable("position", N_("Position"), lambda f, e, w: e.position, True),
    Printable("attended", N_("Sessions attended"), lambda f, e, w: w.number(e.sessions[0]), True),
    Printable("held", N_("Sessions held"), lambda f, e, w: w.number(e.sessions[1]), True),
    Printable("number", N_("Number"), lambda f, e, w: e.number, True, True),
    Printable("issued_on", N_("Date of issue"), lambda f, e, w: w.date(e.issued_on) if e.issued_on else "", True),
    Printable("title", N_("Title of the training"), _shared("title")),
    Printable("programme", N_("Programme"), _shared("programme")),
    Printable("place", N_("Place"), _shared("place")),
    Printable("venue", N_("Venue"), _shared("venue")),
    Printable("dates", N_("Dates"), lambda f, e, w: w.date_range(f.first_day, f.last_day)),
    Printable("hours", N_("Hours"), lambda f, e, w: w.number(f.hours)),
    Printable("training_code", N_("Code of the training"), lambda f, e, w: f.training_code, own_direction=True),
    Printable("contract", N_("Contract number"), lambda f, e, w: isolate(f.contract_number, ltr=True)),
    Printable("issuer", N_("Issuer"), _shared("issuer")),
    Printable("donor", N_("Donor"), _shared("donor")),
    Printable("funding", N_("Funding statement"), _shared("funding")),
    Printable("signer_1", N_("First signatory"), _signer(0, "name")),
    Printable("signer_1_position", N_("Position of the first signatory"), _signer(0, "position")),
    Printable("signer_2", N_("Second signatory"), _signer(1, "name")),
    Printable("signer_2_position", N_("Position of the second signatory"), _signer(1, "position")),
    Printable("verify", N_("How the code is checked"), _verify),
    Printable("key", N_("Mark of the signing key"), lambda f, e, w: e.key_print, True, True),
)
BY_KEY = {one.key: one for one in PRINTABLES}


def filled(template: str, frame: CertificateFrame, entry: CertificateEntry, words: Words) -> str:
    """The text with values in their places; lines that come out empty are left out."""

    def value(match: re.Match[str]) -> str:
        found = BY_KEY.get(match[1])
        return found.compute(frame, entry, words) if found else match[0]

    lines = template.split("\n")
    made = [_PLACEHOLDER.sub(value, line) for line in lines]
    return "\n".join(text for text, line in zip(made, lines, strict=True) if text.strip() or not line.strip())


def unknown_keys(template: str, *, in_wording: bool = False) -> list[str]:
    """Placeholders that stand for nothing; in a wording also those that would contain themselves."""
    forbidden = set(_WORDINGS) if in_wording else set()
    return [key for key in _PLACEHOLDER.findall(template) if key not in BY_KEY or key in forbidden]


def is_personal(template: str, frame: CertificateFrame, entry: CertificateEntry, words: Words) -> bool:
    """Whether the text differs from certificate to certificate of one kind and language."""
    keys = set(_PLACEHOLDER.findall(template))
    for part in keys & set(_WORDINGS):
        keys |= set(_PLACEHOLDER.findall(_wording_text(part, frame, entry, words)))
    return any(BY_KEY[key].is_personal for key in keys if key in BY_KEY)


def used_keys(templates: Iterable[str], frame: CertificateFrame, kind: str) -> frozenset[str]:
    """The values that these texts print on certificates of a kind, in whatever language."""
    keys = {key for text in templates for key in _PLACEHOLDER.findall(text)}
    spoken = frame.wordings.get(kind, {}).values()
    inside = {getattr(wording, part) for wording in spoken for part in keys & set(_WORDINGS)}
    return frozenset(keys | {key for text in inside for key in _PLACEHOLDER.findall(text)})


def follows_its_letters(template: str) -> bool:
    """Whether the direction is that of the values, not of the language."""
    keys = _PLACEHOLDER.findall(template)
    return bool(keys) and all(key in BY_KEY and BY_KEY[key].own_direction for key in keys)


def wordings(words: Words) -> dict[str, Wording]:
    """What each kind of certificate says unless somebody writes something else."""
    return {
        "attendance": Wording(
            heading=words.say("Certificate of Attendance"),
            lead=words.say("This is to certify that"),
            statement=words.say(
                "took part in the training “{title}”, held in {place} on {dates} ({hours} hours of training)."
            ),
        ),
        "completion": Wording(
            heading=words.say("Certificate of Completion"),
            lead=words.say("This is to certify that"),
            statement=words.say(
                "successfully completed the training “{title}”, held in {place} on {dates} ({hours} hours of training)."
            ),
        ),
        "trainer": Wording(
            heading=words.say("Certificate for Trainers"),
            lead=words.say("This is to certify that"),
            statement=words.say("served as trainer of the training “{title}”, held in {place} on {dates}."),
        ),
        "appreciation": Wording(
            heading=words.say("Certificate of Appreciation"),
            lead=words.say("With thanks to"),
            statement=words.say(
                "in recognition of a valuable contribution to the training “{title}”, held in {place} on {dates}."
            ),
        ),
    }


SAMPLE_PROOF = "TC1:" + "SAMPLE" * 60
"""About as long as a real one, and proves nothing."""
SAMPLE_KEY_PRINT = "00000000"


def sample(frame: CertificateFrame, second_language: str) -> CertificateEntry:
    """What the designer shows where there is nobody yet."""
    is_sorani = second_language == "ckb"
    return CertificateEntry(
        name_latin="Layla Saman Hassan",
        name_arabic="لەیلا سامان حەسەن" if is_sorani else "ليلى سامان حسن",
        number=f"{frame.training_code or 'ERB-2015-09'}-A-001",
        second_language=second_language,
        institution=dict.fromkeys(("en",), "Ministry of Health") | {"ar": "وزارة الصحة", "ckb": "وەزارەتی تەندروستی"},
        position="Head of unit",
        sessions=(7, 8),
        issued_on=frame.last_day,
        proof=SAMPLE_PROOF,
        key_print=SAMPLE_KEY_PRINT,
    )


def with_longest_name(entry: CertificateEntry) -> CertificateEntry:
    """To see whether there is room."""
    return replace(
        entry,
        name_latin="Abdulrahman Mohammed-Ameen Abdulwahab Al-Shahrastani Al-Sulaimani",
        name_arabic="عبد الرحمن محمد أمين عبد الوهاب الشهرستاني السليماني",
    )
