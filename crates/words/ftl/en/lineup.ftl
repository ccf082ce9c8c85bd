# Search by looks and ways of working, and witness line-ups.

nav-cro-looks = Search by looks
nav-cro-lineup = Line-ups
looks-title = Search by looks and way of working
looks-lead = Descriptions that agree with what a witness says. A description is not a person: the first of a list may well be a stranger. Nobody is identified by it.
looks-part-measures = Size and age
looks-part-codes = What was seen
looks-part-marks = Marks on the body
looks-part-method = How he worked
looks-part-gang = Gang
looks-height-band = Height in a word
looks-weight-band = Weight in a word
looks-height = Height (cm)
looks-weight = Weight (kg)
looks-age = Age now (years)
looks-tolerance = give or take
looks-mark-unsure = The side is not certain
looks-not-said = Not said
looks-gang-hint = Only those who are said to be of this gang
looks-submit = Search
looks-found-none = Nobody's description agrees.
looks-found = { $n ->
        [one] { $n } description agrees.
       *[other] { $n } descriptions agree, the best first.
    }
looks-among = { $n ->
        [one] { $n } description was searched.
       *[other] { $n } descriptions were searched.
    }
looks-no-face = No photograph
looks-no-face-law = The law allows no photograph of who is only arrested.
looks-agree = Agrees
looks-near = Easily taken for it
looks-disagree = Differs
looks-unknown = Not written
looks-of-gender = Man or woman
looks-of-height = Height
looks-of-weight = Weight
looks-of-age = Age
looks-of-mark = Mark { $n }
looks-has = { $what }: { $has }
looks-lineup = Line-up with this person as suspect

# A line-up is proposed and made.
lineup-title = Witness line-ups
lineup-new = New line-up
lineup-lead = A line-up is never evidence of identity by itself. It is fair only where everybody in it fits what the witness said before he saw any photograph.
lineup-list = Line-ups of this office
lineup-list-none = No line-up was made here yet.
lineup-how = Begin with a search by looks, and choose the suspect there.
lineup-how-link = Search by looks
lineup-suspect = Suspect
lineup-suspect-key = The suspect's enrolment
lineup-suspect-hint = Its address ends in its station and number: station/act
lineup-part-suspect = The suspect, and who asks
lineup-part-said = What the witness said before he saw any photograph
lineup-said = In his own words
lineup-said-hint = The words stand in the record of the line-up. What follows below is the same in codes.
lineup-others = Others beside the suspect
lineup-others-hint = From 5 to 19
lineup-propose = Propose
lineup-proposed = Proposed
lineup-proposed-lead = The faces as they would stand. Look at them: exchange whoever stands out. Only you see this page.
lineup-place = Place { $n }
lineup-is-suspect = The suspect
lineup-exchange = Exchange
lineup-exchange-of = Exchange the face at place { $n }
lineup-alone = Nobody else here is like him in: { $what }. Conceal it, or exchange him.
lineup-make = Make this line-up
lineup-make-lead = Faces and order are written in the journal under your name. Whoever shows it should be somebody else, who does not know the suspect.
lineup-fairness = How fair it is
lineup-functional = Of those who only read the words, one in { $n } would point at the suspect.
lineup-functional-none = Nobody who only read the words would point at the suspect.
lineup-effective = { $n } of { $of } faces fit the words equally well.
lineup-fair-of = { $n ->
        [one] { $n } other fits the words as the suspect does.
       *[other] { $n } others fit the words as the suspect does.
    }
lineup-seed = Order drawn by number { $n }

