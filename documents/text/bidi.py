"""The Unicode Bidirectional Algorithm (UAX #9, revision 46), whole paragraphs and single lines.

The names of the rules (P2, W1, N0 …) are those of the standard.
"""

import unicodedata
from collections.abc import Sequence

MAX_DEPTH = 125  # BD2
LTR, RTL = 0, 1

_ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
_STRONG = frozenset({"L", "R", "AL"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})  # NI of N0-N2
_BLANK = frozenset({"WS", "FSI", "LRI", "RLI", "PDI"}) | _REMOVED  # L1
_EXPLICIT = frozenset({"RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"})
_PLAIN = frozenset({"L", "EN", "ES", "ET", "CS", "ON", "WS", "NSM"})

# BidiBrackets.txt 15.0: the opening ones whose closing one is the next code point, and the rest.
_OPENING = (
    "0028 0F3A 0F3C 169B 2045 207D 208D 2308 230A 2329 2768 276A 276C 276E 2770 2772 2774 27C5 27E6 27E8 27EA"
    " 27EC 27EE 2983 2985 2987 2989 298B 2991 2993 2995 2997 29D8 29DA 29FC 2E22 2E24 2E26 2E28 2E55 2E57"
    " 2E59 2E5B 3008 300A 300C 300E 3010 3014 3016 3018 301A FE59 FE5B FE5D FF08 FF5F FF62"
)
_CLOSING_OF = {chr(int(code, 16)): chr(int(code, 16) + 1) for code in _OPENING.split()}
_CLOSING_OF |= {
    "[": "]",
    "{": "}",
    "\u298d": "\u2990",
    "\u298f": "\u298e",
    "\uff3b": "\uff3d",
    "\uff5b": "\uff5d",
}
# BD16: canonically equivalent brackets close each other.
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING = frozenset(_CLOSING_OF.values())
MAX_OPEN_BRACKETS = 63  # BD16


def bidi_class(character: str) -> str:
    """The Bidi_Class; unassigned code points get the default of their block."""
    return unicodedata.bidirectional(character) or _default_class(ord(character))


def _default_class(code: int) -> str:
    """DerivedBidiClass.txt: what code points are until they are assigned."""
    if 0x0590 <= code <= 0x05FF or 0x07C0 <= code <= 0x085F or 0xFB1D <= code <= 0xFB4F:
        return "R"
    if 0x0600 <= code <= 0x08FF or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
        return "AL"
    if 0x10800 <= code <= 0x10FFF or 0x1E800 <= code <= 0x1EFFF:
        return "R"
    return "L"


def base_level(classes: Sequence[str], default: int = LTR) -> int:
    """P2, P3: the level of the first strong character that no isolate hides."""
    depth = 0
    for kind in classes:
        if kind in _ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in _STRONG:
            return LTR if kind == "L" else RTL
        elif kind == "B":
            break
    return default


def paragraph_levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """The embedding level of every character before line breaking, and the paragraph's level."""
    classes = [bidi_class(character) for character in text]
    if base is None:
        base = base_level(classes)
    if base == LTR and _PLAIN.issuperset(classes):  # none of these ever leaves level 0: no rule need be tried
        return [0] * len(text), LTR
    return resolve(classes, base, text), base


def resolve(classes: Sequence[str], base: int, text: str | None = None) -> list[int]:
    """X1 to I2 for one paragraph. Removed characters (X9) take the level of the one before.

    :param text: needed for bracket pairs (N0); without it they are plain neutrals
    """
    matches = _matching_pdis(classes)
    levels, kinds = _explicit(classes, base, matches)
    kept = [at for at, kind in enumerate(classes) if kind not in _REMOVED]
    embedded = tuple(levels)
    for sequence in _isolating_runs(classes, levels, kept, matches):
        edges = _edges(sequence, classes, embedded, base, matches)
        run = _resolve_run(sequence, classes, kinds, embedded[sequence[0]], edges, text)
        for at, kind in zip(sequence, run, strict=True):
            levels[at] = _implicit(embedded[at], kind)
    previous = base
    for at, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[at] = previous
        previous = levels[at]
    return levels


