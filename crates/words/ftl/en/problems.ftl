# Titles of API problems (RFC 9457); their texts are the errors above.

problem-bad-request = Bad request
problem-invalid-json = The body is not valid JSON
problem-validation = Some fields are not valid
problem-unauthenticated = Sign in first
problem-purpose-required = State a purpose
problem-forbidden = Not allowed
problem-not-found = Not found
problem-method = Method not allowed
problem-conflict = Conflict with what is written
problem-idempotency = The same id was used for another act
problem-too-large = Too large
problem-media-type = Unsupported media type
problem-law = The law does not allow this act now
problem-rate-limit = Too many requests
problem-internal = Internal error
problem-unavailable = Not available now