# There is none.
lineup-none = No line-up can be made
lineup-none-size = Ask for at least { $fewest } and at most { $most } others.
lineup-none-child = The suspect is a child. No child is shown in a line-up.
lineup-none-no-photograph = There is no photograph of the suspect's face. The law allows none of who is only arrested; an identification parade before a magistrate is another way.
lineup-none-not-described = Nothing of what the witness said is written of the suspect, so nobody can be compared with him.
lineup-none-too-few = { $asked } others are needed, and { $fair } fit the witness's words as the suspect does. Ask for fewer, or enrol descriptions where they are missing.
lineup-none-unfair = It would point at somebody: of { $of } faces only { $n } fit the words equally well. Conceal what makes the suspect stand out, or hold no line-up.
lineup-unfit = Turned away
lineup-unfit-child = a child
lineup-unfit-no-photograph = no photograph of the face
lineup-unfit-age = too old or too young
lineup-unfit-too-bad = fits the words worse than the suspect
lineup-unfit-too-good = fits the words better than the suspect
lineup-unfit-not-free = of the suspect's case, gang or own person, of another chosen person, or not to be shown to you
lineup-unfit-differs = differs in: { $what }
fault-lineup-unfair = With these others there is no fair line-up. A proposal says why.
fault-lineup-withdrawn = Somebody in this line-up was freed or may be shown no more: it is not shown again. Make another.
fault-lineup-picked = Choose the place that the witness pointed to, or that he pointed to nobody.
reason-lineup-through-its-page = A line-up is made and shown through its own pages or routes, which see to it that it is fair and say who knew the suspect.

# As it stands.
lineup-one = Line-up
lineup-made = Made
lineup-made-by = Made by
lineup-faces = Faces
lineup-showings = Shown
lineup-blind = You are not told who the suspect is, nor what other witnesses said, so that you can lead no witness. You are once you have shown it.
lineup-knows = You know who the suspect is. Let somebody show it who does not.
lineup-gone = No longer shown
lineup-withdrawn = { $n ->
        [one] { $n } face may be shown no more: this line-up is not shown again.
       *[other] { $n } faces may be shown no more: this line-up is not shown again.
    }
lineup-show = Show to a witness
lineup-record = Record what the witness said
lineup-print = Print the record
lineup-shown-none = It was shown to nobody yet.
lineup-shown-not = not yet
lineup-shown-times = { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
lineup-witness = Witness
lineup-shown-at = Shown on
lineup-shown-by = Shown by
lineup-knew = Whoever showed it knew the suspect
lineup-knew-yes = yes
lineup-knew-no = no
lineup-picked = Pointed to
lineup-picked-none = nobody
lineup-picked-place = place { $n }
lineup-picked-suspect = place { $n }, the suspect
lineup-answer = What he said

# Before the witness.
lineup-before = Look at all of them before you say anything. The person whom you saw may be among them or may not. You need not point at anybody. Faces change: hair and beard may be otherwise now. Say in your own words what you think, and how sure you are.
lineup-face = Face { $n }
lineup-back = Back to the record

# What he said.
lineup-answer-title = What the witness said
lineup-answer-lead = Write it while he is there, as he said it. Do not tell him whether it is right.
lineup-answer-words = His own words, also how sure he is
lineup-answer-knew = I knew which of them is the suspect
lineup-answer-submit = Write it in the journal
lineup-answer-done = Written. A line-up is never evidence of identity by itself.

# The paper.
sheet-lineup-title = Record of a witness line-up by photographs
sheet-lineup-under = Qanun-e-Shahadat Order 1984, article 22 (to be verified)
sheet-lineup-notice = Never evidence of identity by itself. Others in it have nothing to do with the case and are not named; each can be found by the number of his enrolment.
sheet-lineup-asked-by = asked by
sheet-lineup-case-no = number of the case
sheet-lineup-made = made
sheet-lineup-made-by = made by
sheet-lineup-suspect = suspect's place
sheet-lineup-said = What the witness had said before he saw any photograph
sheet-lineup-measured = how fair it is
sheet-lineup-measures = functional size { $functional }, effective size { $effective }, of { $of } faces; { $fair } fair fillers to choose from; order drawn by number { $seed }
sheet-lineup-unmeasured = not measured
sheet-lineup-faces = Faces in their order
sheet-lineup-place = place
sheet-lineup-enrolment = enrolment
sheet-lineup-who = who
sheet-lineup-is-suspect = the suspect
sheet-lineup-is-other = another
sheet-lineup-gone = no longer shown
sheet-lineup-showings = Shown to
sheet-lineup-witness = witness
sheet-lineup-shown-at = on
sheet-lineup-shown-by = by
sheet-lineup-knew = knew the suspect
sheet-lineup-knew-yes = yes
sheet-lineup-knew-no = no
sheet-lineup-picked = pointed to
sheet-lineup-picked-none = nobody
sheet-lineup-words = in his own words
sheet-sign-lineup = who made it
sheet-sign-shower = who showed it
