"""The parts that every page is made of: what is loaded, the answer, figures, charts, and where nothing can be said."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import figures, known, ledger
from analytics.known import Moment
from analytics.policies import Policies
from analytics.scope import ALL
from ui.charts import bars, drawings, sparkline, spoken, stacks
from ui.charts.bars import Bars
from ui.charts.charts import Drawing
from ui.charts.palette import Palette, palette
from ui.charts.stacks import Stacks
from ui.definitions import setup
from ui.handouts import picture
from ui.parts import messages, narrow, provisional, tables, words
from ui.shell import filters, navigation, session
from ui.shell.session import View

_CODE = re.compile("|".join(rf"\b{code}\b" for code in (one.replace("_", " ") for one in words.SERVICES)))


_HOURS = re.compile(r"(?<=\d) h\b")
"""An amount and its unit stay on one line."""


@dataclass(frozen=True)
class Fact:
    """One figure of the headline: its value as text, and its denominator in words."""

    label: str
    value: str
    of: str = ""
    help: str = ""
    change: str = ""
    """The change since ``since``, with its sign; empty where there is none to tell."""
    since: str = ""
    good: bool | None = None
    """Whether the change is for the better; None where that isn't for a program to say."""
    series: Sequence[float] = ()


def start(name: str, also: Callable[[View], str] | None = None) -> View:
    """Title and what is loaded (``also`` more of it); on an empty ledger a sentence and where to go, and the page stops."""
    entry = next(one for one in navigation.ENTRIES if one.name == name)
    view = session.current() if entry.of == "selection" else session.current().of_all()
    title = st.container(gap="xxsmall")
    title.title(entry.title, anchor=False)
    if view.loaded.is_empty:
        messages.nothing_here("Nothing is loaded yet", f"{answers(entry)} It needs {entry.needs}.")
        with st.container(horizontal=True):
            navigation.link("import_files", "Upload your files", icon="upload_file")
            navigation.link("overview", "Or explore the sample district from the overview", icon="science")
        st.stop()
    title.caption(loaded_text(view) if entry.of == "selection" else messages.plain(loaded_plain(view)))
    if also is not None:
        title.caption(also(view))
    if setup.is_due(view):
        setup.ask(view)
        st.stop()
    return view


def answers(entry: navigation.Entry) -> str:
    """What a page is for, in a sentence: "This page answers: who is overloaded, who has room?"."""
    asked = entry.question[:1].lower() + entry.question[1:]
    return f"This page answers: {asked}" if asked.endswith("?") else f"This page shows {asked}."


def loaded_text(view: View) -> str:
    """ "OT, PT: logs to Oct 31. SLP: ..." and what is selected, where that isn't everything."""
    shown = "" if view.selection == ALL else f" Showing {filters.sentence(view)}."
    return messages.plain(loaded_plain(view) + shown)


def loaded_plain(view: View) -> str:
    """ "OT, PT: logs to Oct 31. SLP: ..." as plain text."""
    return in_service_words(str(view.figure(ledger.loaded_text)))


def in_service_words(text: str) -> str:
    """A sentence with the services' codes as people say them."""
    return _CODE.sub(lambda found: words.service(found[0].replace(" ", "_")), text)


def about(view: View, what: str) -> str:
    """What a chart or table counts, over what, as of when."""
    earlier = f", as known after {told(view.moment)}" if view.moment else ""
    return f"{what}; {filters.sentence(view)}; {when(view)}{earlier}."


def when(view: View) -> str:
    """Which time figures are of: "data as of Sep 30, 2026", and of which school year where earlier ones are on file too."""
    told = f"data as of {words.day(view.as_of, year=True)}"
    return f"school year {view.school_year}, {told}" if view.from_day else told


def about_all(view: View, what: str) -> str:
    """What a table counts that no filter chooses among, such as uploads, policies or the calendar, and as of when."""
    return f"{what}; data as of {words.day(view.as_of, year=True)}."


