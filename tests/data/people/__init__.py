"""Who a row means: students, providers, schools and their ids."""
