"""Goals, their criteria and scores, grading periods."""
