# Corrections by strike-through (Police Rules 1934: wrong words stay legible and the corrector attests).

correct-title = Correct an entry
correct-lead = Nothing is erased. The wrong words are struck through and stay legible; the right words stand beside them.
correct-field = What is wrong
correct-was = Words struck through
correct-now = Right words
correct-reason = Reason for the correction
correct-submit = Strike through and write
correct-by = Struck through by { $who }, { $when }
correct-attest = Attest
correct-attest-lead = By attesting you sign for this correction.
correct-attested = Attested by { $who }, { $when }
correct-unattested = Not yet attested
correct-history = History of this entry
correct-was-hint = Exactly as they stand in the entry
correct-now-hint = Empty where words are only struck
correct-none = No correction waits to be attested.
correct-more = More wait; they follow when these are attested.
