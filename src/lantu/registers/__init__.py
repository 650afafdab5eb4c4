"""Domain data files and their loaders: loaded and validated once."""
