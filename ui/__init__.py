"""From figures to a screen: shell, navigation, filters, charts, tables, messages."""
