"""What was made before, and whether it is still right."""
