"""Lines to drafts: what headings, tables and neighbouring lines say of each meeting."""
