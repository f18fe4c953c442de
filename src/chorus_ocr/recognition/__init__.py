"""From cells to one decision a field: keywords, the values they announce, and what decides between rivals."""
