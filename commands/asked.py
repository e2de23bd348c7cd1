"""What a command is asked: the options that commands share, read into what the product works with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import duckdb
import pandas as pd
import typer

from analytics import policies
from analytics.scope import ALL, EVERYTHING, Scope, Selection
from commands import chosen
from commands.opened import opened
from commands.printed import Format, print_frame, say
from data.contracts import DATASETS
from data.errors import UserError


class Refused(UserError):  # noqa: N818 - the sentence on standard error names the outcome
    """Nothing was changed; the message is one sentence."""


Db = Annotated[Path | None, typer.Option("--db", help="The database file; else MINUTES_DB, else your data folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
AsOf = Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The last day counted.")]
By = Annotated[str, typer.Option("--by", help="Keys, comma-separated.")]
Shown = Annotated[Format, typer.Option("--format", help="How to print.")]
KnownAsOf = Annotated[
    str | None,
    typer.Option(
        "--known-as-of",
        help="The ledger as it stood after EVENT, BATCH or DATE, with that day's calendar and policies.",
    ),
]
Restated = Annotated[
    bool, typer.Option("--restated", help="With --known-as-of: today's calendar and policies instead of that day's.")
]
Policies = Annotated[list[str] | None, typer.Option("--policy", help="NAME=VALUE for this run only.")]
From = Annotated[
    datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], help="The first day counted, such as the school year's, as on pages."),
]
Since = Annotated[str, typer.Option("--known-as-of", help="Since which EVENT, BATCH or DATE.")]


def _option(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


_WHEN = _option("as_of", AsOf, None)
_RESTATED = _option("restated", Restated, False)
KNOWN = (_option("known_as_of", KnownAsOf, None), _RESTATED)
"""The options of a command that can be asked as of an earlier upload."""
RANGED = (_option("from_", From, None), *KNOWN)
"""The same of one that sums minutes, and may be asked to sum them from a day on."""
SINCE = (_option("known_as_of", Since, Parameter.empty), _RESTATED)
"""The same of one that must be."""
CHOICE = tuple(_option(name, annotation, None) for name, annotation in chosen.ANNOTATED.items())
"""The options of a command that can be asked of a part of the district."""
_HOW = (_option("shown", Shown, Format.table), _option("db", Db, None), _option("as_json", Json, False))


def pairs_of(texts: list[str] | None, what: str) -> dict[str, str]:
    """NAME=VALUE texts as a dictionary; a heading of ``--map`` may hold equals signs of its own."""
    pairs = {}
    for text in texts or []:
        name, equals, value = text.rpartition("=") if what == "--map" else text.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise Refused(f"{what} {text!r} is not NAME=VALUE; write it with an equals sign.")
        pairs[name.strip()] = value.strip()
    return pairs


def dataset_of(name: str) -> str:
    """``name``, where it is a dataset's."""
    if name not in DATASETS:
        raise Refused(f"There is no dataset {name!r}; it is one of {', '.join(DATASETS)}.")
    return name


def day_of(moment: datetime | None) -> date | None:
    """The day of a date option, or None where it wasn't given."""
    return moment.date() if moment else None


def month_of(text: str) -> date:
    """The first day of a month written as 2025-10."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m").date()
    except ValueError:
        raise Refused(f"{text!r} is no month; write it as 2025-10.") from None


def keys_of(by: str) -> tuple[str, ...]:
    """The keys of ``--by``, each once."""
    return tuple(dict.fromkeys(key.strip() for key in by.split(",") if key.strip()))


@dataclass(frozen=True)
class Question:
    """What every figure is asked with, and what the question goes by."""

    cur: duckdb.DuckDBPyConnection
    day: date
    known: dict[str, Any]
    """``known`` and ``restated`` of the figures' signature, and ``from_day`` where a first day was asked for."""
    selection: Selection = ALL

    @property
    def figure(self) -> tuple[duckdb.DuckDBPyConnection, Scope, date, Selection]:
        """Cursor, scope, as-of day and selection: the command line may see everything."""
        return self.cur, EVERYTHING, self.day, self.selection

    def policies_with(self, given: list[str] | None) -> policies.Policies:
        """The stored policies of that day and knowledge, with those given for this run."""
        then = None if self.known["restated"] else self.known["known"]
        return policies.load(self.cur, EVERYTHING, self.day, overrides=pairs_of(given, "--policy"), known=then)


@contextmanager
def question(
    db: Path | None,
    as_of: datetime | None,
    known_as_of: str | None = None,
    restated: bool = False,
    from_: datetime | None = None,
    **choice: list[str] | None,
) -> Iterator[Question]:
    """One cursor on the database, the as-of day (else ``days.latest_day``, as on pages), knowledge, and what is chosen
    (``chosen.selection``)."""
    with opened(db) as store, store.cursor() as cur:
        known = _knowledge(cur, known_as_of, restated)
        selection = chosen.selection(cur, **choice)
        day = as_of.date() if as_of else _default_day(cur, Selection(selection.services), known["known"])
        yield Question(cur, day, known | ({"from_day": from_.date()} if from_ else {}), selection)


def answers(
    *,
    knowing: tuple[Parameter, ...] = KNOWN,
    choosing: tuple[Parameter, ...] = CHOICE,
) -> Callable[[Callable[..., pd.DataFrame]], Callable[..., None]]:
    """Make a command of what answers a ``Question`` with a frame: beside its own options it has those of all figures, says
    which day and database are asked, and prints the frame."""

    def made(answer: Callable[..., pd.DataFrame]) -> Callable[..., None]:
        own = [
            one.replace(kind=Parameter.KEYWORD_ONLY) for one in signature(answer, eval_str=True).parameters.values()
        ][1:]
        options = [_WHEN, *own, *choosing, *knowing, *_HOW]

        @wraps(answer)
        def command(**given: Any) -> None:
            mine = {one.name: given.pop(one.name) for one in own}
            shown, as_json = given.pop("shown"), given.pop("as_json")
            with question(given.pop("db"), given.pop("as_of"), **given) as asked:
                frame = answer(asked, **mine)
            print_frame(frame, shown, as_json)

        command.__signature__ = Signature(options)  # type: ignore[attr-defined]  # what typer reads options from
        command.__annotations__ = {one.name: one.annotation for one in options}
        return command

    return made


def _default_day(cur: duckdb.DuckDBPyConnection, selection: Selection, known: int | None) -> date:
    from analytics import days

    return days.latest_day(cur, EVERYTHING, selection, known=known) or date.today()


def _knowledge(cur: duckdb.DuckDBPyConnection, text: str | None, restated: bool) -> dict[str, Any]:
    """What figures are asked with to stand as after an earlier moment; says on standard error which."""
    from analytics import known

    if text is None:
        if restated:
            raise Refused("--restated belongs to --known-as-of; name the upload or the day.")
        return {"known": None, "restated": False}
    moment = known.resolve(cur, EVERYTHING, text)
    say(f"As known after {moment.told()}, with {'today' if restated else 'that day'}'s calendar and policies.")
    return {"known": moment.event, "restated": restated}
