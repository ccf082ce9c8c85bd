//! Printed documents: the FIR, the diary sheet, by Typst.
