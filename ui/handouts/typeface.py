"""The screen's typeface as plain fonts for paper: it ships with Streamlit as one variable font for the browser."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import streamlit
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Source Sans"
WEIGHTS = {"": 400.0, "B": 650.0}
_SLOW = ("GPOS", "GSUB", "GDEF", "HVAR", "MVAR")
"""Kerning and ligatures, which paper can do without: fixing their weight takes most of a minute, the rest a second."""


@cache
def files() -> dict[str, Path]:
    """A TrueType file for each style ("" and "B"), made once a process in a folder that goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="minute-ledger-type-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return {style: _fixed(folder, weight) for style, weight in WEIGHTS.items()}


def _fixed(folder: Path, weight: float) -> Path:
    font = TTFont(variable())
    for table in _SLOW:
        if table in font:
            del font[table]
    fixed = instantiateVariableFont(font, {"wght": weight}, inplace=True)
    fixed.flavor = None
    path = folder / f"{weight:.0f}.ttf"
    fixed.save(path)
    return path


def variable() -> Path:
    """The file as Streamlit ships it: every weight in one font, for the browser."""
    media = Path(streamlit.__file__).with_name("static") / "static" / "media"
    (found,) = media.glob("SourceSansVF-Upright.ttf.*.woff2")
    return found
