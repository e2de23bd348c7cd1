"""Steps of any cell: codes and their meaning, two facts in one, ditto marks."""