def told(moment: Moment) -> str:
    """What the choice and the URL call an earlier ledger: the day and a number, never a file's name, which may hold a
    child's."""
    return f"{words.day(moment.day, year=True)}, {known.KINDS.get(moment.kind, moment.kind)} {moment.event}"


def policies(view: View) -> Policies:
    """The policies of the school year that is shown."""
    found: Policies = view.kept(figures.policies, view.scope, view.as_of, view.then)
    return found


def defaults(view: View) -> list[str]:
    """The set-up questions that nobody has answered yet, in short."""
    answered = policies(view).answered
    return [question.short for question in setup.QUESTIONS if question.policy not in answered]


@contextmanager
def drawer() -> Iterator[None]:
    """What is drawn inside is in a drawer."""
    mark = narrow.DRAWER.set(True)
    try:
        yield
    finally:
        narrow.DRAWER.reset(mark)


def section(text: str) -> None:
    """The heading of a block, as large in a drawer as on a page: Streamlit draws headings in drawers at 65 %, so there it
    takes the next level, whose size in .streamlit/config.toml is made for that."""
    (st.header if narrow.DRAWER.get() else st.subheader)(text, anchor=False)


def colours() -> Palette:
    """The colours of the theme that the viewer sees."""
    return palette(st.context.theme.type)


def answer(sentence: str, view: View, *, of_ledger: bool = False) -> None:
    """The page's answer in one sentence, with "data as of"; ``of_ledger``: also the defaults that nobody has confirmed, and
    what makes it provisional."""
    marks = defaults(view) if of_ledger else []
    with st.container(gap="xxsmall"):
        section(messages.plain(sentence))
        # no badge: on a phone that would be cut off, this goes on to a second line
        in_use = f"&ensp; :gray-background[Defaults in use: {', '.join(marks)}]" if marks else ""
        about = f"{words.begun(when(view))}.{in_use}"
        st.caption(about, help=UNANSWERED if marks else None, width="content")
        if of_ledger:
            provisional.say(view)


UNANSWERED = (
    "Nobody has answered these set-up questions yet, so defaults shape the figures. Answer them on Definitions & settings, "
    "under Policies."
)


def facts(found: Sequence[Fact]) -> None:
    """At most five figures, two by two on a phone, each with its denominator in words.

    They are text, not ``st.metric``, since text is in what the browser loads first: decision 0098.
    """
    seen_in = colours()
    with st.grid(len(found), min_column_width=150, gap="small", border=True):
        for fact in found:
            st.markdown(fact_text(fact, seen_in), help=fact.help or None, anchors=False)


def fact_text(fact: Fact, colours: Palette) -> str:
    """A figure as Markdown: label, value (the only headings of the sixth level), change, course, denominator."""
    parts = [f":small[{messages.plain(fact.label)}]\n###### {messages.plain(fact.value)}"]
    if fact.change:
        tone = {None: "gray", True: "green", False: "red"}[fact.good]
        parts.append(f":{tone}-badge[{messages.plain(_arrowed(fact.change))}] :small[{fact.since}]")
    if len(fact.series) > 1:
        parts[-1] += f"\\\n![Its course, month by month]({sparkline.image(fact.series, colours.accent)})"
    if fact.of:
        of = _HOURS.sub("\u00a0h", messages.plain(fact.of))
        parts.append(f":small[:gray[{of}]]")
    return "\n\n".join(parts)


def _arrowed(change: str) -> str:
    """A change with an arrow in its sign's place; as it is where nothing moved."""
    if not any(sign in change for sign in "123456789"):
        return change
    arrow = "↓" if change.startswith(("-", "−")) else "↑"
    return f"{arrow} {change.lstrip('+-−')}"


