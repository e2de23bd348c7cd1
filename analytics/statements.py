"""From a file of SQL and the steps that it names to one statement.

A file's header is comments: its question, grain, parameters and columns; ``-- uses: a/b, c/d`` names the steps that it
reads, each a file of its own, which it calls by their last name (``from d``). ``-- materialized`` computes a step once.

``swaps`` answers the same question from other steps: ``(("a/b", "x/y"),)`` puts the text of x/y where a/b is read.

``-- by line`` says of a kept step that its rows of a line are the same whatever other lines are chosen: where the cursor
has it for all lines, a choice of lines reads those rows instead of making its own.

Two short ways of writing stand in braces. ``{minutes: sum(k.*)}`` is the expression for each column of a list
(analytics.lists), under its name. ``{c.school in $schools}`` is whether a value is among the viewer's choice, or nothing is
chosen (``figures.wrapped``).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from analytics.lists import LISTS

Swaps = tuple[tuple[str, str], ...]
FOLDER = Path(__file__).with_name("sql")
_USES = re.compile(r"^--\s*uses:\s*(.+)$", re.MULTILINE)
_COMMENT = re.compile(r"--.*")
_TABLE = re.compile(r"\b(from|join)\s+([a-z_]+)\b(?!\s*\()(\s+as\b)?")
_PARAMETER = re.compile(r"\$([a-z_][a-z_0-9]*)")
_EACH = re.compile(r"\{([a-z_]+): ([^{}]+)\}")
_CHOSEN = re.compile(r"\{([^{}]+) in \$([a-z]+)\}")


@cache
def text(name: str) -> str:
    """The text of one SQL file, such as ``ledger/by_key``, written out; KeyError where there is none."""
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        raise KeyError(f"no SQL file {name}")
    return _written_out(path.read_text(encoding="utf-8").strip().rstrip(";"))


def _written_out(short: str) -> str:
    """The text without braces; KeyError where there is no such list."""
    whole = _EACH.sub(lambda found: _for_each(found[1], found[2]), short)
    return _CHOSEN.sub(r"($\2 = '' or position(chr(31) || \1 || chr(31) in $\2) > 0)", whole)


def _for_each(listed: str, expression: str) -> str:
    return ", ".join(f"{expression.replace('.*', f'.{name}')} as {name}" for name in LISTS[listed])


@cache
def _own_text(name: str, swaps: Swaps) -> str:
    return text(dict(swaps).get(name, name))


@cache
def uses(name: str, swaps: Swaps = ()) -> tuple[str, ...]:
    """The steps that a file names in its ``-- uses:`` lines, in order."""
    named = _USES.findall(_own_text(name, swaps))
    return tuple(step.strip() for line in named for step in line.split(",") if step.strip())


@cache
def steps(name: str, swaps: Swaps = ()) -> tuple[str, ...]:
    """Every step that a file needs, each after those that it needs itself."""
    ordered: dict[str, None] = {}
    for step in uses(name, swaps):
        for needed in (*steps(step, swaps), step):
            ordered.setdefault(needed)
    return tuple(ordered)


@cache
def own_parameters(name: str, swaps: Swaps = ()) -> frozenset[str]:
    """The names of the parameters in one file, without its steps."""
    return parameters_of(bare(_own_text(name, swaps)))


@cache
def parameters(name: str, swaps: Swaps = ()) -> frozenset[str]:
    """The names of the parameters that a file and all its steps need."""
    return frozenset().union(*(own_parameters(part, swaps) for part in (*steps(name, swaps), name)))


@cache
def in_order(name: str, swaps: Swaps) -> tuple[str, ...]:
    """``parameters``, by name."""
    return tuple(sorted(parameters(name, swaps)))


@lru_cache(maxsize=1200)
def parameters_of(query: str) -> frozenset[str]:
    """The names of the parameters in a text without comments."""
    return frozenset(_PARAMETER.findall(query))


@cache
def bare(query: str) -> str:
    """The text without comments."""
    return _COMMENT.sub("", query)


@cache
def is_kept(step: str, swaps: Swaps = ()) -> bool:
    """Whether a step is worked out once for a unit of work: its header says ``-- materialized``."""
    return _is_marked("materialized", step, swaps)


@cache
def is_by_line(step: str, swaps: Swaps = ()) -> bool:
    """Whether a kept step's rows of a line hang on no other line: its header says ``-- by line``."""
    return _is_marked("by line", step, swaps)


