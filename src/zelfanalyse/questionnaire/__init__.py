"""What is asked: questionnaires in TOML, loaded, checked and fingerprinted."""
