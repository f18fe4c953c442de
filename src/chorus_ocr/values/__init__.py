"""One module per type of value: a printed spelling in, a typed value out, or why not."""
