"""What each figure means: its sentence, formula, the policies that shape it, and where the rule comes from."""

from collections.abc import Collection
from dataclasses import astuple, dataclass, fields, replace

import pandas as pd

from analytics import sources


@dataclass(frozen=True)
class Definition:
    """One figure."""

    name: str
    """As it stands on screen."""
    sentence: str
    formula: str
    policy: str
    """The policies that shape it, by name, comma-separated; empty where none does."""
    source: str


DEFINITIONS = (
    Definition("Expected (E)", "Minutes that the IEP lines promise up to the as-of date, on days that a loaded log covers; on "
               "pages those of the school year that is chosen.",
               "for each instructional day, amount of the cycle / instructional days of the cycle; a week counts five days where "
               "closures are not made up", "closures, edge_months", "rules 2 and 2a"),
    Definition("Covered days", "Days for which a session log of the service is loaded; nothing else is expected, so a log that "
               "isn't loaded yet never looks like missed therapy.",
               "from the first to the last day of each log's months, by service and kind", "", "rules 2a"),
    Definition("Delivered (D)", "Minutes of delivered, partial and make-up sessions that go to the line.",
               "sum of session minutes", "", "rules 4"),
    Definition("Credited (C)", "Delivered minutes, at most what was expected in each credit period; what is beyond doesn't "
               "make up for another child or line.", "min(D, E) in each credit period", "credit_period", "rules 5"),
    Definition("Over-delivered, not carried over", "Delivered minutes beyond what was expected in a credit period.",
               "D - C", "credit_period", "rules 5"),
    Definition("Excused (X)", "Minutes missed for reasons that the district sets aside, such as student absence.",
               "min(minutes missed for excused reasons, E - C)", "the treatment of each reason, shortfall_order",
               "rules 5 and 6"),
    Definition("For review (R)", "Minutes missed for reasons that a person should look at, such as state testing.",
               "min(minutes missed for review reasons, E - C - X)", "the treatment of each reason, shortfall_order",
               "rules 5 and 6"),
    Definition("Make-up candidates (O)", "Minutes of closed periods that were neither delivered nor set aside nor under review.",
               "E - C - X - R once the period is closed", "credit_period", "rules 5"),
    Definition("Not accounted for (U)", "The part of the make-up candidates without a session and without a reason on file.",
               "min(O, max(0, E - D - minutes with any reason))", "", "rules 5"),
    Definition("Delivered % of all expected (gross)", "Of all expected minutes, how many were credited.",
               "sum C / sum E; n/a where E is 0", "closures, credit_period", "rules 5"),
    Definition("Delivered %, student absences set aside (adjusted)", "Of the expected minutes that weren't excused, how many "
               "were credited.", "sum C / sum (E - X); n/a where E - X is 0", "the treatment of each reason", "rules 5"),
    Definition("Delivered %, provider-caused only", "What share of the expected minutes was not lost to a provider's recorded "
               "absence, vacancy, meeting or connection; hours not accounted for are nobody's, so it is an upper bound.",
               "sum (E - min(minutes missed for a provider's reason, E - C)) / sum E, by line and credit period", "",
               "decision 0074"),
    Definition("Open make-ups", "Items of the worklist: a line and closed period half a session or more short that no decision "
               "has settled, those of earlier school years among them. A decision changes the item's status and no minute.",
               "O of half a planned session or more, less what was declined, decided, awarded or made up", "",
               "rules 5, decision 0075"),
    Definition("Compensatory award: left", "What is still to be given of an award of compensatory minutes. Sessions count that "
               "name the award; they are in no other figure.", "minutes awarded - minutes of its sessions to date, not below 0",
               "", "rules 4, decision 0581"),
    Definition("Credit month", "A week belongs to the month that holds most of its instructional days, so nobody is behind "
               "because a month ended on a Tuesday.", "whole weeks; a tie goes to the later month", "credit_period", "rules 5"),
    Definition("Holiday, inferred", "In a week with closed weekdays, the unexplained shortfall of a child who is seen regularly.",
               "up to the minutes per session for each closed weekday", "closures, the treatment of the reason holiday",
               "rules 5"),
    Definition("Extended school year (ESY)", "Lines of the extended school year and the sessions that go to them: the same "
               "figures in a ledger of its own, in no other figure.",
               "as expected, delivered and credited; days are those with students in attendance, and from June to August the "
               "weekdays that no calendar lists, provisionally", "closures, credit_period", "rules 4, decision 0580"),
    Definition("Outside any mandate", "Delivered minutes that belong to no line of the student on file.",
               "sum of session minutes without a line, after the student's first line", "", "rules 4"),
    Definition("After a lapsed line", "Minutes after a line's end date while no successor is on file; in no rate, but listed.",
               "accrual after the end until a newer line, at most to the as-of date", "", "rules 3"),
    Definition("Amount can't be read", "Lines such as 'as needed': listed beside the headline and in no figure.",
               "count of lines", "", "rules 1"),
    Definition("Band", "How a line stands by its adjusted rate; a line less than two sessions short is watch at worst.",
               "on track, watch, at risk, critical, no service; too early until one cycle has closed",
               "on_track, watch, at_risk", "rules 8"),
    Definition("Students behind", "Students with a line two or more planned sessions short in closed periods.",
               "count of students with E - X - C of a line >= 2 x planned minutes a session", "", "rules 8"),
    Definition("Sessions short", "What closed periods lack, in planned sessions.",
               "(E - X - C of closed periods) / planned minutes a session", "default_session_minutes", "rules 8"),
    Definition("Not seen", "Direct lines in force without a delivered session for ten covered school days; days of the student's "
               "own absence don't count.", "covered school days since the last session, or twice the days per planned session",
               "not_seen_days", "rules 6"),
    Definition("Watch list", "Service lines whose student is absent often. Absent is who wasn't there, excused or not; who "
               "refuses or is suspended isn't.",
               "three own absences in a row, or three of the last twelve planned sessions that a log tells", "",
               "rules 6, decision 0582"),
    Definition("Hidden on the board view", "Groups of fewer than ten students, and as many more cells as keep the rest from "
               "telling of one; in groups under four times that number, rates beyond 95% and 5% are told as over and under.",
               "students < 10, or a sum or difference of shown cells and totals would be such a group",
               "suppress_below", "rules 13, decision 0099"),
    Definition("Service lines on track", "Of the lines that can be judged yet, those in the band on track.",
               "lines on track / lines with a band", "on_track, watch, at_risk", "rules 8"),
    Definition("Evidence", "Lines with at least one delivered session.", "lines with a session / lines", "", "rules 7"),
    Definition("Frequency", "Sessions that count, of those required in closed cycles.",
               "min(sessions counted, required) / required", "session_counts_at", "rules 7"),
    Definition("Duration", "Lines whose credited minutes reach what was expected.", "sum C >= sum (E - X)", "", "rules 7"),
    Definition("Setting differs from the IEP (drift)", "Delivered minutes in another setting than the line names.",
               "minutes elsewhere / delivered minutes", "", "rules 7 and 11"),
    Definition("Year-end at this pace", "The pace of the last six covered weeks, carried to the end of the line or year.",
               "(C + P x remaining E) / (E - X + remaining E), P = min(1, C / (E - X)) of six weeks", "", "rules 9"),
    Definition("Year-end, at least and at most", "Four times in five the year ends between these two, by how the closed weeks of "
               "the line, else of its provider, differ; none where there are fewer than four.",
               "pace -/+ 1.28 x spread of weekly rates x sqrt(1 / weeks left + 1 / weeks of the pace), between 0 and 1",
               "shortfall_order", "rules 9"),
    Definition("Catch-up a week", "Extra minutes a week to make up what is short by the end.",
               "(O + R) / instructional weeks left", "", "rules 9"),
    Definition("Missed, by reason", "Missed minutes as logged, uncapped, so that nothing disappears.",
               "the row's minutes, or the line's planned minutes a session where the row has none", "", "rules 5 and 6"),
    Definition("Delivery mix", "Planned minutes by the setting of the line, delivered minutes by the setting of the session.",
               "minutes of the setting / all minutes; student-minutes, or provider-minutes where a group counts once", "",
               "rules 11"),
    Definition("Of the goal met", "How far the latest measurement is from the baseline towards the target.",
               "(current - baseline) / (target - baseline)", "", "rules 10"),
    Definition("Goal status", "Mastered, stale, too few measurements, off track, at risk or on track.",
               "4 to 7 measurements: the last four against the aimline; 8 and more: Theil-Sen trend to the due date", "",
               "rules 10"),
    Definition("Flat goal", "A goal whose trend would carry it less than a tenth of the way to its target by its due date, or "
               "away from it. No status, and in no rate.",
               "Theil-Sen slope a week x weeks from start to due date / (target - baseline) < 0.1; from 4 measurements on",
               "", "rules 10, decision 0133"),
    Definition("Load", "All the work a week that the lines in force require of a provider.",
               "direct on the provider's clock + indirect + documentation + travel + evaluations + meetings + supervision",
               "documentation_minutes, travel_minutes, evaluation_minutes, meeting_minutes, evaluations_per_student, "
               "meetings_per_student, work_weeks", "rules 12"),
    Definition("As known after", "The ledger as it stood after an earlier upload or change, with the calendar and policies of "
               "that day, or restated with those of now.", "rows and choices in force after that event", "", "design 2"),
    Definition("Days to upload", "How long a session takes to reach the ledger.",
               "median of the first file's load date less the session's date", "", "design 2"),
    Definition("Capacity", "A provider's contract minutes a week, less planning and other duties.",
               "contract minutes, or 2250 x FTE, - 200 x FTE (without an FTE, 200 in 2250) - other duties",
               "contract_minutes_per_fte, planning_minutes_per_fte", "rules 12"),
    Definition("Load of capacity", "How much of a provider's week the load takes; no figure without a staff list, since an FTE "
               "is never assumed.", "load / capacity", "overloaded_above, room_below", "rules 12"),
    Definition("Students per FTE", "A provider's students by full-time equivalent, beside the cap that the district entered.",
               "students with a line in force / FTE",
               "the caps of OT, PT and SLP, alone and with an assistant", "rules 12"),
    Definition("FTE needed", "Full-time providers that the lines in force need, and next year with the same lines renewed and "
               "grade 12 gone.",
               "(direct + indirect + documentation + evaluations + meetings) / (contract - planning of one FTE)",
               "contract_minutes_per_fte, planning_minutes_per_fte", "rules 12"),
    Definition("Suggested rebalancing", "Moves of whole schools or single lines, kept low in this order: load above the ceiling "
               "or without a therapist, therapist-school pairs, students who change therapist, zones crossed, load outside 80 "
               "to 100% of capacity.",
               "a plan is called best possible, or within a share of it, only as far as that is proven", "overloaded_above",
               "rules 12"),
)  # fmt: skip


