"""What somebody chooses is a step of the browser's history, which Back takes back (decision 0187); and a control that its own
press takes away leaves the keyboard at the one before it (decision 0385)."""

from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse

SCRIPT = Path(__file__).with_name("steps.js")


async def serve(_request: Request) -> FileResponse:
    """The script's file, asked for by each visit."""
    return FileResponse(SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def load() -> None:
    """Have the browser run it, once a visit; the security headers allow scripts of this server alone."""
    st.html(f'<script src="./{SCRIPT.name}"></script>', unsafe_allow_javascript=True)
