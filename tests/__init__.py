"""Tests of every room, each in a folder of its name."""

import os
import sys

# Where the machine keeps no bytecode, each worker would take every test apart again, and each server and child that tests
# start would compile the whole project; it is kept in folders that git ignores.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
