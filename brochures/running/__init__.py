"""Many pieces at once, on one machine or on many; knows pure functions and nothing of brochures. Floor 6."""
