# Refusal to investigate, Police Rules 24.4 and section 157 of the Code.

refusal-title = Refusal to investigate
refusal-lead = Only where the information itself gives reason to suspect that no cognizable offence was committed. The reasons are written in the diary and the informant is told (Police Rules 24.4).
refusal-warning = Police may not refuse a cognizable report. The supervisor sees every refusal.
refusal-reasons = Reasons in full
refusal-told = How the informant was told
refusal-told-paper = By notice on paper
refusal-told-person = In person, with signature
refusal-told-phone = By telephone
refusal-remedy = The informant may go to the District Police Officer or to the Justice of the Peace (section 22-A).
refusal-submit = Write the refusal
refusal-done = The refusal is written as report no. { $n }. Print the notice for the informant.
refusal-notice = Notice to the informant
refusal-reviewed = Reviewed by the supervisor
refusal-not-reviewed = Not yet reviewed
