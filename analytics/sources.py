"""Where each figure comes from: the law, a paper, the district's policy or this product's own definition, by short names, and
once what each of them says; rules' numbers stay inside."""

import re
from dataclasses import dataclass

OWN, POLICY = "Own definition", "District policy"


@dataclass(frozen=True)
class Source:
    """Where a rule comes from: its ``kind`` and ``name`` as figures name it, and what it says in full."""

    kind: str
    name: str
    says: str


_RULES = {
    "1": Source("Law", "what an IEP states", "Amount, frequency, location and duration of each service: 34 CFR 300.320(a)(7)."),
    "2": Source("Law", "when services begin", "They are due as the IEP states them, from its first day: 34 CFR 300.323(c)(2). "
                "That minutes accrue by instructional day is defined here."),
    "2a": Source(OWN, "covered days", "Nothing is held against a log that isn't loaded."),
    "3": Source("Law", "the IEP's dates and amendments", "34 CFR 300.320(a)(7) and 300.324(a)(4)."),
    "4": Source(OWN, "what is delivered", "A missed session never is."),
    "5": Source(OWN, "credit periods", "Courts ask for a material shortfall, not minute for minute (Van Duyn v. Baker, 9th Cir. "
                "2007; Reid v. District of Columbia, D.C. Cir. 2005)."),
    "6": Source(POLICY, "reasons of missed sessions", "OSEP's Letter to Clarke (2007) leaves them to each case."),
    "7": Source("Paper", "evidence, frequency and duration apart", "As the monitor of Los Angeles' consent decree measured them, "
                "since one can hide another."),
    "8": Source(POLICY, "bands", "No federal percentage makes an IEP complied with (OSEP's Letter to Clarke, 2007)."),
    "9": Source(OWN, "projection", "An estimate from the pace of the last weeks."),
    "10": Source("Law", "progress on goals", "How it is measured and when it is reported: 34 CFR 300.320(a)(3). The trend is "
                 "that of Theil (1950) and Sen (1968)."),
    "11": Source("Law", "where services are given", "Their location, 34 CFR 300.320(a)(7), and the least restrictive "
                 "environment, 300.114."),
    "12": Source("Paper", "workload", "The approach of AOTA, APTA and ASHA (2014), with the district's own minutes."),
    "13": Source("Law", "records without names", "De-identified records under FERPA: 34 CFR 99.31(b)(1)."),
    "design": Source(OWN, "history", "Each row keeps which upload brought it, and when."),
}  # fmt: skip
_DECISIONS = {
    "0074": Source(
        OWN, "minutes lost to a provider", "Absence, vacancy, meetings and connections that the log records."
    ),
    "0075": Source(OWN, "what settles a make-up", "A decision about the item, of which no minute changes."),
    "0099": Source(OWN, "small groups", "No sum or difference of what is shown may tell of one."),
    "0581": Source(OWN, "balances of awards", "A session serves the award that it names, and nothing else."),
    "0582": Source(OWN, "who is watched", "A list for looking into, of which no minute changes."),
    "0580": Source(
        "Law",
        "extended school year",
        "When a child needs services beyond the school year: 34 CFR 300.106. The days that count are defined here.",
    ),
    "0133": Source(OWN, "flat goals", "A tenth of the way is what noise can't be told from."),
}


def of(source: str) -> list[Source]:
    """The sources that ``rules 5 and 6, decision 0075`` stands for, or ``design 2``.

    Errors: KeyError for a rule or decision that has no words.
    """
    if source.startswith("design"):
        return [_RULES["design"]]
    rules, _, decision = source.partition("decision ")
    found = [_RULES[number] for number in re.findall(r"\d+a?", rules)]
    return found + ([_DECISIONS[decision]] if decision else [])


def in_words(source: str) -> str:
    """Such a source by the names of what it stands for, those of a kind together: "Own definition: credit periods, what
    settles a make-up; district policy: ..."."""
    by_kind: dict[str, list[str]] = {}
    for one in of(source):
        by_kind.setdefault(one.kind, []).append(one.name)
    told = "; ".join(f"{kind[0].lower()}{kind[1:]}: {', '.join(names)}" for kind, names in by_kind.items())
    return told[0].upper() + told[1:]


def listed(sources: list[str]) -> list[tuple[str, str]]:
    """(name with its kind, what it says) of each source that these stand for, once, in their order."""
    return list(dict.fromkeys((f"{one.kind}: {one.name}", one.says) for told in sources for one in of(told)))
