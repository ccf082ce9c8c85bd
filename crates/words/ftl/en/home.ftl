# What is due, per role.

home-title = What is due
home-greeting = { $name }, { $rank }
home-nothing-due = Nothing is due now.
home-due-by = Due by { $when }
home-overdue = Overdue since { $when }
home-open-day = Today's diary is not open yet.
home-close-day = Yesterday's diary is not closed.
home-day-open = { $n ->
        [one] The diary of { $date } is open: { $n } entry.
       *[other] The diary of { $date } is open: { $n } entries.
    }
home-to-sign = FIRs waiting for your signature
home-to-attest = Corrections waiting to be attested
home-copies-to-send = Copies not yet despatched
home-late-firs = FIRs registered late
home-refusals = Refusals under 24.4 to review
home-diary-copies = Diary copies due from stations
home-drafts = Your unfinished drafts
home-in-custody = In custody now
home-custody-near-24h = In custody, 24 hours end soon
home-cash-balance = Cash balance
home-recent = Latest entries
home-stations = Stations
home-flags = Flagged entries
home-expungements = Court orders to carry out
home-unverified-law = Law data still unverified
home-accounts-locked = Locked accounts
home-journal-sound = The journal was checked { $when }: sound.
home-journal-broken = The journal check found differences. Do not print before they are cleared.
home-second-missing = Your account has no second step yet.
home-late = late
home-due = due
home-desk = The desk now
home-registered = FIRs registered
home-today = Today
home-month = Last 30 days
home-year = This year
home-unsigned = Unsigned
home-unsent = Copies not sent
home-diary-open = Open
home-diary-closed = Not open
due-diary-open = Today's diary is not open yet
due-diary-close = A past day's diary is still open
due-fir-unsigned = FIRs waiting for signature
due-copies = FIRs with copies to send
due-copies-late = FIRs whose copies are a day late
due-attest = Corrections to attest
due-custody-24h = In the lock-up for more than 24 hours
home-rupees = Rs { $sum }
