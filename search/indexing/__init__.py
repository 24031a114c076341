"""From published pages to the rows that search finds, in the transaction of the change itself."""
