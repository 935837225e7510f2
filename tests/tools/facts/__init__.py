"""Parts of verify_sample.py: an independent model of the documents' pivots.

sample    the tables of a sample, amounts in 分, sums of selections
hebei, hebei_text   cells and sentences of the Hebei documents
hubei     cells and sentences of the Hubei document
compare   against the published cells and tests/differences.csv
"""
