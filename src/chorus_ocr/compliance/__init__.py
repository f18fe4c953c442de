"""Checks of what was read against what the portal accepts, and the warnings they raise."""
