"""The parts the screens are made of; none of them holds an answer."""
