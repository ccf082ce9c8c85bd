# `roznamcha prints`: the fingerprint engine on plain files.

prints-unreadable = { $file } cannot be read ({ $why }). Check its name, and that you may read it.
prints-unwritable = { $file } cannot be written ({ $why }). Name a place where you may write, with room.
prints-format = { $file } is no image of a print that is read here. PNG, JPEG, BMP, TIFF, WSQ and ANSI/NIST-ITL are; for raw pixels tell --size.
prints-broken = { $file } is broken or cut short ({ $why }). Copy it again from where it came, or take the print again.
prints-shape = { $file } cannot be a print ({ $why }). Tell its true resolution with --dpi, and of raw pixels the size with --size.
prints-no-print = { $file } holds no image of a print.
prints-which = { $file } holds several prints. Choose one with --record: { $list }.
prints-no-record = { $file } has no print number { $n }. Choose one with --record: { $list }.
prints-ending = The ending of { $file } does not say what to write: .png, .jpg, .bmp, .tif, .raw, .wsq or .an2.
prints-unfit = { $file } cannot be written in this form ({ $why }).
prints-extractor = No minutiae can be read from { $file } ({ $why }).
prints-weights = The neural extractor cannot run ({ $why }).
prints-some-failed = { $n ->
    [one] Of one file nothing could be made; it is named above.
   *[other] Of { $n } files nothing could be made; they are named above.
}
prints-template = { $file }: { $minutiae } minutiae, quality { $quality } of 100, { $bytes } bytes
prints-quality = { $file }: quality { $n } of 100
prints-converted = { $file }: { $width } × { $height } pixels, { $dpi } dots an inch
prints-pairs = { $n } minutiae paired, of { $probe } and { $other }
prints-centibans = { $n } centibans
prints-a-likeness = A likeness, not an identification: only an examiner identifies.
prints-reason-no-ridges = No ridges are seen. Is it a fingerprint, and the resolution right?
prints-reason-partial = Only a part of the finger is there. Press or roll it whole.
prints-reason-low-contrast = Ridges and valleys are nearly the same grey. Clean the glass, or use more ink.
prints-reason-dry = Ridges are thin and broken. Moisten the finger, or press more firmly.
prints-reason-wet = Ridges run together. Dry the finger, use less ink, or do not let it slide.
prints-cut = { $finger }: { $file }, quality { $quality } of 100
prints-layout = { $file } is no layout of a card ({ $why }).
prints-layout-unverified = The layout “{ $name }” has been held to no card. Look at every print that is cut by it, or give your form's own with --layout.
prints-uncut-count = { $file }: { $found } fingers are seen where { $wanted } should be. Name the missing ones with --missing, or take the slap again.
prints-uncut = { $file } cannot be cut ({ $why }).
prints-box-rolled = { $finger }, rolled
prints-box-plain = { $finger }, plain
prints-slap-right = Slap of the right hand
prints-slap-left = Slap of the left hand
prints-slap-thumbs = Slap of the thumbs
prints-box-refused = { $box }: no print ({ $why }). If the finger is missing name it with --missing, else take it again.
prints-doubt-elsewhere = The box of { $one } holds a print like { $other }. Look at both.
prints-doubt-twice = { $one } and { $other }: both boxes hold prints of one finger.
prints-doubt-unlike = { $one }: rolled and plain print are not alike. Look at both.
prints-card-doubts = { $n ->
    [one] One thing about this card must be looked at.
   *[other] { $n } things about this card must be looked at.
}