CHAPTERS = {
    "Expected (E)": "Minutes", "Delivered % of all expected (gross)": "Rates", "Open make-ups": "Make-ups and periods",
    "Outside any mandate": "Minutes in no rate", "Band": "Students and lines", "Evidence": "Sessions and settings",
    "Year-end at this pace": "Where the year leads", "Missed, by reason": "Pictures", "Of the goal met": "Goals",
    "Load": "Workload",
    "As known after": "The ledger",
}  # fmt: skip
"""The first figure of each chapter, and what the chapter is called."""


WORKED_OUT = {
    "corners.md#expected": ("Expected (E)",),
    "corners.md#coverage": ("Covered days",),
    "corners.md#sessions": ("Delivered (D)", "Outside any mandate"),
    "corners.md#credit_periods": ("Credited (C)", "Over-delivered, not carried over", "Credit month"),
    "corners.md#reasons": (
        "Excused (X)", "For review (R)", "Make-up candidates (O)", "Not accounted for (U)", "Missed, by reason",
    ),
    "corners.md#worked_cases": (
        "Delivered % of all expected (gross)", "Delivered %, student absences set aside (adjusted)", "Amount can't be read",
    ),
    "corners.md#inferred_holidays": ("Holiday, inferred",),
    "corners.md#extended_year": ("Extended school year (ESY)",),
    "corners.md#lapsed": ("After a lapsed line",),
    "corners.md#bands": ("Band", "Service lines on track", "Evidence"),
    "corners.md#frequency": ("Frequency",),
    "../tests/spec/test_conformity.py": ("Duration", "Sessions short"),
    "../tests/spec/test_projection.py": ("Year-end at this pace", "Year-end, at least and at most", "Catch-up a week"),
    "../tests/spec/test_mix.py": ("Delivery mix", "Setting differs from the IEP (drift)"),
    "../tests/spec/test_goals.py": ("Of the goal met", "Goal status"),
    "../tests/ui/test_words_of_blocks.py": ("Flat goal",),
    "../tests/spec/test_suppression.py": ("Hidden on the board view",),
    "../tests/analytics/test_compliance.py": ("Delivered %, provider-caused only", "Open make-ups"),
    "../tests/analytics/test_awards.py": ("Compensatory award: left",),
    "../tests/analytics/test_behind.py": ("Students behind",),
    "../tests/analytics/test_overview.py": ("Not seen",),
    "../tests/analytics/test_watch_list.py": ("Watch list",),
    "../tests/analytics/test_known.py": ("As known after", "Days to upload"),
    "../tests/analytics/test_caseload.py": ("Load", "Capacity", "Load of capacity", "Students per FTE", "FTE needed"),
    "../tests/analytics/rebalance": ("Suggested rebalancing",),
}  # fmt: skip
"""Where a person worked out what each figure comes to: the corners of the rules, else the cases of a test."""
_CASES = {name: place for place, names in WORKED_OUT.items() for name in names}


