"""Readers and extractors of extract_expected.py, one idea each.

blocks, docx_text   the source as a list of headings, paragraphs and tables
output              the CSV files
contents, public, inner, forms, figures   what is taken out of Hebei's documents
hebei, hubei        the documents of a family, put together
"""
