# What the API says of a request that it cannot read: what is wrong, where, and what to do next.

unreadable-title = The request cannot be read
unreadable-not-json = Nothing was written. The body is not JSON this server reads, from line { $line }, column { $column } on. Correct it there and send it again.
unreadable-cut-short = Nothing was written. The body ends in the middle, at line { $line }, column { $column }. Send it whole.
unreadable-shape = Nothing was written. The body does not have the shape that openapi.json gives for this route, at line { $line }, column { $column }. Correct the field named and send it again.
unreadable-media = Nothing was written. Send the body as JSON, with the header Content-Type: application/json.
unreadable-large = Nothing was written. The body is too large. Shorten it or send it in parts.
unreadable-broken = Nothing was written. The body did not arrive whole. Send it again.
unreadable-parameters = A part of the address does not have the form that openapi.json gives for this route. Correct it and ask again.
unreadable-missing = This field is missing; add it.
unreadable-unknown = There is no such field here; leave it out or correct its name.
unreadable-type = This field is of another type than openapi.json gives; correct its value.
unreadable-parameter = This part of the address does not have the right form; correct it.
fault-unreadable = This does not have the right form; write it as openapi.json says.
fault-act-shape = This is no act of its kind: a field is missing, not known, or of the wrong type. Compare with the fields of that kind.
fault-key-differs = The header Idempotency-Key differs from the id of the act; send the same id in both, or leave the header out.
