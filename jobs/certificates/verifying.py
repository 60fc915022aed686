"""Is this certificate genuine? From a PDF, a picture, or the code's text; and what others need to find out."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exchange import proof_files, verify_page
from exchange.codes import PICTURES, codes_in
from exchange.proof_files import InvalidNumbers, PublicKeys
from jobs.certificates.proofs import invalid_numbers
from jobs.certificates.signing_keys import key_to_sign, trusted_keys
from jobs.trainings.issuer import issuer_of
from models.certificates import proof_codes
from models.certificates.proof_codes import PREFIX, Claims, Validity, name_digest
from models.errors import NoSigningKey
from models.storage.backups import GoOn, on_and_on
from models.storage.files import write_whole
from models.store import Store
from models.wall_clock import today_here
from resources.words import LANGUAGES, N_, Words, words_for
from resources.words.codes import code_word
from resources.words.fields import field_word

_LONGEST_NAME_OF_A_FILE = 250
READABLE = (".pdf", *PICTURES)
"""Endings of files in which a code is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whom to believe, and which numbers are no longer valid."""

    keys: tuple[bytes, ...] = ()
    invalid: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    validity: Validity
    claims: Claims
    page: int = 1


def trust_of(store: Store | None, key_files: Iterable[Path] = (), list_files: Iterable[Path] = ()) -> Trust:
    """The register's own keys and numbers, if there is one, and those of files.

    :raises NotReadable, KeyFileInvalid: as they say
    """
    keys = trusted_keys(store) if store else []
    for path in key_files:
        keys += proof_files.load_keys(path).keys
    invalid = set(invalid_numbers(store)) if store else set()
    for path in list_files:
        invalid.update(proof_files.load_list(path, keys).numbers)
    return Trust(keys=tuple(dict.fromkeys(keys)), invalid=frozenset(invalid))


def verify(what: str, trust: Trust) -> list[Verified]:
    """
    :param what: the text of a code, or the path of a file
    :raises NotReadable, NoCodeFound: when it names a file that cannot be read, or has no code
    """
    text = what.strip()
    if text.startswith(PREFIX) or len(text) > _LONGEST_NAME_OF_A_FILE:
        return [_verified(text, trust)]
    return verify_file(Path(what), trust)


def verify_file(path: Path, trust: Trust, whether_to_go_on: GoOn = on_and_on) -> list[Verified]:
    """
    :param whether_to_go_on: called before each page; what it raises ends the reading
    :raises NotReadable, NoCodeFound: as they say
    """
    return [_verified(one.text, trust, one.page) for one in codes_in(path, PREFIX, whether_to_go_on)]


def _verified(text: str, trust: Trust, page: int = 1) -> Verified:
    reading = proof_codes.read(text, trust.keys, trust.invalid)
    return Verified(validity=reading.validity, claims=reading.claims, page=page)


def fits_name(claims: Claims, name: str) -> bool:
    """Whether a pseudonymous certificate is of somebody with this name."""
    salt, digest = claims.get(proof_codes.Claim.SALT), claims.get(proof_codes.Claim.NAME_DIGEST)
    return isinstance(salt, bytes) and name_digest(salt, name) == digest


# What others need


def _key(store: Store) -> bytes:
    """With which this laptop signs; whoever hands something out to check certificates by begins to sign."""
    with store.step() as step:
        return key_to_sign(store, step, issuer_of(store).id)


def hand_out_keys(store: Store, path: Path, words: Words) -> None:
    """The public keys, for everybody who checks certificates.

    :raises NoSigningKey: when nothing was signed yet
    """
    write_whole(path, proof_files.dump_keys(_public_keys(store, words)))


def _public_keys(store: Store, words: Words) -> PublicKeys:
    _key(store)
    keys = tuple(trusted_keys(store))
    if not keys:
        raise NoSigningKey()
    return PublicKeys(issuer=words.of(issuer_of(store)), keys=keys)


def hand_out_list(store: Store, path: Path, words: Words) -> int:
    """The numbers that are no longer valid, signed; how many.

    :raises NoSigningKey: when this laptop cannot sign
    """
    key = _key(store)
    if not key:
        raise NoSigningKey()
    listed = _invalid(store, words)
    write_whole(path, proof_files.dump_list(key, listed))
    return len(listed.numbers)


def _invalid(store: Store, words: Words) -> InvalidNumbers:
    today = today_here().isoformat()
    return InvalidNumbers(made=today, numbers=tuple(invalid_numbers(store)), issuer=words.of(issuer_of(store)))


def hand_out_page(store: Store, path: Path, words: Words) -> None:
    """One HTML file that checks certificates without internet.

    :raises NoSigningKey: when nothing was signed yet
    """
    keys = _public_keys(store, words)
    texts = {language: _page_texts(words_for(language)) for language in LANGUAGES}
    write_whole(path, verify_page.page(keys, _invalid(store, words), texts, words.language))


def _page_texts(words: Words) -> dict[str, str]:
    say = words.say
    texts = {
        "code": words.language,
        "direction": "rtl" if words.is_rtl else "ltr",
        "own_name": LANGUAGES[words.language].name,
        "page_title": say("Is this certificate genuine?"),
        "code_label": say("Text of the code (scan the certificate with a telephone and paste what it reads)"),
        "picture_label": say("Or a picture of the code"),
        "explain": say("This page works without internet. Nothing that you enter leaves this device."),
        "list_of": say("Revoked certificates are known as of {date}."),
        "newer_label": say("A newer list of revoked certificates"),
        "list_refused": say("This list was not signed by the issuer, so it was not used."),
        "too_old": say("This browser is too old to check signatures. Please use a newer one."),
        "name_label": say("This code holds no name. Type the name on the certificate to check it"),
        "name_fits": say("The name fits."),
        "name_differs": say("The name does not fit."),
        "second_name": field_word(words, "participant", "name_arabic"),
    }
    texts |= {name: say(label) for name, label in FACTS.items()}
    texts |= {one.value: code_word(words, "validity", one) for one in Validity}
    kinds = ("attendance", "completion", "trainer", "appreciation")
    return texts | {f"kind_{kind}": code_word(words, "certificate_kind", kind) for kind in kinds}


# What a code says -> its words, in the order in which it is shown.
FACTS: dict[str, str] = {
    "number": N_("Certificate number"),
    "name": N_("Name"),
    "title": N_("Title of the training"),
    "training": N_("Code of the training"),
    "first_day": N_("First day"),
    "last_day": N_("Last day"),
    "hours": N_("Hours"),
    "kind": N_("Kind of certificate"),
    "issuer": N_("Issuer"),
    "issued": N_("Issued on"),
}


# Keys on this laptop


def hand_out_secret(store: Store, path: Path, passphrase: str) -> None:
    """The signing key, wrapped, for another laptop of the same issuer.

    :raises NoSigningKey: when this laptop has none
    :raises PassphraseTooShort: and nothing is written
    """
    key = _key(store)
    if not key:
        raise NoSigningKey()
    write_whole(path, proof_files.dump_secret(key, passphrase))


def take_secret(store: Store, path: Path, passphrase: str) -> None:
    """Sign with the key in a file from now on.

    :raises NotReadable, KeyFileInvalid, WrongPassphrase, WeakVault: and the key stays as it was
    """
    key = proof_files.load_secret(path, passphrase)
    with store.step() as step:
        store.local.set("signing_key", key.hex())
        key_to_sign(store, step, issuer_of(store).id)
