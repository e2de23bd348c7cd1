"""Where each rule comes from, in words: what the law or the literature says, and what is this product's own rule."""

import re

_RULES = {
    "1": "what a service line is; its amount, frequency, location and duration are the IEP's: 34 CFR 300.320(a)(7)",
    "2": "expected minutes: services are due as the IEP states them from its first day, 34 CFR 300.323(c)(2); that they accrue "
    "by instructional day is this product's rule",
    "2a": "which logs are loaded: this product's rule, so that nothing is held against a log that isn't there",
    "3": "which line is in force: the IEP's own dates, 34 CFR 300.320(a)(7), and its amendments, 300.324(a)(4)",
    "4": "delivered minutes: this product's rule; a missed session is never counted as delivered",
    "5": "credit periods: this product's rule; courts ask for a material shortfall, not minute for minute (Van Duyn v. Baker, "
    "9th Cir. 2007; Reid v. District of Columbia, D.C. Cir. 2005), and OSEP decides case by case (Letter to Clarke, 2007)",
    "6": "reasons of a missed session: the district's policy, as OSEP's Letter to Clarke (2007) leaves it to each case",
    "7": "evidence, frequency and duration apart from one another, as the monitor of Los Angeles' consent decree measured them",
    "8": "bands: the district's policy; no federal percentage makes an IEP complied with (OSEP's Letter to Clarke, 2007)",
    "9": "projection: this product's rule",
    "10": "goals: how progress is measured and when it is reported, 34 CFR 300.320(a)(3); the trend is that of Theil (1950) and "
    "Sen (1968)",
    "11": "delivery mix: the location of services, 34 CFR 300.320(a)(7), and the least restrictive environment, 300.114",
    "12": "workload: the workload approach of AOTA, APTA and ASHA (2014), with the district's own minutes",
    "13": "small groups: de-identified records under FERPA, 34 CFR 99.31(b)(1)",
}
_DECISIONS = {
    "0074": "this product's definition of minutes missed by a provider",
    "0075": "this product's rule of what settles a make-up",
    "0099": "no sum or difference of what is shown tells of a small group",
    "0133": "this product's rule of when a trend is flat",
}
DESIGN = "kept by this product with every row: which upload brought it, and when"


def in_words(source: str) -> str:
    """A source such as ``rules 5 and 6, decision 0075`` as a person outside of the project understands it.

    Errors: KeyError for a rule or decision that has no words.
    """
    if source.startswith("design"):
        return DESIGN
    rules, _, decision = source.partition("decision ")
    told = [f"Rule {number}, {_RULES[number]}" for number in re.findall(r"\d+a?", rules)]
    told += [_DECISIONS[decision]] if decision else []
    return "; ".join(told)
