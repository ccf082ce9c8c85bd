search-title = Search
search-button = Search
search-results = { $n ->
        [one] { $n } record found
       *[other] { $n } records found
    }
search-nothing = Nothing found. Try fewer words, another spelling, or the number alone.
search-too-short = Type at least two characters.
search-recorded = Searches for persons are recorded.
search-not-same-person = A like name does not make the same person.
search-box = FIR number with year, CNIC, telephone, or name in Urdu or English
search-why = Found by
search-why-number = FIR number
search-why-cnic = CNIC
search-why-phone = Telephone
search-why-name = Like name
search-more = More would match; type more.
