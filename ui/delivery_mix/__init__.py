"""The Delivery mix page: its blocks and what its charts say."""
