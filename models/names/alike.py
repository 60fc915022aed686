"""How much two entries look like one person, between 0 and 1. A person decides, never this number."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from models.names.skeleton import UNWRITTEN, Sound, name_parts, sound

VERY_LIKELY = 0.92
POSSIBLE = 0.84

_WRITTEN_MISMATCH = 0.85
_VOWEL_COSTS = {
    frozenset("ae"): 0.15, frozenset("ei"): 0.1, frozenset("au"): 0.4, frozenset("ai"): 0.6,
    frozenset("iu"): 0.5, frozenset("eu"): 0.5,
}  # fmt: skip
_NO_VOWEL = 0.35
_LONG = {"A": "a", "I": "ie", "U": "u", "E": "e"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of one entry. Proposed names do not belong here."""

    latin: str = ""
    arabic: str = ""
    birth_year: int | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float
    because: tuple[str, ...]


def compare(one: Entry, other: Entry) -> Likeness:
    """Names, and what else agrees or contradicts."""
    score = names_alike(one, other)
    because = ["name"] if score >= POSSIBLE else []
    if one.birth_year and other.birth_year:
        apart = abs(one.birth_year - other.birth_year)
        score += {0: 0.06, 1: 0.0}.get(apart, -0.14)
        because += ["birth_year"] if apart == 0 else []
    contacts = [
        name for name in ("phone", "email") if getattr(one, name) and getattr(one, name) == getattr(other, name)
    ]
    if contacts:
        # A contact in common always deserves a look; with a fitting name it decides.
        score = max(score, 0.97 if score >= 0.7 else POSSIBLE)
    return Likeness(max(0.0, min(1.0, score)), (*contacts, *because))


def names_alike(one: Entry, other: Entry) -> float:
    """Like script with like script, the lower of the two; across scripts only when one is missing."""
    pairs = [(one.latin, other.latin), (one.arabic, other.arabic)]
    scores = [full_names_alike(left, right) for left, right in pairs if left and right]
    if scores:
        return min(scores)
    across = [
        full_names_alike(left, right)
        for left in (one.latin, one.arabic)
        for right in (other.latin, other.arabic)
        if left and right
    ]
    return max(across, default=0.0)


def full_names_alike(one: str, other: str) -> float:
    """Names aligned one to one, whatever their order."""
    left = [sound(part) for part in name_parts(one)]
    right = [sound(part) for part in name_parts(other)]
    if not left or not right:
        return 0.0
    if len(left) > len(right):
        left, right = right, left
    scored = sorted(
        ((sounds_alike(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda found: (-found[0], abs(found[1] - found[2])),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    matched = []
    for score, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            matched.append(score)
    if len(matched) == 1 and len(right) > 1:
        return min(matched[0], 0.6)  # one name in common says nothing here
    missing = len(right) - len(left)
    return sum(matched) / len(matched) * (0.6 + 0.4 * min(matched)) - 0.03 * missing


def sounds_alike(one: Sound, other: Sound) -> float:
    if one.consonants != other.consonants:
        return min(0.84, Indel.normalized_similarity(one.consonants, other.consonants) * 0.9)
    return 1.0 - 0.2 * sum(_slot_cost(a, b) for a, b in zip(one.slots[1:-1], other.slots[1:-1], strict=True))


def _slot_cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if UNWRITTEN in {one, other}:
        heard = other if one == UNWRITTEN else one
        return _WRITTEN_MISMATCH if heard.isupper() else 0.0
    if one.isupper() and other.isupper():
        return 0.1 if {one, other} == {"I", "E"} else _WRITTEN_MISMATCH
    if one.isupper() or other.isupper():
        written, heard = (one, other) if one.isupper() else (other, one)
        return 0.0 if heard and heard in _LONG[written] else _WRITTEN_MISMATCH
    if not one or not other:
        return _NO_VOWEL
    return _VOWEL_COSTS[frozenset((one, other))]


def keys_of(*names: str) -> set[str]:
    """The keys under which a person is found again, whatever the spelling."""
    return {sound(part).key for name in names for part in name_parts(name)} - {""}
