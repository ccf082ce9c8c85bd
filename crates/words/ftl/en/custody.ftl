# The lock-up and the cash book.

custody-title = Lock-up
custody-person = Person in custody
custody-offence = Offence
custody-arrested-at = Date and hour of arrest
custody-in = Admit to the lock-up
custody-out = Remove from the lock-up
custody-out-reason = Why removed
custody-magistrate-by = Before a magistrate by { $when } (24 hours)
custody-justification = Reason for the arrest
custody-empty = The lock-up is empty.
cash-title = Cash book
cash-register = Register XX, cash accounts
cash-in = Received
cash-out = Paid
cash-head = Head
cash-voucher = Voucher
cash-party = From or to
cash-amount = Amount in rupees
cash-balance = Balance
cash-write = Write to the cash book
custody-since = Since arrest
cash-direction = Received or paid
custody-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
custody-over = 24 hours are over
custody-within = Within 24 hours
