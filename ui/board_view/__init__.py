"""The Board view: on the screen and on paper."""
