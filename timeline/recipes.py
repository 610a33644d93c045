"""A run written down, so that it can be repeated: the options in `timeline.toml`."""

from __future__ import annotations

import argparse
import difflib
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from timeline.flags import FLAGS, Flag

NAME = "timeline.toml"
ARTICLES = Flag("articles", "what to read", kind="paths")
KEYS = {flag.name: flag for flag in (ARTICLES, *FLAGS) if flag.lasting}


def with_recipe(given: argparse.Namespace) -> argparse.Namespace:
    """The options with what `--config`, or else `timeline.toml` in the working folder, says where the command says nothing.

    `given.config` then names the file that was used, or is None. Paths in the file are relative to its folder. Raises
    `FileNotFoundError` where the file named is not there, and `ValueError` naming the file and the key for what is no
    TOML, a key nobody knows, or a value of another kind.
    """
    used = given.config or (NAME if Path(NAME).is_file() else None)
    written = read_recipe(Path(used)) if used else {}
    options = {flag.key: written.get(flag.key, flag.default) for flag in KEYS.values()}
    options |= {name: value for name, value in vars(given).items() if value not in (None, []) or name not in options}
    return argparse.Namespace(**options | {"config": used})


def read_recipe(path: Path) -> dict[str, Any]:
    """The options in one file, as the command would have them."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise FileNotFoundError(f"{path}: there is no such file of options") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not TOML: {error}") from None
    found = {}
    for name, value in table.items():
        flag = KEYS.get(name)
        if flag is None:
            near = difflib.get_close_matches(name, KEYS, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(KEYS)}"
            raise ValueError(f"{path}: no option is called {name!r}; {hint}")
        found[flag.key] = _checked(flag, value, path)
    return found


def _checked(flag: Flag, value: object, path: Path) -> Any:
    if flag.kind == "switch" and isinstance(value, bool):
        return value
    if flag.kind == "number" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if flag.kind == "choice" and value in (flag.choices or ()):
        return value
    if flag.kind == "text" and isinstance(value, str | date) and not isinstance(value, datetime):
        return str(value)
    if flag.kind == "path" and isinstance(value, str):
        return _beside(path, value)
    if flag.kind == "paths":
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and all(isinstance(item, str) for item in values):
            return [_beside(path, item) for item in values]
    raise ValueError(f"{path}: {flag.name!r} must be {_wanted(flag)}, not {_toml(value)}")


def _beside(path: Path, value: str) -> str:
    return value if value == "-" or str(path.parent) == "." else str(path.parent / value)


def _wanted(flag: Flag) -> str:
    wanted = {
        "switch": "true or false",
        "number": "a whole number",
        "text": "a text in quotes",
        "path": "a path in quotes",
        "paths": "a path in quotes, or a list of paths",
    }
    return wanted.get(flag.kind) or "one of " + ", ".join(f'"{choice}"' for choice in flag.choices or ())


def _toml(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)
