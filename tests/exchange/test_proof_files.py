"""Files with which others check certificates: whole ones are believed, altered and foreign ones refused."""

import json
import random
from pathlib import Path

import pytest

from exchange import proof_files
from exchange.proof_files import InvalidNumbers, PublicKeys
from models import errors
from models.certificates import proof_codes
from models.certificates.proof_codes import ListClaim

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
PUBLIC = proof_codes.public_half(KEY)
KEYS = PublicKeys(issuer="وزارة الصحة", keys=(PUBLIC, proof_codes.public_half(OTHER)))
GONE = InvalidNumbers(made="2015-09-17", numbers=("T-1-A-001", "T-1-A-002"), issuer="Ministry of Health")
PASSPHRASE = "eight or more"
ALTERED = 300


def put(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


@pytest.fixture(scope="module")
def secret() -> bytes:
    return proof_files.dump_secret(KEY, PASSPHRASE)


def changed(content: bytes, **values: object) -> str:
    return json.dumps(json.loads(content) | values)


# Public keys


def test_keys_come_back_and_can_be_read_by_people(tmp_path: Path):
    content = proof_files.dump_keys(KEYS)
    assert proof_files.load_keys(put(tmp_path / "keys.json", content)) == KEYS
    assert "وزارة الصحة" in content.decode("utf-8")
    assert json.loads(content)["format"] == "sijil-public-keys"
    assert content.count(b"\n") > 4


@pytest.mark.parametrize(
    "values",
    [
        {"format": "sijil-signing-key"}, {"format": None}, {"version": 2}, {"version": None}, {"keys": None},
        {"keys": 7}, {"keys": [7]}, {"keys": ["xy"]}, {"keys": ["00" * 31]}, {"keys": [PUBLIC.hex(), "00" * 33]},
    ],
    ids=str,
)  # fmt: skip
def test_keys_of_another_form_are_refused(tmp_path: Path, values: dict[str, object]):
    path = put(tmp_path / "keys.json", changed(proof_files.dump_keys(KEYS), **values))
    with pytest.raises(errors.KeyFileInvalid) as caught:
        proof_files.load_keys(path)
    assert caught.value.values == {"path": str(path)}


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"[]", b"7", b"null", b"\xff\xfe\x00", b"{", b"[" * 100_000, b'{"format": "sijil-public-keys"}'],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_no_file_of_keys_is_refused(tmp_path: Path, content: bytes):
    with pytest.raises(errors.KeyFileInvalid):
        proof_files.load_keys(put(tmp_path / "keys.json", content))


def test_keys_without_the_name_of_their_issuer_are_keys(tmp_path: Path):
    data = json.loads(proof_files.dump_keys(KEYS))
    del data["issuer"]
    assert proof_files.load_keys(put(tmp_path / "k", json.dumps(data))) == PublicKeys(issuer="", keys=KEYS.keys)


def test_a_file_that_is_too_large_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    content = proof_files.dump_keys(KEYS)
    path = put(tmp_path / "keys.json", content)
    monkeypatch.setattr(proof_files, "_MOST_BYTES", len(content))
    assert proof_files.load_keys(path) == KEYS
    monkeypatch.setattr(proof_files, "_MOST_BYTES", len(content) - 1)
    with pytest.raises(errors.KeyFileInvalid) as invalid:
        proof_files.load_keys(path)
    with pytest.raises(errors.NotReadable) as missing:
        proof_files.load_keys(tmp_path / "none")
    assert invalid.value.values == {"path": str(path)}
    assert missing.value.values == {"path": str(tmp_path / "none")}


# The list of numbers that are no longer valid


def test_a_list_comes_back_to_whoever_trusts_its_key(tmp_path: Path):
    content = proof_files.dump_list(KEY, GONE)
    path = put(tmp_path / "gone.txt", content)
    assert proof_files.load_list(path, [proof_codes.public_half(OTHER), PUBLIC]) == GONE
    assert content.startswith(b"TR1:")
    assert content.endswith(b"\n")
    assert content.count(b"\n") == 1
    for keys in ([], [proof_codes.public_half(OTHER)]):
        with pytest.raises(errors.KeyFileInvalid) as caught:
            proof_files.load_list(path, keys)
        assert caught.value.values == {"path": str(path)}


