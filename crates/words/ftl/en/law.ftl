# The statute book and what in it is not verified.

law-title = Statute book
law-unverified-title = Law that is not verified
law-unverified-lead = These data come from general knowledge or second-hand sources. Have them checked against the official text before anything depends on them.
law-unverified-count = { $n ->
        [one] { $n } datum is unverified
       *[other] { $n } data are unverified
    }
law-act = Act
law-section = Section
law-section-n = Section { $n }
law-heading = Title
law-citation = Citation
law-province = Province
law-whole-country = Whole country
law-effective = In force from
law-until = Until
law-max = Maximum punishment
law-head = Statistical head
law-verified = Verified
law-unverified = Not verified
law-mark-verified = Record that it was verified
law-verified-source = Source that was compared
