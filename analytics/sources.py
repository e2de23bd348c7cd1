"""Where each figure comes from, in words: the law, a paper, or this product's own definition; rules' numbers stay inside."""

import re

_RULES = {
    "1": "the IEP states amount, frequency, location and duration: 34 CFR 300.320(a)(7)",
    "2": "services are due as the IEP states them, from its first day: 34 CFR 300.323(c)(2); that they accrue by instructional "
    "day is this product's own definition",
    "2a": "this product's own definition: nothing is held against a log that isn't loaded",
    "3": "the IEP's own dates, 34 CFR 300.320(a)(7), and its amendments, 300.324(a)(4)",
    "4": "this product's own definition: a missed session is never counted as delivered",
    "5": "this product's own definition of credit periods; courts ask for a material shortfall, not minute for minute (Van Duyn "
    "v. Baker, 9th Cir. 2007; Reid v. District of Columbia, D.C. Cir. 2005), and OSEP decides case by case (Letter to Clarke, "
    "2007)",
    "6": "the reasons of a missed session are the district's policy, as OSEP's Letter to Clarke (2007) leaves it to each case",
    "7": "evidence, frequency and duration apart from one another, as the monitor of Los Angeles' consent decree measured them",
    "8": "the district's policy; no federal percentage makes an IEP complied with (OSEP's Letter to Clarke, 2007)",
    "9": "this product's own definition",
    "10": "how progress is measured and when it is reported: 34 CFR 300.320(a)(3); the trend is that of Theil (1950) and Sen "
    "(1968)",
    "11": "the location of services, 34 CFR 300.320(a)(7), and the least restrictive environment, 300.114",
    "12": "the workload approach of AOTA, APTA and ASHA (2014), with the district's own minutes",
    "13": "de-identified records under FERPA: 34 CFR 99.31(b)(1)",
}
_DECISIONS = {
    "0074": "this product's own definition of minutes missed by a provider",
    "0075": "what settles a make-up is this product's own definition",
    "0099": "that no sum or difference of what is shown tells of a small group is this product's own definition",
    "0133": "when a trend is flat is this product's own definition",
}
DESIGN = "Kept by this product with every row: which upload brought it, and when"


def in_words(source: str) -> str:
    """A source such as ``rules 5 and 6, decision 0075`` as a person outside of the project understands it.

    Errors: KeyError for a rule or decision that has no words.
    """
    if source.startswith("design"):
        return DESIGN
    rules, _, decision = source.partition("decision ")
    told = [_RULES[number] for number in re.findall(r"\d+a?", rules)]
    told += [_DECISIONS[decision]] if decision else []
    first, *more = told
    return "; ".join([first[0].upper() + first[1:], *more])
