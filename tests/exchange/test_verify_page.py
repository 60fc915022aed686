"""The page that checks certificates in a browser: everything it needs lies in it, and nothing in it ends its script."""

import json
import re

from exchange.proof_files import InvalidNumbers, PublicKeys
from exchange.verify_page import page

KEYS = PublicKeys(issuer="وزارة الصحة", keys=(bytes(32), bytes(range(32))))
GONE = InvalidNumbers(made="2015-09-17", numbers=("T-1-A-001", "T-1-A-002"), issuer="Ministry")
TEXTS = {"en": {"title": "Check"}, "ar": {"title": "تحقق"}, "ckb": {"title": "پشکنین"}}


def data_of(content: bytes) -> dict[str, object]:
    match = re.search(r"^const DATA = (.*);$", content.decode("utf-8"), re.MULTILINE)
    assert match
    return json.loads(match[1])


def test_what_is_checked_with_lies_in_it():
    assert data_of(page(KEYS, GONE, TEXTS, "ckb")) == {
        "keys": ["00" * 32, bytes(range(32)).hex()], "issuer": "وزارة الصحة", "made": "2015-09-17",
        "invalid": ["T-1-A-001", "T-1-A-002"], "texts": TEXTS, "language": "ckb",
    }  # fmt: skip


def test_it_is_one_file_that_fetches_nothing():
    text = page(KEYS, GONE, TEXTS, "en").decode("utf-8")
    assert "/*DATA*/" not in text
    assert "default-src 'none'" in text
    assert not re.search(r"(src|href)=|https?://|fetch\(|XMLHttpRequest|import\(", text)
    assert "وزارة الصحة" in text, "letters, not codes: it is read by people too"


def test_nothing_that_was_typed_ends_the_script():
    evil = "</script><script>alert(1)</script><!--"
    keys = PublicKeys(issuer=evil, keys=())
    content = page(keys, InvalidNumbers(made=evil, numbers=(evil,), issuer=""), {"en": {"title": evil}}, "en")
    plain = page(KEYS, GONE, TEXTS, "en")
    for mark in (b"</script", b"<script", b"<!--"):
        assert content.count(mark) == plain.count(mark)
    assert data_of(content)["issuer"] == evil
