# Corrections by strike-through (Police Rules 1934: wrong words stay legible and the corrector attests).

correct-title = Correct an entry
correct-lead = Nothing is erased. The wrong words are struck through and stay legible; the right words stand beside them.
correct-field = What is wrong
correct-was = Words struck through
correct-now = Right words
correct-reason = Reason for the correction
correct-submit = Strike through and write
correct-done = The correction is written and waits to be attested.
correct-by = Struck through by { $who }, { $when }
correct-attest = Attest
correct-attest-lead = By attesting you sign for this correction.
correct-attested = Attested by { $who }, { $when }
correct-unattested = Not yet attested
correct-own = An officer cannot attest his or her own correction; the officer in charge does it.
correct-history = History of this entry
