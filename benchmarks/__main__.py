"""``tasks.py bench [--json] [NAME ...]``: one line per figure."""

import importlib
import json
import sys

SUBJECTS = ("certificates", "hour", "joined", "papers", "people", "receiving", "register", "window", "workplaces")


def main(arguments: list[str]) -> int:
    as_json = "--json" in arguments
    names = [name for name in arguments if not name.startswith("-")] or list(SUBJECTS)
    figures = [figure for name in names for figure in importlib.import_module(f"benchmarks.{name}").run()]
    if as_json:
        rows = [{"name": one.name, "ratio": round(one.ratio, 2), "goal": one.goal, "ok": one.is_ok} for one in figures]
        print(json.dumps(rows))
    else:
        for one in figures:
            print(f"{one.name}  {one.ratio:.2f}  {one.goal:g}  {'ok' if one.is_ok else 'short'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
