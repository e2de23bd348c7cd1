"""What serves the browsers: databases held open, figures and files worked out ahead, headers, messages and logs."""
