"""Steps of how much: amounts of service lines and lengths of sessions."""
