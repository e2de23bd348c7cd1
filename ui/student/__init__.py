"""The Student page: its blocks and what its charts say."""
