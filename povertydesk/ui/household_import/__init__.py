"""Taking a list of households in from Excel: file, columns, what would change, done."""
