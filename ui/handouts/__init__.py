"""What leaves the screen: paper, workbooks, packets and pictures."""
