//! The statute book as data: offences, ranks, offices, registers, each with citation and dates.
