"""Work in this process, in a pool, on a cluster."""