def _is_marked(mark: str, step: str, swaps: Swaps) -> bool:
    return bool(re.search(rf"^--\s*{mark}\s*$", _own_text(step, swaps), re.MULTILINE))


@cache
def kept_directly(name: str, swaps: Swaps) -> tuple[str, ...]:
    """The kept steps that a file reads itself or through steps that aren't kept."""
    return tuple(step for step in steps(name, swaps) if is_kept(step, swaps) and _needed_inline(name, step, swaps))


@cache
def with_steps(name: str, swaps: Swaps) -> str:
    """The file with its steps that aren't kept as common table expressions; kept ones are tables to be ``read_from``."""
    inlined = [step for step in steps(name, swaps) if not is_kept(step, swaps) and _needed_inline(name, step, swaps)]
    return _in_front(name, [(step, "") for step in inlined], swaps)


@cache
def _needed_inline(name: str, step: str, swaps: Swaps) -> bool:
    """Whether a file reads a step by itself or through steps that aren't kept."""
    named = uses(name, swaps)
    return step in named or any(not is_kept(x, swaps) and _needed_inline(x, step, swaps) for x in named)


def _in_front(name: str, told: list[tuple[str, str]], swaps: Swaps) -> str:
    parts = [f"{last_name(step)} as {how}(\n{_own_text(step, swaps)}\n)" for step, how in told]
    own = _own_text(name, swaps)
    return f"with {', '.join(parts)}\n{own}" if parts else own


def last_name(step: str) -> str:
    """What a step is called where it is read."""
    return step.rsplit("/", 1)[-1]


@cache
def compose(name: str, swaps: Swaps = ()) -> str:
    """One statement: the file with all its steps as common table expressions, for reading and for other engines."""
    kept = [(step, "materialized " if is_kept(step, swaps) else "") for step in steps(name, swaps)]
    return _in_front(name, kept, swaps)


@cache
def composed_hash(name: str, swaps: Swaps) -> str:
    """A short name of a composed text: the same for the same text only."""
    return hashlib.sha256(compose(name, swaps).encode()).hexdigest()


@cache
def _whole(name: str, swaps: Swaps) -> str:
    """``compose`` without comments; a step that only one other reads is worked out where that is."""
    read = Counter(step for reader in (*steps(name, swaps), name) for step in set(uses(reader, swaps)))
    told = [(step, "materialized " if is_kept(step, swaps) and read[step] > 1 else "") for step in steps(name, swaps)]
    return bare(_in_front(name, told, swaps))


@lru_cache(maxsize=200)
def whole(name: str, swaps: Swaps, tables: tuple[tuple[str, str], ...] = (), columns: tuple[str, ...] = ()) -> str:
    """One statement without comments, with ``tables`` in the place of steps by last name; of ``columns`` only, if any."""
    query = read_from(_whole(name, swaps), dict(tables))
    return f"select {', '.join(columns)} from ({query}) as answer" if columns else query


def read_from(query: str, names: Mapping[str, str]) -> str:
    """The text without comments, with steps read from these tables, under their own names."""
    return _read_from(query, tuple(names.items()))


@lru_cache(maxsize=1000)
def _read_from(query: str, tables: tuple[tuple[str, str], ...]) -> str:
    names = dict(tables)

    def told(found: re.Match[str]) -> str:
        table = names.get(found[2], found[2])
        alias = found[3] or (f" as {found[2]}" if found[2] in names else "")
        return f"{found[1]} {table}{alias}"

    return _TABLE.sub(told, bare(query))
