"""What one person answers: the answers, the state of filling in, and the file."""
