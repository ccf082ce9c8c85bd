# Sign-in, second step, recovery, lock-out, sessions.

signin-title = Sign in
signin-lead = Use the name your office gave you. Every sign-in is recorded.
signin-name = Sign-in name
signin-name-hint = For example your district and belt number
signin-password = Password
signin-password-show = Show password
signin-password-hide = Hide password
signin-button = Sign in
signin-wrong = The name, the password or the code is wrong. After five failures in fifteen minutes the account is locked.
signin-locked = { $n ->
        [one] Too many failures: this account is locked for { $n } minute from the last one. If it was not you, tell your administrator now.
       *[other] Too many failures: this account is locked for { $n } minutes from the last one. If it was not you, tell your administrator now.
    }
signin-locked-title = Account locked
signin-disabled = This account is closed. Ask your administrator.
signin-not-posted = You have no current posting, so there is no office to sign in to. Ask your administrator.
signin-expired = You were signed out after thirty minutes without use. Your drafts are kept.
signin-revoked = Your session was ended by an administrator.
signin-signed-out = You are signed out.
signin-last = Last sign-in: { $when }
signin-failures-since = { $n ->
        [one] { $n } failed attempt since then
       *[other] { $n } failed attempts since then
    }
totp-title = Second step
totp-lead = Type the six digits your code app shows now.
totp-code = Six-digit code
totp-button = Continue
totp-wrong = This code is not right or is too old. Wait for the next one and type it.
totp-use-recovery = Use a recovery code instead
totp-setup-title = Set up the second step
totp-setup-lead = Scan this picture with a code app, or type the key into it. Then type the first code.
totp-setup-key = Key
totp-setup-done = The second step is set up.
recovery-title = Recovery code
recovery-lead = Type one of the codes you were given on paper. Each works once.
recovery-code = Recovery code
recovery-wrong = This recovery code is not right or was used before.
recovery-codes-title = Your recovery codes
recovery-codes-lead = Write them down now and keep them locked away. They are not shown again.
recovery-codes-left = { $n ->
        [one] { $n } recovery code left
       *[other] { $n } recovery codes left
    }
recovery-codes-kept = I have written them down
password-change-title = Change password
password-current = Current password
password-new = New password
password-repeat = New password again
password-rule = At least twelve characters. A sentence you remember is best.
password-too-short = The password is too short. Use at least twelve characters.
password-not-same = The two new passwords differ. Type them again.
password-changed = The password is changed. Other sessions were ended.
sessions-title = Where you are signed in
sessions-this = This session
sessions-started = Began
sessions-last-used = Last used
sessions-end = End this session
sessions-end-all = End all other sessions
signin-code-needed = Your account has a second step. Type the password again, and the code your code app shows now.
signin-code = One-time code
signin-code-hint = Only if you have set up the second step: the six digits of your code app, or a recovery code.
password-current-wrong = The current password is wrong.
password-must-change = This password was given to you by someone else. Choose your own before you begin.
totp-why = A code from your telephone beside the password: a password that was seen or guessed is then not enough.
totp-password-why = A session left open must not be enough to change the second step.
totp-again = Set it up anew
totp-again-lead = With a new telephone, or when the recovery codes run out, set it up anew. The old codes then no longer work.
totp-picture = Picture for the code app
recovery-renew = Set up the second step anew before they run out.
