//! Everything an officer can ask to do.

use crate::names::named;

named! {
    /// The actions. Which kinds of row each applies to, and which need a purpose, is in the policy schema.
    Action, "action" {
        /// Write an ordinary entry in the daily diary.
        WriteDiary = "write_diary",
        /// Write the opening entry of a day.
        OpenDiary = "open_diary",
        /// Open today's diary although a later day was closed by a wrong clock.
        OpenDayAfterFault = "open_day_after_fault",
        /// Write the closing entry of a day.
        CloseDiary = "close_diary",
        /// Record a non-cognizable report (CrPC s.155).
        WriteNonCognizable = "write_non_cognizable",
        /// Record a refusal with its reasons (Police Rules 24.4).
        WriteRefusal = "write_refusal",
        /// Type and register a First Information Report (CrPC s.154).
        RegisterFir = "register_fir",
        /// Sign it as officer in charge.
        SignFir = "sign_fir",
        /// Send one of its copies.
        DespatchCopy = "despatch_copy",
        /// Seal it, to protect a person.
        SealFir = "seal_fir",
        /// Lift the seal by a court's order.
        UnsealFir = "unseal_fir",
        /// Investigate a case: nominate, examine, search, arrest, write its diaries.
        InvestigateCase = "investigate_case",
        /// Give an investigation to an officer, and change it by order.
        AssignInvestigation = "assign_investigation",
        /// Give the reason why a deadline was not kept.
        ExcuseClock = "excuse_clock",
        /// Strike through an entry and write the right one.
        CorrectEntry = "correct_entry",
        /// Countersign a correction.
        AttestCorrection = "attest_correction",
        /// Receive or pay cash.
        MoveCash = "move_cash",
        /// Lodge a person in the lock-up.
        LodgeCustody = "lodge_custody",
        /// Release a person from the lock-up.
        ReleaseCustody = "release_custody",
        /// Enter into a register that is typed, and fill its later columns.
        KeepBook = "keep_book",
        /// Write a minute or an inspection report (registers XIII, XIV).
        WriteMinute = "write_minute",
        /// Write a confidential note on a locality (register IX, part V).
        WriteVillageNote = "write_village_note",
        /// Enter articles in the store-room, move them, send them by road certificate, and their dockets.
        KeepProperty = "keep_property",
        /// Record a court's final order on an article, dispose of it upon that order, and count the store-room.
        OrderProperty = "order_property",
        /// Issue and return government arms, and receive licensed arms on deposit.
        KeepArms = "keep_arms",
        /// Hand over or take over charge of the station or its books.
        HandOverCharge = "hand_over_charge",
        /// Countersign a charge note.
        CountersignCharge = "countersign_charge",
        /// Enter an absconder or deserter (register IV).
        ListAbsconder = "list_absconder",
        /// Strike an absconder off the list.
        StrikeAbsconder = "strike_absconder",
        /// Order, review or end surveillance, and open a history sheet (registers X, XI).
        OrderSurveillance = "order_surveillance",
        /// Record a visit to a person under surveillance.
        VisitWatched = "visit_watched",
        /// Open and close an inquest (CrPC s.174).
        HoldInquest = "hold_inquest",
        /// Record a missing person, and how it ended.
        ReportMissing = "report_missing",
        /// Write down an order of the justice of peace, and how it was complied with (CrPC s.22-A).
        RecordJustice = "record_justice",
        /// Telephone an informant and write what he says of the station's record.
        CallInformant = "call_informant",
        /// Print a statutory document.
        PrintDocument = "print_document",
        /// Remove content by a court's order.
        Expunge = "expunge",
        /// Post an officer to an office.
        AppointStaff = "appoint_staff",
        /// End a posting.
        RelieveStaff = "relieve_staff",
        /// Open a new office.
        OpenOffice = "open_office",
        /// Load a list from an older system.
        ImportLegacy = "import_legacy",
        /// Submit a challan (CrPC s.173).
        SubmitChallan = "submit_challan",
        /// Recommend cancellation or untraced (CrPC s.173).
        RecommendFinal = "recommend_final",
        /// Answer the prosecutor's objections.
        AnswerObjections = "answer_objections",
        /// Write down the prosecutor's objections, forwarding or agreement.
        WriteScrutiny = "write_scrutiny",
        /// Write down what the court did: receipt, hearing, charge, order, judgment.
        WriteCourt = "write_court",
        /// Take up again a case untraced or dormant.
        ReopenCase = "reopen_case",
        /// Proceed against a false report (PPC ss.182, 211).
        ProceedFalse = "proceed_false",
        /// Write whether a convict is to be watched.
        ReviewConvict = "review_convict",
        /// Write down the record office's certificate of destroyed finger-prints and photographs.
        CertifyPrints = "certify_prints",
        /// Take finger-prints and photographs of a person, and enrol him.
        EnrolPrints = "enrol_prints",
        /// Open a search slip, list what the engine gave, answer it.
        SearchPrints = "search_prints",
        /// Compare two prints and say what is found.
        ExaminePrints = "examine_prints",
        /// Join two enrolments as of one person, and part them.
        JoinPersons = "join_persons",
        /// Make a line-up of photographs, and record what a witness said of it.
        MakeLineup = "make_lineup",
        /// Read an enrolment, with the person, how he looks and works, and his history.
        ReadEnrolment = "read_enrolment",
        /// Search enrolments by how a person looks and works.
        SearchLooks = "search_looks",
        /// Read the diary.
        ReadDiary = "read_diary",
        /// Read the heading of a First Information Report: number, dates, offence; no person.
        ReadFir = "read_fir",
        /// Read it with its people and its story.
        ReadFirPersons = "read_fir_persons",
        /// Read how a case stands: stage, officers, dates, what was done and when; no person and no word.
        ReadCase = "read_case",
        /// Read the case file with its people and papers, without the case diaries.
        ReadCasePersons = "read_case_persons",
        /// Read the case diaries (CrPC s.172).
        ReadZimni = "read_zimni",
        /// Read a register.
        ReadRegister = "read_register",
        /// Search records; asked again for each row that is found.
        SearchRecords = "search_records",
        /// Read the statute book.
        ReadStatute = "read_statute",
        /// Read which tables of law nobody has verified.
        ReadUnverified = "read_unverified",
        /// Read who is posted where.
        ReadStaff = "read_staff",
        /// Read the audit log.
        ReadAudit = "read_audit",
        /// Read who has looked at a record.
        ReadWhoLooked = "read_who_looked",
        /// Read an office's journal.
        ReadJournal = "read_journal",
        /// Take a copy of an office's journal away.
        ExportJournal = "export_journal",
        /// Take a copy of a register away.
        ExportRegister = "export_register",
        /// Read the signed checkpoints of a journal.
        ReadCheckpoint = "read_checkpoint",
        /// Open the own home page.
        ReadHome = "read_home",
        /// Read what was imported from an older system.
        ReadLegacy = "read_legacy",
        /// Open, lock and reset accounts.
        ManageAccounts = "manage_accounts",
        /// Read what the nightly check found in the books of an office, and what came to it beside what it registered.
        ReadHealth = "read_health",
        /// Read the measurements of the service.
        ReadMetrics = "read_metrics",
        /// Send a file, and attach it to a record.
        AddFile = "add_file",
        /// Look at a file of a record.
        ReadFile = "read_file",
        /// Take a copy of a file away.
        CopyFile = "copy_file",
        /// Keep and resume a draft.
        UseDraft = "use_draft",
    }
}
