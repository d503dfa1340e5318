"""What was made before, and whether it is still right: keys, records of runs, pieces that were fitted. Floor 6."""
