"""From a file to a Document: the only room that knows a PDF library."""
