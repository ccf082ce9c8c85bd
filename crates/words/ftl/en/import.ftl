# The reconciliation report of an import.

import-title = Imports
import-report = Reconciliation report
import-source = Source
import-mapping = Mapping file
import-started = Started
import-finished = Finished
import-resumed = Resumed
import-read = Rows read
import-accepted = Accepted
import-rejected = Rejected
import-already = Already there
import-difference = Difference
import-balanced = The report balances: every row is accounted for.
import-unbalanced = The report does not balance. Do not use this import.
import-reasons = Reasons for rejection
import-row = Row
import-legacy-mark = Imported, not an act of this office
