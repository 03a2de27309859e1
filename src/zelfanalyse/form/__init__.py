"""What every face of filling in shares: the order, the words, the options, the steps."""
