"""From figures to a screen: a folder of each page's name for what only that page is made of, and folders for what all share."""
