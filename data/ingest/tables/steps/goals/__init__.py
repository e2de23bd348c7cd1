"""Steps of goals, their scores and trials."""
