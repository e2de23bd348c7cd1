"""Calendars: school days, closings, rotations."""
