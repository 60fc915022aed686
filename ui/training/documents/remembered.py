"""The options of each document as somebody left them last."""

import json
from typing import Any

from jobs.papers.kinds import PaperKind
from jobs.papers.options import dump_options, load_options
from ui.preferences import Preferences


def remembered(preferences: Preferences, kind: PaperKind) -> Any:
    return load_options(kind.options, _known(preferences).get(kind.key, ""))


def remember(preferences: Preferences, kind: PaperKind, options: Any) -> None:
    preferences.set("paper_options", json.dumps(_known(preferences) | {kind.key: dump_options(options)}))


def _known(preferences: Preferences) -> dict[str, str]:
    """Nothing where somebody wrote into the file."""
    try:
        known = json.loads(preferences.get("paper_options") or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in known.items()} if isinstance(known, dict) else {}
