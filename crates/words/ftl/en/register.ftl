# The registers as books, and one entry of a register.

choose-station = Choose a police station
choose-station-none = No police station is below your office.
registers-lead = The registers of Police Rules 1934, rule 22.45. Each is computed from the same journal.
registers-rule = Rule
registers-kept = Kept for
registers-writer = Written by
registers-obsolete = Obsolete: number reserved
register-period = Year or day
register-flagged = Only marked entries
register-newest = Newest first
register-show = Show
register-parts = Parts
register-entry = Entry
pager-start = From the beginning
pager-more = Further entries
flag-clock-fault = Opened after a fault of the clock
flag-clock-back = The clock had gone back
entry-title = { $register }, entry { $serial }
entry-gone = Content removed by order of a court, { $when }
entry-gone-short = Removed by order of a court
entry-open-case = The case
entry-open-lodging = The entry of admission
entry-act = Act
entry-journal = Journal
entry-journal-no = No. { $n } in the journal
entry-written = Written, by the clock
entry-columns = Columns
entry-masked = What your duty does not open is shown as •••.
entry-who-looked = Who looked at it
entry-print-copy = Print the informant's copy
entry-written-now = It is written.
register-search = Search this book
register-order = Order
register-words = Words in the entry
register-words-hint = Part of a word, a name or a number is enough.
register-officer-hint = Name, belt number or code
register-unfinished = Only part of the book was looked through: go on below.
register-found = { $n ->
        [one] { $n } entry found.
       *[other] { $n } entries found.
    }
