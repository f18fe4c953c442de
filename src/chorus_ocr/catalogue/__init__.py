"""The catalogue in words: what each check and each field is, for the terminal and for the documentation."""
