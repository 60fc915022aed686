"""One HTML file that checks certificates in a browser, without any server: the keys lie in it."""

import json
from collections.abc import Mapping

import resources
from exchange.proof_files import InvalidNumbers, PublicKeys

_MARK = "/*DATA*/"


def page(keys: PublicKeys, invalid: InvalidNumbers, texts: Mapping[str, Mapping[str, str]], language: str) -> bytes:
    """
    :param texts: language code -> name of a text in ``resources/verify/page.html`` -> text
    :param language: the one shown first
    """
    data = {
        "keys": [key.hex() for key in keys.keys],
        "issuer": keys.issuer,
        "made": invalid.made,
        "invalid": list(invalid.numbers),
        "texts": {code: dict(found) for code, found in texts.items()},
        "language": language,
    }
    written = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")  # no text can end the script
    template = resources.path("verify", "page.html").read_text(encoding="utf-8")
    return template.replace(_MARK, f"const DATA = {written};").encode("utf-8")