def all() -> pd.DataFrame:  # noqa: A001 - the public name
    """Every figure: name, sentence, formula, policy (the policies that shape it), source (law, paper, policy or own
    definition), by ``chapter``."""
    told = [replace(one, source=sources.in_words(one.source)) for one in DEFINITIONS]
    frame = pd.DataFrame([astuple(one) for one in told], columns=[field.name for field in fields(Definition)])
    return frame.assign(chapter=frame["name"].map(CHAPTERS).ffill())


def sources_of(names: Collection[str]) -> list[tuple[str, str]]:
    """(source, what it says) of the figures of these names, each once."""
    return sources.listed([one.source for one in DEFINITIONS if one.name in names])


def markdown() -> str:
    """The same as a page of the documentation."""
    head = (
        "# What each figure means\n\nWritten by `python -m analytics.definitions > docs/definitions.md`. "
        "Each figure names the cases that a person worked out of it; [corners.md](corners.md) has the most of them.\n"
    )
    parts = [
        (f"\n## {CHAPTERS[one.name]}\n" if one.name in CHAPTERS else "")
        + f"\n### {one.name}\n\n{one.sentence}\n\n- Formula: {one.formula}.\n"
        + (f"- Policies: {one.policy}.\n" if one.policy else "")
        + f"- {sources.in_words(one.source)}.\n"
        + f"- Worked out by hand: [{_CASES[one.name].split('/')[-1]}]({_CASES[one.name]}).\n"
        for one in DEFINITIONS
    ]
    listed = "".join(f"- {name}. {says}\n" for name, says in sources_of([one.name for one in DEFINITIONS]))
    return head + "".join(parts) + f"\n## Sources\n\n{listed}"


if __name__ == "__main__":
    print(markdown(), end="")
