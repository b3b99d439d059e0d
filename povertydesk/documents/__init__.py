"""Papers as pages, and the writers that bring them to PDF, Word and Excel."""
