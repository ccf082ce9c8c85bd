# The public page behind the QR code, and the journal's checks.

verify-title = Verify a document
verify-lead = Compare the paper in your hand with what the register holds. No personal data is shown here.
verify-code = Code printed on the document
verify-button = Verify
verify-genuine = This document matches the register.
verify-superseded = The register holds a later correction. Ask for a new copy.
verify-provisional = This was a provisional print. Ask for the final copy.
verify-unknown = No document with this code was issued here. It may be forged; show it at the police station.
verify-expunged = The content was removed by order of a court.
verify-issued = Issued
verify-document = Document
checks-title = Journal checks
checks-entries = Entries
checks-head = Head of the journal
checks-checkpoint = Signed checkpoint
checks-sound = Sound
checks-broken = Broken at entry { $n }
checks-download = Download the checkpoint to keep