def _matching_pdis(classes: Sequence[str]) -> dict[int, int]:
    """BD9: isolate initiator -> its PDI."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for at, kind in enumerate(classes):
        if kind in _ISOLATE_STARTS:
            stack.append(at)
        elif kind == "PDI" and stack:
            found[stack.pop()] = at
    return found


def _explicit(classes: Sequence[str], base: int, matches: dict[int, int]) -> tuple[list[int], list[str]]:
    """X1 to X8: levels, and the classes after overrides."""
    levels, kinds = [base] * len(classes), list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for at, kind in enumerate(classes):
        level, override, _ = stack[-1]
        if kind in _EXPLICIT:
            is_isolate = kind in _ISOLATE_STARTS
            if is_isolate:
                levels[at] = level
                kinds[at] = override or kind
            is_rtl = kind[0] == "R" or (
                kind == "FSI" and base_level(classes[at + 1 : matches.get(at, len(classes))]) == RTL
            )
            deeper = (level + 1) | 1 if is_rtl else (level + 2) & ~1
            if deeper <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += is_isolate
                forced = {"RLO": "R", "LRO": "L"}.get(kind, "")
                stack.append((deeper, forced, is_isolate))
            elif is_isolate:
                overflow_isolates += 1
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            levels[at], override, _ = stack[-1]
            kinds[at] = override or kind
        elif kind == "PDF":
            if overflow_isolates:
                continue
            if overflow_embeddings:
                overflow_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            levels[at] = base
        elif kind != "BN":
            levels[at] = level
            kinds[at] = override or kind
    return levels, kinds


def _isolating_runs(
    classes: Sequence[str], levels: list[int], kept: list[int], matches: dict[int, int]
) -> list[list[int]]:
    """BD13: the isolating run sequences, as lists of positions."""
    runs: list[list[int]] = []
    for at in kept:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    by_start = {run[0]: run for run in runs}
    matched_pdis = set(matches.values())
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matched_pdis:
            continue  # it continues another sequence
        sequence = list(run)
        while classes[sequence[-1]] in _ISOLATE_STARTS and sequence[-1] in matches:
            continuation = by_start.get(matches[sequence[-1]])
            if continuation is None:
                break
            sequence += continuation
        sequences.append(sequence)
    return sequences


def _edges(
    sequence: list[int], classes: Sequence[str], levels: Sequence[int], base: int, matches: dict[int, int]
) -> tuple[str, str]:
    """X10: sos and eos."""
    level = levels[sequence[0]]
    before = _level_beside(sequence[0] - 1, -1, classes, levels, base)
    is_open = classes[sequence[-1]] in _ISOLATE_STARTS and sequence[-1] not in matches
    after = base if is_open else _level_beside(sequence[-1] + 1, 1, classes, levels, base)
    return ("R" if max(level, before) % 2 else "L"), ("R" if max(level, after) % 2 else "L")


def _resolve_run(
    sequence: list[int],
    classes: Sequence[str],
    kinds: list[str],
    level: int,
    edges: tuple[str, str],
    text: str | None,
) -> list[str]:
    """W1 to N2 for one isolating run sequence: L, R, EN or AN for each of its characters."""
    run = [kinds[at] for at in sequence]
    _resolve_weak(run, edges[0])
    if text is not None:
        characters = [text[at] for at in sequence]
        _resolve_brackets(run, characters, [classes[at] for at in sequence], level, edges[0])
    _resolve_neutrals(run, level, *edges)
    return run


def _implicit(level: int, kind: str) -> int:
    """I1, I2."""
    if level % 2:
        return level + (kind != "R")
    return level + {"L": 0, "R": 1}.get(kind, 2)


def _level_beside(at: int, step: int, classes: Sequence[str], levels: Sequence[int], base: int) -> int:
    """The level of the next character that X9 keeps, or the paragraph's at its ends."""
    while 0 <= at < len(classes):
        if classes[at] not in _REMOVED:
            return levels[at]
        at += step
    return base


