search-title = Search
search-label = Name, CNIC, phone, FIR number, vehicle or words
search-button = Search
search-where = Where
search-here = This office
search-everywhere = Every office you may read
search-period = Period
search-results = { $n ->
        [one] { $n } record found
       *[other] { $n } records found
    }
search-nothing = Nothing found. Try fewer words, another spelling, or the number alone.
search-too-short = Type at least two characters.
search-recorded = Searches for persons are recorded.
search-match-name = Like name
search-match-exact = Same number
search-not-same-person = A like name does not make the same person.
