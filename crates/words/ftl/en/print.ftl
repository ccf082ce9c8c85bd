# Documents on paper.

print-title = Printed documents
print-fir = Print the FIR
print-four-copies = Print all four copies
print-complainant = Print the complainant's copy
print-diary-sheet = Print the diary sheet
print-reprint = Print again
print-reprint-n = Reprint no. { $n }
print-original = First print
print-why = Why is it printed again?
print-count = { $n ->
        [one] Printed { $n } time
       *[other] Printed { $n } times
    }
print-provisional = PROVISIONAL
print-provisional-lead = Not yet durably written. This sheet is no proof until it is printed again without this word.
print-hash = Fingerprint of the content
print-qr = Scan to verify
print-printed-at = Printed { $when } by { $who }
print-sheet-of = Sheet { $n } of { $total }
print-ready = The document is ready.
print-failed = The document could not be made. The record itself is safe; try again.
print-receipt = Complainant's receipt, one page
print-unavailable = The fonts for printing are not installed, so nothing was printed. The record itself is safe; tell your administrator.
prints-title = Documents of case
prints-lead = Each is filled from the books and counted when it is printed. The language is that of this page.
prints-whole = Everything
prints-case-file = The whole case file, with index and bookmarks
prints-accused = Of the accused
prints-papers = Papers
prints-diaries = Case diaries
prints-of-case = Challan, memos, remand, custody, the whole case file: print the documents of this case
prints-inspection = Print an inspection report filled from these books
prints-form = Print the form
