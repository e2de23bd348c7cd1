"""What is done to a table that has a row a record, a file for each way of writing several facts in one; `taking` calls them."""
