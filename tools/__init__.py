"""What developers run: set-up, speed, scores. Not part of the package."""