def test_an_altered_list_is_refused_wherever_it_was_altered(tmp_path: Path):
    content = proof_files.dump_list(KEY, GONE).rstrip()
    chance = random.Random(4)
    for _ in range(ALTERED):
        at = chance.randrange(len(content))
        other = bytes([chance.choice(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:\xff")])
        altered = content[:at] + other + content[at + 1 :]
        if altered.strip() != content:
            with pytest.raises(errors.KeyFileInvalid):
                proof_files.load_list(put(tmp_path / "gone.txt", altered), [PUBLIC])


def test_a_signed_text_that_is_no_list_is_refused(tmp_path: Path):
    certificate = proof_codes.sign(KEY, {ListClaim.NUMBERS: ["T-1-A-001"]})
    texts = [
        certificate, "TR1:" + certificate[4:], "",
        proof_codes.sign(KEY, {ListClaim.MADE: "2015-09-17"}, proof_codes.LIST_PREFIX),
        proof_codes.sign(KEY, {ListClaim.NUMBERS: "T-1-A-001"}, proof_codes.LIST_PREFIX),
    ]  # fmt: skip
    for text in texts:
        with pytest.raises(errors.KeyFileInvalid):
            proof_files.load_list(put(tmp_path / "gone.txt", text), [PUBLIC])


def test_an_empty_list_is_a_list_and_says_at_least_its_numbers(tmp_path: Path):
    text = proof_codes.sign(KEY, {ListClaim.NUMBERS: []}, proof_codes.LIST_PREFIX)
    found = proof_files.load_list(put(tmp_path / "gone.txt", text), [PUBLIC])
    assert found == InvalidNumbers(made="", numbers=(), issuer="")


# The key itself


def test_the_key_comes_back_by_its_passphrase_alone(tmp_path: Path, secret: bytes):
    path = put(tmp_path / "key.json", secret)
    assert proof_files.load_secret(path, PASSPHRASE) == KEY
    for wrong in ("Eight or more", "eight or more ", "something else"):
        with pytest.raises(errors.WrongPassphrase):
            proof_files.load_secret(path, wrong)
    with pytest.raises(errors.PassphraseNeeded):
        proof_files.load_secret(path, "")
    assert KEY.hex().encode() not in secret
    assert json.loads(secret)["public"] == PUBLIC.hex()


def test_a_passphrase_of_seven_letters_protects_nothing():
    with pytest.raises(errors.PassphraseTooShort) as caught:
        proof_files.dump_secret(KEY, "seven..")
    assert caught.value.values == {"least": 8}


@pytest.mark.parametrize(
    "values",
    [
        {"format": "sijil-public-keys"}, {"version": 2}, {"public": proof_codes.public_half(OTHER).hex()},
        {"public": None}, {"vault": None}, {"vault": {}}, {"vault": 7}, {"vault": {"version": 1, "slots": []}},
        {"vault": {"version": 1, "slots": [{"way": "passphrase"}]}}, {"vault": {"version": 1, "slots": [7]}},
        {"vault": {"version": 1, "slots": [{"way": "open", "key": "xy"}]}},
        {"vault": {"version": 1, "slots": [{"way": "open", "key": "00" * 31}]}},
        {"vault": {"version": 1, "slots": [{"way": "open"}]}}, {"vault": {"version": 1, "slots": {"way": 1}}},
    ],
    ids=str,
)  # fmt: skip
def test_a_key_of_another_form_is_refused(tmp_path: Path, secret: bytes, values: dict[str, object]):
    path = put(tmp_path / "key.json", changed(secret, **values))
    with pytest.raises(errors.KeyFileInvalid) as caught:
        proof_files.load_secret(path, PASSPHRASE)
    assert caught.value.values == {"path": str(path)}


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("memory_kib", 8, errors.WeakVault), ("passes", 1, errors.WeakVault), ("lanes", 0, errors.WeakVault),
        ("memory_kib", 1 << 40, errors.KeyFileInvalid), ("memory_kib", "much", errors.KeyFileInvalid),
        ("salt", "xy", errors.KeyFileInvalid),
        ("salt", "00" * 16, errors.WrongPassphrase), ("kdf", "none", errors.WrongPassphrase),
        ("wrapped", 7, errors.KeyFileInvalid), ("nonce", "00", errors.KeyFileInvalid),
    ],
)  # fmt: skip
def test_an_altered_vault_opens_to_nobody(
    tmp_path: Path, secret: bytes, name: str, value: object, error: type[Exception]
):
    data = json.loads(secret)
    data["vault"]["slots"][0][name] = value
    with pytest.raises(error):
        proof_files.load_secret(put(tmp_path / "key.json", json.dumps(data)), PASSPHRASE)
