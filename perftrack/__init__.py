"""perftrack's core: targets, actuals, scores and official sheets of a street office. Knows no window."""
