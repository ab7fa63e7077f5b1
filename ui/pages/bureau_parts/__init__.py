"""Parts of the page 财政复核."""
