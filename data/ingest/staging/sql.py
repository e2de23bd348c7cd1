"""Pieces of SQL text."""

SQL_TYPES = {
    "text": "varchar", "id": "varchar", "code": "varchar", "date": "date", "time": "time", "minutes": "decimal(12,4)",
    "number": "double", "integer": "integer", "boolean": "boolean",
}  # fmt: skip


def literal(text: str | None) -> str:
    """The text as an SQL literal; null for None."""
    return "null" if text is None else "'" + text.replace("'", "''") + "'"
