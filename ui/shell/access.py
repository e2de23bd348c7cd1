"""Who is looking. One place, so that sign-in can come later without touching a page."""

from analytics.scope import EVERYTHING, Scope


def scope() -> Scope:
    """What this viewer may see; without sign-in, everything in the district."""
    return EVERYTHING


def viewer() -> str:
    """Who is written beside an import or a setting; without sign-in, whoever sits at this computer."""
    return "this computer"
