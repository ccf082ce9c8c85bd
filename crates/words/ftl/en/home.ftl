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
