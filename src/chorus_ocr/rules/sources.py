"""The documents that the rules rest on, by title and section."""

AIFE_SHEET = "AIFE, « Déposer une facture unitaire sur le portail de services Chorus Pro », § 1"
"""The published keywords: « SIRET client », « SIRET dest », « Ministère »; « engagement », « EJ », « commande »."""

OURS = "No keyword is published for this field: the words are those that invoices print"
"""AIFE's complete list stands in an annex that is not public; what the library knows besides is its own."""