def draw(drawing: Drawing | None, *, key: str, otherwise: str = "") -> None:
    """A chart under its message; where there is nothing to draw, a sentence."""
    if drawing is None:
        if otherwise:
            st.caption(otherwise)
        return
    if isinstance(drawing.figure, Bars | Stacks):
        _as_text(drawing, drawing.figure, key)
        return
    with st.container(gap="xxsmall"):
        st.markdown(f"**{messages.plain(drawing.title)}**")
        if drawing.subtitle:
            st.caption(messages.plain(drawing.subtitle))
    config = {"displaylogo": False, "toImageButtonOptions": {"filename": f"minute-ledger-{drawing.name}", "scale": 2}}
    st.plotly_chart(drawing.figure, theme=None, key=key, config=config, alt=spoken.alt(drawing))


def _as_text(drawing: Drawing, found: Bars | Stacks, key: str) -> None:
    """Bars as text of the page; the chart's toolbar, of which one wants the picture, is a button here."""
    told = drawing.title, drawing.subtitle, drawing.alt
    st.html(bars.as_html(found, *told) if isinstance(found, Bars) else stacks.as_html(found, *told))
    st.download_button(
        "PNG", partial(picture.png, drawing), tables.file_name(drawing.name, repr(drawing).encode(), "png"), "image/png",
        key=f"{key}_png", on_click="ignore", type="tertiary", icon=":material/download:",
        help="This chart as a picture, with its message",
    )  # fmt: skip


def more(label: str, key: str, *, in_url: bool = False) -> Any:
    """What stands folded up where it belongs: it runs only when it is open; ``in_url``: also by the URL, which says so."""
    return st.expander(label, key=key, on_change="rerun", bind="query-params" if in_url else None)


def pick(label: str, names: Mapping[str, str], key: str, **options: Any) -> str | None:
    """One of some things by its name; None until one is chosen."""
    chosen = st.selectbox(
        label, list(names), format_func=lambda one: names.get(one, one), index=None, key=key, **options
    )
    return None if chosen is None else str(chosen)


def panels(key: str, found: Mapping[str, Callable[[], None]]) -> None:
    """What stands behind *More*: the names in one row, and beneath it, in their order, those that the URL says are open.

    One row, since the browser draws each closed expander anew whenever anything on the page changes (decision 0098). The URL
    is written here, not by the browser: so each panel is a step that Back takes back (decision 0186).
    """
    chosen = [one for one in st.query_params.get_all(key) if one in found]
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.pills("More", list(found), selection_mode="multi", key=key, on_change=_into_url, args=(key,))
    for name in (one for one in found if one in chosen):
        with st.container():
            section(name)
            found[name]()


def _into_url(key: str) -> None:
    """Write which panels are open into the URL (a callback)."""
    if st.session_state[key]:
        st.query_params[key] = st.session_state[key]
    else:
        st.query_params.pop(key, None)


def named(frame: pd.DataFrame, key: str, names: Mapping[str, str]) -> pd.DataFrame:
    """The frame with a ``name`` column: what the ids of ``key`` are called on screen."""
    return frame.assign(name=[drawings.named(value, names) for value in frame[key]])


_WORDS = {
    "service": words.SERVICES,
    "setting": words.SETTINGS,
    "delivered_setting": words.SETTINGS,
    "reason": words.REASONS,
    "why": words.REASONS,
    "cause": words.CAUSES,
    "rollup": words.ROLLUPS,
    "area": words.AREAS,
    "treatment": words.TREATMENTS,
    "decision": words.DECISIONS,
    "role": words.ROLES,
    "status": {**words.GOAL_STATUS, **words.STATUSES, **words.ITEM_STATUS},
}


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its codes in the words of the screen."""
    made = {
        column: frame[column].map(partial(_word, names)).astype("object")
        for column, names in _WORDS.items()
        if column in frame.columns
    }
    return frame.assign(**made)


def _word(names: Mapping[str, str], code: Any) -> str:
    return "" if words.is_missing(code) else names.get(str(code), str(code).replace("_", " "))
