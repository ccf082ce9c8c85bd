# What happened, and what to do next.

error-title = There is a problem
error-summary = { $n ->
        [one] One field needs attention
       *[other] { $n } fields need attention
    }
error-required = Fill this in.
error-required-named = Fill in: { $field }.
error-too-long = At most { $max } characters; there are { $n } now. Shorten the text.
error-number = Type a number.
error-number-range = Type a number from { $min } to { $max }.
error-date = This date does not exist. Type day, month and year.
error-date-future = This is later than now. Correct the date or the hour.
error-date-order = The end is before the beginning.
error-date-too-old = This date is too long ago. Check the year.
error-cnic = A CNIC has 13 digits, as 00000-0000000-0.
error-phone = This cannot be a telephone number. A mobile number has 11 digits and begins with 03.
error-section-unknown = No such section: { $section }. Choose one from the list.
error-choice = Choose one from the list.
error-control = The text holds a character that cannot be printed. Delete it and type the text again.
error-direction = The text holds a hidden direction mark that can make it read otherwise. Delete it and type the text again.
error-invisible = The text holds an invisible character. Delete it and type the text again.
error-mixed-alphabets = The word { $word } mixes alphabets that look alike. Type it again in one alphabet.
error-not-found-title = Not found
error-not-found = There is no such record, or it is not yours to read. Check the number.
error-forbidden-title = Not allowed
error-forbidden = Your role may not do this. If it is your duty, ask the officer in charge.
error-server-title = Something went wrong here
error-server = Nothing was written. Try again; if it happens twice, give your administrator this number: { $id }.
error-audit = The audit record could not be written, so the record stays closed. Tell your administrator.
error-busy = Too many requests. Wait a minute.
error-too-large = This is too large to send. Shorten it or send it in parts.
error-cross-site = The request came from another site and was refused. Open the page again and repeat.
error-session = You are not signed in. Sign in; your draft is kept.
error-already-done = This was written already; nothing was written twice.
error-changed-meanwhile = Another officer changed this record meanwhile. Look at it again before you go on.
error-day-closed = The day is closed. Write it in the next day's diary with the hour of information.
error-disk = The disk is full or failing. Nothing was written. Tell your administrator now.
error-clock = The clock of the server went back. Entries are marked until it is set right.
error-reference = Reference number
