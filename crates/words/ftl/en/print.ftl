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
