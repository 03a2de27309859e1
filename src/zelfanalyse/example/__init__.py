"""A worked dossier of a region that does not exist, with answers that nobody gave."""
