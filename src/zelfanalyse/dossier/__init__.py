"""What the facilitator keeps: a folder with the settings, the pinned list and the responses."""
