"""Files to sheets: kinds of files, harm and damage, what cells show."""
