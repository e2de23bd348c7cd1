"""What pages are made of: their words and messages, facts and headlines, tables and what these hold."""
