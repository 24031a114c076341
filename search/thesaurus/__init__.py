"""The starter thesaurus: words of municipal Swedish and English, that each site begins with and its editors change."""
