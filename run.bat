@echo off
rem run.bat        sets up a virtual environment and starts Minute Ledger in the browser
rem run.bat test   sets up and runs every check and the tests that aren't slow; run.bat test --all the slow ones too
setlocal
cd /d "%~dp0"
set "WANT=requirements.txt"
if /i "%~1"=="test" set "WANT=requirements-dev.txt"

if exist .venv\Scripts\python.exe goto install
set "PY="
for %%P in ("py -3" "python" "python3") do (
    if not defined PY %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PY=%%~P"
)
if not defined PY (
    echo Minute Ledger needs Python 3.11 or newer, and none was found; install it from python.org and run this again.
    pause
    exit /b 1
)
echo Setting up (once): making a virtual environment in .venv ...
%PY% -m venv .venv || (
    echo This Python can't make virtual environments; install Python from python.org and run this again.
    pause
    exit /b 1
)

:install
fc /b "%WANT%" ".venv\%WANT%.installed" >nul 2>&1 && goto start
echo Setting up (once): installing the libraries of %WANT%, about a minute ...
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r "%WANT%" || (
    echo The libraries could not be installed; check the network connection and run this again.
    pause
    exit /b 1
)
copy /y "%WANT%" ".venv\%WANT%.installed" >nul

:start
if /i "%~1"=="test" goto test
if /i "%~1"=="cli" goto cli
.venv\Scripts\python -m streamlit run app.py --server.headless false
if errorlevel 1 pause
exit /b %errorlevel%

:cli
.venv\Scripts\python cli.py %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:test
set FAILED=0
if /i "%~2"=="--all" set MINUTES_ALL=1
.venv\Scripts\python -m ruff check . || set FAILED=1
.venv\Scripts\python -m ruff format --check . || set FAILED=1
.venv\Scripts\python -m mypy || set FAILED=1
.venv\Scripts\lint-imports --no-cache || set FAILED=1
.venv\Scripts\python -m pytest || set FAILED=1
exit /b %FAILED%
