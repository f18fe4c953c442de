"""What is shown outside a terminal: markup in which nothing that a file says is ever obeyed."""
