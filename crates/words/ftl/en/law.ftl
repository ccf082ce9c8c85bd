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
law-search = Section number, or words in English or Urdu
law-all-acts = All enactments
law-sections = Sections
law-class = Kind of section
law-class-offence = An offence of its own
law-class-modifier = Added to another section
law-class-repealed = Repealed; kept for old records
law-cognizable = Police may act of themselves
law-cognizable-yes = Cognizable
law-cognizable-no = Not cognizable
law-as-principal = As for the principal offence
law-bail = Bail
law-bail-yes = Bailable
law-bail-no = Not bailable
law-compound = May be settled
law-compound-yes = Compoundable
law-compound-no = Not compoundable
law-compound-leave = Compoundable with the court's leave
law-max-death = Death
law-max-life = Imprisonment for life
law-max-years = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
law-max-months = { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
law-min-years = { $n ->
        [one] not less than { $n } year
       *[other] not less than { $n } years
    }
law-min-months = { $n ->
        [one] not less than { $n } month
       *[other] not less than { $n } months
    }
law-max-diyat = Diyat
law-max-fine = Fine
law-sealed = Sealed from the start
law-sensitive-sexual = A sexual offence
law-sensitive-child = A child as victim
law-sensitive-blasphemy = Blasphemy
law-sensitive-terrorism = Terrorism
law-province-PK = The whole country
law-province-PB = Punjab
law-province-SD = Sindh
law-province-KP = Khyber Pakhtunkhwa
law-province-BA = Balochistan
law-province-ICT = Islamabad Capital Territory
law-province-GB = Gilgit-Baltistan
law-province-AJK = Azad Jammu and Kashmir
law-tag = Source
law-tag-found = Found in a named source
law-tag-second = Found second-hand
law-tag-general = General knowledge
law-tag-unsure = Unsure
law-note = Caution
law-unverified-short = Nobody has yet compared this with the official text.
law-file-acts = Enactments
law-file-allowed = Acts that may follow
law-file-bases = Legal bases
law-file-columns = Columns of the registers
law-file-crosschecks = What the nightly check looks for
law-file-deadlines = Time limits
law-file-holidays = Holidays
law-file-looks = Words for how a person looks
law-file-methods = Words for methods of working
law-file-heads = Statistical heads
law-file-offences = Sections
law-file-offices = Offices
law-file-parts = Parts of the registers
law-file-ranks = Ranks
law-file-regimes = Special regimes
law-file-registers = Registers
law-file-roles = Roles
comma = ,
