"""How a round comes on."""
