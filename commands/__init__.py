"""The command line's commands, a file for each subject; cli.py puts them together."""
