"""An import as a whole: its preview, what it asks and learns, the product's own files."""
