"""The screens of the facilitator: making a dossier, its home, holding the conversation."""
