"""A batch's rows meet those in force: what is the same, changed, new or told again."""
