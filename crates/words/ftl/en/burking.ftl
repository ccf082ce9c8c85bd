# What came to a station beside what it registered

nav-burking = Reports and refusals
burking-title = Reports and refusals
burking-lead = What came to the stations, beside what they registered. The numbers are of stations and days, never of persons; each leads to its entries. None of them alone says that a report was wrongly refused.
burking-from = From
burking-to = Until
burking-together = All together
burking-numbers = The numbers
burking-what = Number of
burking-counts = What it counts
burking-blind = What it cannot tell
burking-not-read = Of so many stations only what an index counts is shown; choose an office to read its entries.
burking-all = All numbers
burking-none = There is no such entry in these days.
burking-next = Further entries
burking-written = Written
burking-waited = Time
burking-outcome = Outcome
burking-its-case = The case
burking-minutes = { $n } min
burking-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
burking-days = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
burking-firs = FIRs registered
burking-firs-counts = First information reports written in these days.
burking-firs-blind = Whether everything reported was registered; compare it with what stands below.
burking-refused = Reports refused
burking-refused-counts = Refusals to investigate written in the diary with reasons (Police Rules 24.4).
burking-refused-blind = Refusals that nobody wrote down.
burking-noncognizable = Non-cognizable reports
burking-noncognizable-counts = Reports entered in the diary as non-cognizable (section 155).
burking-noncognizable-blind = Whether a cognizable offence was told and written down as less.
burking-calls = Emergency calls
burking-calls-counts = Calls to 15 written in the working register of complaints and calls.
burking-calls-blind = Calls that were not passed to the station or not written down; several calls may tell of one matter.
burking-complaints = Complaints
burking-complaints-counts = Complaints written in the same register, whichever way they came.
burking-complaints-blind = Who was turned away at the gate; complaints made elsewhere and never passed on.
burking-unanswered = Calls and complaints without a result
burking-unanswered-counts = Those of these days in which no result is written yet.
burking-unanswered-blind = Whether something was done and only not written down.
burking-delayed = FIRs that explain a delay
burking-delayed-counts = Reports of these days in which a reason of delay stands.
burking-delayed-blind = Whether the informant delayed, or the station; the reason is read in the report.
burking-slow = FIRs registered late
burking-slow-counts = Reports written more than a day after the information, by the hours stated in them (D1 in the table of deadlines).
burking-slow-blind = An information that came earlier than the hour written.
burking-petitions = Petitions under 22-A
burking-petitions-counts = Orders of the justice of peace written down in these days, whatever they direct.
burking-petitions-blind = Petitions that are pending, and orders not written down here.
burking-directed = Registrations directed
burking-directed-counts = Those orders that direct an FIR to be registered.
burking-directed-blind = Whether the court found a refusal wrong; it asks only whether a cognizable offence is made out.
burking-waiting = Directions not complied with
burking-waiting-counts = Orders of these days that direct something, with no compliance on record.
burking-waiting-blind = Whether the order was set aside by a higher court.
burking-callbacks = Informants called back
burking-callbacks-counts = Calls by officers above to whoever gave an information, written in these days in the minute book.
burking-callbacks-blind = Informants whom nobody called; who is called is the supervisor's choice.
burking-disagreed = Informants who disagree
burking-disagreed-counts = Those who say that what the station wrote is not what they told.
burking-disagreed-blind = Who is right; the words are in the minute book and the station's answer beside them.
burking-unreached = Informants not reached
burking-unreached-counts = Calls that reached nobody.
burking-unreached-blind = Why; a wrong number in a report is also a fault of the report.
burking-to-report = Occurrence to information
burking-to-report-counts = Half of the FIRs of these days came to the station within this time of the occurrence's end.
burking-to-report-blind = Whether the informant came earlier and was sent away.
burking-to-register = Information to registration
burking-to-register-counts = Half of the FIRs were written within this time of the information, by the hours stated in them.
burking-to-register-blind = An information that came earlier than the hour written.
burking-to-comply = Direction to compliance
burking-to-comply-counts = Half of the orders complied with were so within this time of reaching the station.
burking-to-comply-blind = Orders still waiting are not in it.
fault-span = Choose a first and a last day, the last not before the first and at most a year after it.
fault-span-day = This is no date; choose a day.