def _resolve_weak(run: list[str], sos: str) -> None:
    """W1 to W7, in place."""
    previous, strong = sos, sos
    for at, kind in enumerate(run):  # W1, W2, W3
        if kind == "NSM":
            run[at] = kind = "ON" if previous in _ISOLATE_STARTS or previous == "PDI" else previous
        previous = kind
    for at, kind in enumerate(run):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            run[at] = "AN"
    run[:] = ["R" if kind == "AL" else kind for kind in run]
    for at in range(1, len(run) - 1):  # W4
        neighbours = run[at - 1], run[at + 1]
        if run[at] in {"ES", "CS"} and neighbours == ("EN", "EN"):
            run[at] = "EN"
        elif run[at] == "CS" and neighbours == ("AN", "AN"):
            run[at] = "AN"
    _resolve_terminators(run)
    strong = sos
    for at, kind in enumerate(run):  # W6, W7
        if kind in {"ES", "ET", "CS"}:
            run[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            run[at] = "L"


def _resolve_terminators(run: list[str]) -> None:
    """W5: a sequence of ET beside an EN becomes EN."""
    at = 0
    while at < len(run):
        if run[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(run) and run[end] == "ET":
            end += 1
        if (at and run[at - 1] == "EN") or (end < len(run) and run[end] == "EN"):
            run[at:end] = ["EN"] * (end - at)
        at = end


def _direction(kind: str) -> str:
    """Numbers count as R for N0 to N2; '' for what has no direction."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _bracket_pairs(run: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """BD16: positions of paired brackets, in order of the opening one."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for at, character in enumerate(characters):
        if run[at] != "ON":
            continue
        if character in _CLOSING_OF:
            if len(stack) == MAX_OPEN_BRACKETS:
                return []
            closing = _CLOSING_OF[character]
            stack.append((_CANONICAL.get(closing, closing), at))
        elif character in _CLOSING:
            wanted = _CANONICAL.get(character, character)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == wanted:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _resolve_brackets(run: list[str], characters: list[str], original: list[str], level: int, sos: str) -> None:
    """N0, in place."""
    embedding = "R" if level % 2 else "L"
    for opening, closing in _bracket_pairs(run, characters):
        inside = {_direction(kind) for kind in run[opening + 1 : closing]}
        if embedding in inside:
            found = embedding
        elif inside - {""}:
            before = (_direction(run[at]) for at in range(opening - 1, -1, -1))
            context = next(filter(None, before), sos)
            found = context if context != embedding else embedding
        else:
            continue
        for at in (opening, closing):
            run[at] = found
            follower = at + 1
            while follower < len(run) and original[follower] == "NSM":
                run[follower] = found
                follower += 1


def _resolve_neutrals(run: list[str], level: int, sos: str, eos: str) -> None:
    """N1, N2, in place."""
    embedding = "R" if level % 2 else "L"
    at = 0
    while at < len(run):
        if run[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(run) and run[end] in _NEUTRAL:
            end += 1
        left = _direction(run[at - 1]) if at else sos
        right = _direction(run[end]) if end < len(run) else eos
        run[at:end] = [left if left == right else embedding] * (end - at)
        at = end


def line_levels(classes: Sequence[str], levels: Sequence[int], base: int) -> list[int]:
    """L1: trailing blanks and separators of one line fall back to the paragraph's level."""
    result = list(levels)
    resetting = True
    for at in range(len(classes) - 1, -1, -1):
        if classes[at] in {"B", "S"}:
            resetting = True
            result[at] = base
        elif classes[at] in _BLANK:
            if resetting:
                result[at] = base
        else:
            resetting = False
    return result


def visual_order(levels: Sequence[int]) -> list[int]:
    """L2: positions of one line from left to right."""
    order = list(range(len(levels)))
    if not levels:
        return order
    lowest_odd = min((level for level in levels if level % 2), default=max(levels) + 1)
    for level in range(max(levels), lowest_odd - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > at:
                order[at:end] = reversed(order[at:end])
            at = end + 1
    return order
