"""Steps of who is meant: students, providers, their ids and schools."""
