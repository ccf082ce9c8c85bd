//! The report of a backtest as a page that stands by itself.

use std::fmt::Write as _;

use crate::report::Report;

const HEAD: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Backtest</title>\
<style>body{font:16px/1.5 sans-serif;margin:2rem;max-width:90rem}table{border-collapse:collapse}\
th,td{padding:.3rem .7rem;border-bottom:1px solid #bbb;text-align:right}th:first-child{text-align:left}\
caption{text-align:left;padding:.5rem 0}</style>";

const NOTES: &str = "<p>Hit: the share of the reported crimes of the windows that lay in the flagged squares, with its \
standard error from drawing the windows again. PAI: hit by share of area. PEI: what was caught of the most that as many \
squares could have caught. Deviance: of a Poisson process, by crime; smaller is truer. Brier: of any crime on a square. \
Ratio: expected by happened. Seconds: of one core, for the first fit and for each window. Every method saw only what was \
known before each window.</p><p>A forecast speaks of places and windows of time. It is not a ground to stop anyone.</p>";

/// A page in HTML.
pub(crate) fn html(report: &Report) -> String {
    let mut out = format!(
        "{HEAD}<h1>Backtest</h1><table><caption>{}</caption><tr><th>method",
        escaped(&report.heading())
    );
    for area in ["1 % of area", "5 % of area", "0.75 sq mi", "0.25 sq mi"] {
        let _ = write!(out, "<th>hit, {area}<th>PAI<th>PEI");
    }
    out.push_str("<th>deviance<th>Brier<th>ratio<th>fit, s<th>forecast, s</tr>");
    for outcome in &report.outcomes {
        let _ = write!(out, "<tr><th>{}", outcome.method.name());
        for caught in &outcome.worth.caught {
            let (hit, error) = (caught.hit, caught.error);
            let _ = write!(out, "<td>{hit:.4} ± {error:.4}<td>{:.2}<td>{:.3}", caught.pai, caught.pei);
        }
        let worth = &outcome.worth;
        let _ = write!(
            out,
            "<td>{:.4}<td>{:.5}<td>{:.3}<td>{:.3}<td>{:.4}</tr>",
            worth.deviance, worth.brier, worth.ratio, outcome.fit, outcome.predict
        );
    }
    let _ = writeln!(out, "</table>{NOTES}</html>");
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
