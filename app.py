"""Launcher: `streamlit run app.py`. Opens the ledger, warms the server, closes the ledger at the end; the screens start
in ui/shell/shell.py, which has no pages/ folder beside it, since Streamlit would make its own menu of one."""

import atexit
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from ui.parts import messages  # noqa: E402 - the project must be on the path first
from ui.server import ahead, assets, bundles, landing, quiet, sockets, stores, warm  # noqa: E402
from ui.server.headers import SecurityHeaders  # noqa: E402
from ui.shell import steps  # noqa: E402


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the ledger before the first visitor, so that migrations and the first import of libraries cost nobody."""
    stores.open_default()
    warm.up()
    assets.warm()
    warm.settle()
    atexit.register(gc.unfreeze)
    figures_ahead = ahead.Ahead(stores.OWN)
    try:
        yield
    finally:
        figures_ahead.stop()
        stores.close_all()


async def readyz(_request: Request) -> JSONResponse:
    """200 while the ledger answers; Streamlit's own health check knows nothing of the database."""
    ready = stores.is_ready()
    return JSONResponse({"ready": ready}, status_code=200 if ready else 503)


async def overview(request: Request) -> RedirectResponse:
    """The landing page lives at /, and Streamlit knows no other address for it."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")


def on_script_error(error: Exception) -> bool:
    """Say in the page that it failed, and where in the program; values stay out of the page and of the log."""
    messages.page_failed(quiet.place(error))
    return True


quiet.install()
app = st.App(
    ROOT / "ui" / "shell" / "shell.py",
    lifespan=lifespan,
    middleware=[
        Middleware(sockets.NoDelay),
        Middleware(bundles.Bundles),
        Middleware(SecurityHeaders),
        Middleware(assets.StaticAssets),
        Middleware(landing.Landing),
    ],
    routes=[Route("/readyz", readyz), Route("/overview", overview), Route(f"/{steps.SCRIPT.name}", steps.serve)],
    on_script_error=on_script_error,
)

if __name__ == "__main__":
    app.run()
