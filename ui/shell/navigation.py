"""The pages, in one registry: links and switches take these objects, never paths or URLs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class Entry:
    """One page: its file, its place in the URL, its name and icon, the question it answers, the files that it needs, and
    what it has to do with the filters."""

    name: str
    title: str
    icon: str
    question: str
    needs: str = ""
    of: Literal["selection", "whole", "year", "nothing"] = "selection"
    """What the page is of: the filters' selection, everything to the as-of date, a school year, or no filter at all."""


ENTRIES = (
    Entry(
        "overview",
        "Overview",
        "home",
        "What is loaded, are we delivering, who hasn't been seen, what needs a decision?",
    ),
    Entry(
        "compliance",
        "Compliance",
        "fact_check",
        "Who is behind, by how much, since when and why?",
        "IEP service lines and session logs; a calendar makes its figures final",
    ),
    Entry(
        "delivery_mix",
        "Delivery mix",
        "donut_small",
        "Are push-in, pull-out, consult and group delivered as planned?",
        "IEP service lines for what is planned, session logs for what was delivered",
    ),
    Entry(
        "goal_progress",
        "Goal progress",
        "trending_up",
        "Which progress reports are missing; which goals are off track, flat or unmeasured?",
        "goals with their measurements or progress codes; session logs put minutes beneath",
    ),
    Entry(
        "caseloads",
        "Caseloads",
        "groups",
        "Who is overloaded, who has room?",
        "IEP service lines; a staff list tells capacity, site days tell travel",
    ),
    Entry(
        "student",
        "Student",
        "person",
        "One student on one screen",
        "IEP service lines and session logs; goals stand beside them",
        of="whole",
    ),
    Entry(
        "board_view",
        "Board view",
        "account_balance",
        "What may the board see of the district, its services and schools?",
        "IEP service lines and session logs of ten students or more",
        of="whole",
    ),
    Entry("import_files", "Import", "upload_file", "Upload, map, preview, confirm", of="nothing"),
    Entry("history", "History", "history", "What was loaded, what it changed, and undo", of="nothing"),
    Entry(
        "definitions", "Definitions & settings", "tune", "What each figure means; calendar, policies, codes", of="year"
    ),
)


def url_path(entry: Entry) -> str:
    """The page's place in the URL: its file's name with hyphens, Import and Definitions by their short names."""
    return {"import_files": "import"}.get(entry.name, entry.name.replace("_", "-"))


def pages() -> dict[str, Any]:
    """A ``st.Page`` for every entry, by name, made once a run; absolute paths, since the shell lives elsewhere."""
    return {
        entry.name: st.Page(
            PAGES / f"{entry.name}.py",
            title=entry.title,
            icon=f":material/{entry.icon}:",
            url_path=url_path(entry),
            default=entry.name == "overview",
            help=entry.question,
        )
        for entry in ENTRIES
    }


_REGISTERED = "_pages"


def menu() -> Any:
    """Streamlit's own menu with all pages, in one list (in sections it is no list to a screen reader); the page to run."""
    made = pages()
    st.session_state[_REGISTERED] = made
    return st.navigation(list(made.values()))


def page(name: str) -> Any:
    """The registered page of that name, for ``st.switch_page`` and ``st.page_link``."""
    return st.session_state[_REGISTERED][name]


def entry(shown: Any) -> Entry:
    """The entry of a page that Streamlit is about to run."""
    return next(one for one in ENTRIES if one.title == shown.title)


def title(name: str) -> str:
    """What the page of that name is called in the menu."""
    return next(entry.title for entry in ENTRIES if entry.name == name)


def link(name: str, label: str, *, icon: str = "arrow_forward", **query: str) -> None:
    """A link to a page; ``query`` goes into the URL."""
    st.page_link(page(name), label=label, icon=f":material/{icon}:", query_params=query or None)


def go(name: str, **query: str) -> None:
    """Open a page now."""
    st.switch_page(page(name), query_params=query)
