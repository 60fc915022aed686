"""The key file: whoever has the passphrase or the code opens it, and a damaged one is told as such."""

import json
from pathlib import Path

import pytest

from models import errors
from models.storage import vault
from models.storage.vault import Vault

PATH = Path("vault.json")
SECRET = "eight or more"


@pytest.fixture(scope="module")
def closed() -> tuple[Vault, bytes, str]:
    key = vault.new_key()
    made, code = vault.closed_vault(key, SECRET)
    return made, key, code


def test_both_ways_open_it_and_nothing_else(closed: tuple[Vault, bytes, str], tmp_path: Path):
    made, key, code = closed
    vault.save(made, tmp_path / "vault.json")
    found = vault.load(tmp_path / "vault.json")
    assert found == made
    assert not found.is_open
    for secret in (SECRET, code, code.lower().replace("-", " "), code.replace("0", "o").replace("1", "l")):
        assert vault.unlock(found, secret, PATH) == key
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock(found, vault.new_recovery_code(), PATH)
    for nothing in (None, ""):
        with pytest.raises(errors.PassphraseNeeded) as caught:
            vault.unlock(found, nothing, PATH)
        assert caught.value.values == {"path": "vault.json"}


def test_a_key_is_long_and_new_each_time():
    assert len(vault.new_key()) == vault.RAW_KEY_BYTES == 48
    assert vault.new_key() != vault.new_key()


def test_an_open_register_needs_no_secret():
    made = vault.open_vault(b"k" * 48)
    assert made.is_open
    assert vault.unlock(vault.parse(vault.dump(made), PATH), None, PATH) == b"k" * 48


@pytest.mark.parametrize("make", [vault.closed_vault, vault.passphrase_vault])
def test_eight_letters_are_the_least(make):
    with pytest.raises(errors.PassphraseTooShort) as caught:
        make(b"k" * 48, "seven..")
    assert caught.value.values == {"least": 8}
    assert make(b"k" * 48, "eight...")


@pytest.mark.parametrize(
    "slots",
    [
        [], [7], ["way"], {"way": 1}, [{}], [{"way": "passphrase"}], [{"way": "open"}], [{"way": "open", "key": "xy"}],
        [{"way": "open", "key": 7}], [{"way": "passphrase", "memory_kib": "much", "passes": 3, "lanes": 4}],
    ],
    ids=str,
)  # fmt: skip
def test_a_damaged_key_file_is_told_as_such(slots: object):
    with pytest.raises(errors.VaultDamaged) as caught:
        vault.unlock(vault.parse(json.dumps({"version": 1, "slots": slots}).encode(), PATH), SECRET, PATH)
    assert caught.value.values == {"path": "vault.json"}


@pytest.mark.parametrize(
    "content",
    [b"", b"7", b"[]", b"{}", b"\xff", b'{"slots": [{"way": "open"}]}', b'{"slots": [{}], "version": 1}',
     b'{"slots": [["way"]], "version": 1}'],
)  # fmt: skip
def test_what_is_no_key_file_is_told_as_such(content: bytes):
    with pytest.raises(errors.VaultDamaged) as caught:
        vault.parse(content, PATH)
    assert caught.value.values == {"path": "vault.json"}


def test_a_key_file_of_another_version_is_not_guessed_at(closed: tuple[Vault, bytes, str]):
    data = json.loads(vault.dump(closed[0])) | {"version": 2}
    with pytest.raises(errors.VaultDamaged):
        vault.parse(json.dumps(data).encode(), PATH)


@pytest.mark.parametrize(("name", "too_little"), [("memory_kib", 65_535), ("passes", 2), ("lanes", 0)])
def test_a_slot_that_asks_for_less_work_is_not_even_tried(closed: tuple[Vault, bytes, str], name: str, too_little: int):
    slot = closed[0].slots[0]
    with pytest.raises(errors.WeakVault) as caught:
        vault.unlock(Vault((slot | {name: too_little},)), SECRET, PATH)
    assert caught.value.values == {"path": "vault.json"}


def test_one_lane_would_be_enough_and_is_not_what_was_written(closed: tuple[Vault, bytes, str]):
    with pytest.raises(errors.WrongPassphrase):
        vault.unlock(Vault((closed[0].slots[0] | {"lanes": 1},)), SECRET, PATH)


def test_a_recovery_code_is_eight_groups_that_check_themselves():
    code = vault.new_recovery_code()
    groups = code.split("-")
    assert [len(group) for group in groups] == [5] * 8
    bits = vault.read_recovery_code(code)
    assert bits == "".join(group[:4] for group in groups).encode()
    for wrong in ("", code[:-1], code + "0", code.replace(groups[0], "UUUUU"), "-".join(reversed(groups))):
        assert vault.read_recovery_code(wrong) is None
