"""The store: transactions, disks, kills, policies and plans kept, what a batch said."""
