"""Workbooks in and out, Word papers in, the receiving office's own templates, old encodings."""
