"""One script per schema generation. They import nothing of ours: a schema once shipped never changes again."""
