# What is due by law.

nav-deadlines = Deadlines
deadlines-title = Deadlines
deadlines-which = Which deadlines
deadlines-open = Open
deadlines-overdue = Overdue
deadlines-warned = Due soon
deadlines-running = Running
deadlines-paused = Stayed
deadlines-too-soon = Too soon
deadlines-met = Met
deadlines-breached = Met late
deadlines-none = Nothing here is due by law.
deadlines-what = What must be done
deadlines-who = Who
deadlines-until = Until
deadlines-state = State
deadlines-unverified = not verified
deadlines-stayed = stayed by a court
deadlines-reasoned = reason on record
deadlines-late-hours = { $n ->
        [one] { $n } hour late
       *[other] { $n } hours late
    }
deadlines-late-days = { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }
deadlines-more = There are more. Choose one station or one state to see the rest.
deadlines-calendar = In your calendar
deadlines-calendar-lead = A calendar program on your phone or computer can show these deadlines. Its address is a key: give it to nobody. A new address ends the old one.
deadlines-calendar-make = New calendar address
deadlines-calendar-end = End the calendar address
deadlines-calendar-new = Your calendar address. It is shown only now:
