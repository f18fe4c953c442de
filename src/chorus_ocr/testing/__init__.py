"""For whoever generates invoices: tests that fail when the portal's form would not fill itself."""
