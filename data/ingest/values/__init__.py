"""Text of one cell -> value. Every reader takes one text and gives a Read; none of them guesses or raises."""
