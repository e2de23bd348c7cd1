"""Who a row means: the students, providers and schools on file."""
