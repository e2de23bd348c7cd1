"""Steps of when: days, times, kinds of days, tabs that tell a day."""
