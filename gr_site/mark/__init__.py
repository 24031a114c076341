"""The site's mark, an "ä" of one letter and two people: in browsers' tabs, on telephones and in shared pictures."""
