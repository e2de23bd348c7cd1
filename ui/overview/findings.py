"""What in the data deserves a look, with its rows and the page on which it is mended; totals that another system stated."""

from functools import partial

import streamlit as st

from analytics import comparing
from analytics import findings as figures
from ui.history import knowing
from ui.overview import changed_lines, missing_lines
from ui.parts import columns, page, tables, words
from ui.parts.tables import Col
from ui.shell import drill, navigation
from ui.shell.session import View

PLACES = {
    "import_files": "Open Import",
    "definitions": "Open the calendar",
    "delivery_mix": "Open Delivery mix",
    "goal_progress": "Open Goal progress",
}
DRIFT = ("setting_drift", "grouping_drift")
ELSEWHERE = {
    "day": Col("Line since", "date"),
    "minutes": Col(
        "Delivered so", "hours", "Otherwise than the IEP says; lines for which it is a quarter or more, most first"
    ),
}
TITLE, CHOSEN = "Data-quality findings", "finding_rows"
COMPARED = {
    "student_name": columns.STUDENT,
    "service": Col("Service"),
    "stated_year_minutes": Col("Year, theirs", "minutes", "The other system's total for the year"),
    "year_minutes": Col("Year, here", "minutes", "Expected on the school year's days on which the line is in force"),
    "year_difference": Col("Difference", "minutes", "Theirs less ours"),
    "year_cause": Col("Likely cause"),
    "stated_delivered_minutes": Col("Delivered, theirs", "minutes"),
    "stated_as_of": Col("As of", "date", "The day of their total; without one, the as-of date is compared"),
    "delivered_minutes": Col("Delivered, here", "minutes", "Given to the line up to that day, over-delivery included"),
    "delivered_difference": Col("Difference", "minutes", "Theirs less ours"),
    "delivered_cause": Col("Likely cause"),
    "school": columns.SCHOOL,
    "provider_name": columns.PROVIDER,
    "source_file": Col("File"),
    "source_row": Col("Row", "amount", columns.ROW),
}


def panel(view: View) -> None:
    """Findings with their rows, then the comparison, then how late rows arrive."""
    found = view.figure(figures.all)
    if found.empty:
        st.caption("Nothing in the loaded rows looks wrong.")
    else:
        tables.show(
            found,
            columns.FINDINGS,
            key="findings",
            alt="Data-quality findings and how to mend them; choose one to see its rows",
            about=page.about(view, "Data-quality findings"),
            on_pick=lambda place: st.session_state.update({CHOSEN: str(found["finding"].iloc[place])}),
        )
        texts = dict(zip(found["finding"], found["text"], strict=True))
        chosen = st.selectbox(
            "Rows of", list(texts), index=None, format_func=lambda finding: texts.get(finding, finding),
            placeholder="Choose a finding to see its rows", key=CHOSEN,
        )  # fmt: skip
        if chosen in texts:
            _rows(view, str(chosen))
    changed_lines.answered(view)
    compare(view)
    st.markdown("**How late sessions arrive**")
    knowing.delays(view)


def _rows(view: View, chosen: str) -> None:
    """The rows of one finding; a row opens its student, the button the page where it is mended."""
    one = figures.named(chosen)
    st.caption(one.fix)
    if chosen == missing_lines.FINDING:
        missing_lines.ask(view)
    if chosen == changed_lines.FINDING:
        changed_lines.ask(view)
    navigation.link(one.place, PLACES[one.place], icon="build")
    rows = view.figure(figures.rows, finding=chosen)
    tables.show(
        page.in_words(rows),
        columns.FINDING_ROWS | ELSEWHERE if chosen in DRIFT else columns.FINDING_ROWS,
        key="rows_of_finding",
        alt="Rows of the finding; choose one to open its student",
        about=page.about(view, f"Rows of one finding: {one.text}"),
        on_pick=partial(drill.into_student, rows),
    )


def compare(view: View) -> None:
    """Totals that a file stated beside the ledger's; nothing where no file brought any."""
    found = view.figure(comparing.by_line)
    if found.empty:
        return
    st.markdown("**Compare with your system**")
    apart = found[(found["year_cause"] != "") | (found["delivered_cause"] != "")]
    st.caption(
        f"{words.plural(len(apart), 'line differs', 'lines differ')} of {words.count(len(found))} for which a file states "
        "totals. Stated totals are in no figure."
    )
    tables.show(
        page.in_words(found),
        COMPARED,
        key="compared",
        alt="Stated totals beside the ledger's own; choose a row to open its student",
        about=page.about(view, "Totals that another system stated, and ours"),
        on_pick=partial(drill.into_student, found),
    )
