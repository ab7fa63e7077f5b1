"""Icons, styles, translations, messages, rule packs, forms, sample and help. Read through importlib.resources."""
