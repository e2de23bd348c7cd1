"""Tables: one look, row selection, and downloads of exactly what is shown."""

import hashlib
import io
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, Literal

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.workbooks import LIST_MARK, TEXTS_STAY_TEXTS
from ui.handouts import workbooks
from ui.parts import narrow, words

MOST_ROWS = 500
"""Rows on screen; the download has them all."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Show = Callable[[Any], str]


@dataclass(frozen=True)
class Col:
    """One column on screen: its heading, how it is written, and what it means."""

    heading: str
    kind: str = "text"
    """text, file (its name, a long one cut in its middle on screen), figure (a number in words, to the right), hours, minutes,
    rate, way (a rate held between nothing and all), count, number, amount (as it was written), date, month, yes, band,
    bar (a rate drawn as a bar)"""
    help: str = ""
    width: Literal["small", "medium", "large"] | int | None = None
    pinned: bool | None = None
    """Whether it stays in sight while a wide table is moved aside; Streamlit writes it paler then."""
    aside: bool = False
    """Whether it waits under the table's eye (its list of columns) until somebody wants it; downloads have it."""


Columns = Mapping[str, Col]


def shown(frame: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    """The frame with only the columns named, in their order, in the units of the screen (hours and % as numbers)."""
    made = {}
    for name, column in columns.items():
        if name in frame.columns:
            made[name] = _screen(frame[name], column.kind)
    return pd.DataFrame(made, index=frame.index)


def _screen(values: pd.Series, kind: str) -> pd.Series:
    if kind == "hours":
        return (pd.to_numeric(values) / 60).round(6)
    if kind in ("rate", "bar"):
        return (pd.to_numeric(values) * 100).round(6)
    if kind == "way":
        return (pd.to_numeric(values) * 100).round(6).clip(0, 100)
    if kind == "band":
        return values.map(words.band).astype("object")
    if kind in ("minutes", "number", "amount", "count"):
        return pd.to_numeric(values).round(9)
    if kind in ("date", "month"):
        return pd.to_datetime(values)
    if kind == "yes":
        return values.map(lambda value: "yes" if not words.is_missing(value) and bool(value) else "").astype("object")
    return values.map(lambda value: "" if words.is_missing(value) else str(value)).astype("object")


def config(columns: Columns, widths: Mapping[str, int] = MappingProxyType({})) -> dict[str, Any]:
    """Streamlit's column settings for these columns; ``widths``: pixels of those that have no width of their own."""
    wide = {name: replace(column, width=column.width or widths.get(name)) for name, column in columns.items()}
    return {name: {**_config(column), "pinned": column.pinned, "hidden": column.aside} for name, column in wide.items()}


def _config(column: Col) -> Any:
    made = st.column_config
    said, width = column.help or None, column.width
    if column.kind == "hours":
        return made.NumberColumn(column.heading, format="%,.1f h", help=said, width=width)
    if column.kind == "minutes":
        return made.NumberColumn(column.heading, format="%,.0f min", help=said, width=width)
    if column.kind in ("rate", "way"):
        return made.NumberColumn(column.heading, format="%.1f%%", help=said, width=width)
    if column.kind == "bar":
        return made.ProgressColumn(
            column.heading, format="%.1f%%", min_value=0, max_value=100, help=said, width=width or narrow.BAR
        )
    if column.kind == "count":
        return made.NumberColumn(column.heading, format="%,.0f", help=said, width=width)
    if column.kind == "number":
        return made.NumberColumn(column.heading, format="%,.1f", help=said, width=width)
    if column.kind == "amount":
        return made.NumberColumn(column.heading, format="plain", help=said, width=width)
    if column.kind == "month":
        return made.DateColumn(column.heading, format="MMM YYYY", help=said, width=width)
    if column.kind == "date":
        return made.DateColumn(column.heading, format="MMM D, YYYY", help=said, width=width)
    side: Any = "right" if column.kind == "figure" else None
    return made.TextColumn(column.heading, help=said, width=width, alignment=side)


def show(
    frame: pd.DataFrame,
    columns: Columns,
    *,
    key: str,
    alt: str,
    about: str,
    file: str = "",
    on_pick: Callable[[int], None] | None = None,
) -> None:
    """Draw a table with its downloads; ``on_pick`` is called with the place (iloc) of a row that is chosen.

    ``about`` says what is counted, over what and as of when: it stands on the second sheet of the download. Tables that
    take each other's place share a ``key``, which the browser then draws over instead of anew, and name their ``file``.
    """
    sent, seen = as_sent(frame, columns), columns
    if room := narrow.window():
        room -= narrow.margins() + (narrow.SELECTION if on_pick is not None else 0)
        seen = narrow.fitting(sent.first, columns, sent.widths, room)
    options: dict[str, Any] = {}
    if on_pick is not None:
        options = {"on_select": partial(_picked, key, sent.rows, on_pick), "selection_mode": "single-row"}
    st.dataframe(
        sent.table,
        hide_index=True,
        column_config=config(seen, sent.widths),
        key=key,
        alt=alt,
        placeholder=words.DASH,
        height=_height(sent.rows),
        row_height=narrow.row_height(seen, room) if room else None,
        **options,
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        aside = sum(column.aside for name, column in seen.items() if name in frame.columns)
        st.caption(counted(sent.rows, aside, opens=on_pick is not None), width="content")
        if sent.rows:
            download(frame, columns, sent.mark, key=key, about=about, file=file)


def counted(rows: int, aside: int, *, opens: bool = False) -> str:
    """ "28 rows · 9 more columns under the eye above"; the downloads have all rows and columns. ``opens``: whether a row leads
    on, which the grid lets a keyboard do with Shift and Space, and tells nobody."""
    first = f", here the first {MOST_ROWS}" if rows > MOST_ROWS else ""
    more = f" · {words.plural(aside, 'more column')} under :material/visibility: above" if aside and rows else ""
    how = "; a click or Shift + Space opens one" if opens and rows else ""
    return f"{words.plural(rows, 'row')}{first}{how}{more}"


@dataclass(frozen=True)
class Sent:
    """A table as it goes to the browser: its first rows, how many there are, and what tells its content from another's."""

    table: pa.Table
    first: pd.DataFrame
    """The first rows of ``table``, by which a narrow window finds what has room."""
    rows: int
    mark: bytes
    widths: Mapping[str, int]
    """Pixels of the columns that the browser would make too narrow."""


@dataclass(frozen=True)
class _Asked:
    content: bytes
    columns: tuple[tuple[str, Col], ...]
    frame: pd.DataFrame = field(compare=False, repr=False)


def as_sent(frame: pd.DataFrame, columns: Columns) -> Sent:
    """The table for the browser, kept by the content of the frame: looking it up takes a fifth of making it anew."""
    content = hashlib.sha256(pickle.dumps(frame, protocol=pickle.HIGHEST_PROTOCOL)).digest()
    return _sent(_Asked(content, tuple(columns.items()), frame))


@lru_cache(maxsize=300)
def _sent(asked: _Asked) -> Sent:
    columns = dict(asked.columns)
    table = shown(asked.frame, columns)
    first = table.head(MOST_ROWS).assign(
        **{name: table[name].head(MOST_ROWS).map(_short_name) for name in table.columns if columns[name].kind == "file"}
    )
    return Sent(
        pa.Table.from_pandas(first), first.head(narrow.MEASURED), len(table), content_mark(table), too_narrow(first)
    )


MEASURED = 10
"""Rows whose texts the browser measures for a column's width."""
WIDEST = 330
"""Pixels of the widest column that is set here."""


def too_narrow(table: pd.DataFrame) -> dict[str, int]:
    """Pixels of the columns of text whose longest the browser doesn't measure, since it stands below the first rows or is far
    longer than they are on average: it would be cut."""
    found = {}
    for name in table.select_dtypes(object).columns:
        wide = narrow.LETTER * table[name].str.len().fillna(0) + narrow.AROUND
        if len(wide) and wide.max() > _measured(wide):
            found[str(name)] = min(WIDEST, int(wide.max()))
    return found


def _measured(wide: pd.Series) -> float:
    """How wide the browser finds a column of texts that are so wide: of more than a few it leaves out the outliers."""
    first = wide.head(MEASURED)
    return float(first.max() if len(first) <= FEW else first[first < OUTLIER * first.mean()].max())


FEW, OUTLIER = 5, 1.8
"""Of more texts than that, those so many times as wide as the average are no measure: the browser's two, and some room, since
letters differ."""


MOST_LETTERS = 34


def _short_name(name: Any) -> str:
    """A file's name with its middle left out where it is long: what begins it and what ends it tells it from others."""
    text = str(name)
    return text if len(text) <= MOST_LETTERS else f"{text[:18].rstrip()}…{text[-15:].lstrip()}"


def _picked(key: str, rows: int, on_pick: Callable[[int], None]) -> None:
    """Choosing a row leads on: it doesn't stay chosen, so that what comes in its place can be chosen, or it again.

    The browser doesn't always hear that (after Back, or the second time). There the row looks free and choosing it takes it
    back, so nothing chosen means the row of the last time.
    """
    last = f"_{key}_picked"
    chosen = st.session_state[key].selection.rows or st.session_state.get(last, [])
    if chosen and int(chosen[0]) < rows:
        st.session_state[last] = list(chosen)
        st.session_state[key] = {"selection": {"rows": []}}
        on_pick(int(chosen[0]))


def _height(rows: int) -> int | Literal["content"]:
    return "content" if rows <= 14 else 36 * 13


def download(frame: pd.DataFrame, columns: Columns, mark: bytes, *, key: str, about: str, file: str = "") -> None:
    """Two buttons: csv and xlsx of the table as filtered, made when they are pressed."""
    name = (file or key).replace("_", "-")
    st.download_button(
        "CSV",
        lambda: as_csv(shown(frame, columns), columns, about),
        file_name(name, mark, "csv"),
        "text/csv",
        key=f"{key}_csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help="This table as filtered, for any spreadsheet",
    )
    st.download_button(
        "Excel",
        lambda: as_xlsx(shown(frame, columns), columns, about),
        file_name(name, mark, "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"{key}_xlsx",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help="This table as filtered, with its definitions on a second sheet",
    )


def content_mark(table: pd.DataFrame) -> bytes:
    """What tells this table's content from another's, in a tenth of the time that its file takes to write."""
    return pd.util.hash_pandas_object(table, categorize=False).to_numpy().tobytes()


def file_name(name: str, content: bytes, suffix: str) -> str:
    """A name with a piece of the content's hash, so that a browser or server cache never hands out an older file."""
    return f"minute-ledger-{name}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"


def harmless(value: Any) -> Any:
    """A text cell that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value


def _unit(column: Col) -> str:
    unit = {"hours": "hours", "minutes": "minutes", "rate": "%", "way": "%", "bar": "%"}.get(column.kind, "")
    return "" if unit in column.heading.lower() else f" ({unit})"


def _for_file(table: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    made = table.copy()
    for name in made.columns:
        if columns[name].kind == "date":
            made[name] = made[name].dt.date
        elif columns[name].kind == "month":
            made[name] = made[name].dt.strftime("%Y-%m")
        elif made[name].dtype == object:
            made[name] = made[name].map(harmless)
    return made.rename(columns={name: columns[name].heading + _unit(columns[name]) for name in made.columns})


def as_csv(table: pd.DataFrame, columns: Columns, about: str = "") -> bytes:
    """The table as CSV with a byte order mark (Excel reads names with accents right), text neutralised. What it is ``about``
    stands in its first row under a heading of its own, by which an import knows it again, whatever its name."""
    made = _for_file(table, columns)
    if about:
        made[LIST_MARK] = [harmless(about), *[""] * (len(made) - 1)][: len(made)]
    text: str = made.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def as_xlsx(table: pd.DataFrame, columns: Columns, about: str) -> bytes:
    """The table as a workbook: no cell is a formula; a second sheet says what each column means and as of when."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, TEXTS_STAY_TEXTS) as book:
        _add(book, "Table", table, columns, about)
        notes = [(column.heading, column.help) for name, column in columns.items() if name in table.columns]
        workbooks.add_about(book, about, notes)
    return buffer.getvalue()


def add_sheet(book: Any, name: str, frame: pd.DataFrame, columns: Columns, about: str) -> None:
    """A sheet of a workbook that is being made: the frame as the screen shows it, and what it is ``about``."""
    _add(book, name, shown(frame, columns), columns, about)


def _add(book: Any, name: str, table: pd.DataFrame, columns: Columns, about: str) -> None:
    kinds = [columns[one].kind for one in table.columns]
    workbooks.add(book, name, _for_file(table, columns), kinds, harmless(about))


def totals(pairs: Sequence[tuple[str, str, str]]) -> None:
    """Totals set apart above a table: (label, value, meaning)."""
    with st.container(horizontal=True, gap="large"):
        for name, value, meaning in pairs:
            st.metric(name, value, help=meaning or None, width="content")
