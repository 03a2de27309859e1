"""How a round comes on: what to talk about, what is missing, what comes next. All of it is pure."""
