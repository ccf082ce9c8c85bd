//! A day on which much was told to the station and little registered: for tests of supervision.

use roznamcha_access::Role;
use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{
    Body, BookEnter, Directs, InformantCall, JusticeComply, JusticeOrder, ReportNoncognizable, ReportRefuse,
    Says,
};
use roznamcha_records::{DoorError, NewAct};
use std::collections::BTreeMap;

use crate::{Node, STATION, fir, party};

/// The acts of that day.
#[derive(Clone, Debug)]
pub struct Informed {
    /// A report refused.
    pub refused: String,
    /// A report of a theft a week ago, with the reason of its delay, registered two days after the information.
    pub late: String,
    /// The order upon the refusal.
    pub order: String,
    /// The report registered upon that order, two hours after it came.
    pub upon: String,
    /// The call in which the informant of the refusal disagreed.
    pub call: String,
}

fn told(part: &str, cells: &[(&str, String)]) -> Body {
    let cells: BTreeMap<String, String> = cells.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
    Body::BookEnter(BookEnter {
        register: "w-complaint".to_owned(),
        part: part.to_owned(),
        cells,
        columns: Vec::new(),
        diary: None,
    })
}

/// Writes the day; the diary of the station is open.
///
/// # Errors
/// The door's.
pub async fn informed(node: &Node) -> Result<Informed, DoorError> {
    let (sho, moharrar) = (node.as_role(Role::Sho).await?, node.as_role(Role::Moharrar).await?);
    let refuse = Body::ReportRefuse(ReportRefuse {
        informant: party(1),
        substance: "فرضی اطلاع: کرایہ کا تنازع".to_owned(),
        reasons: "فرضی وجہ: دیوانی معاملہ".to_owned(),
        notice: "handed".to_owned(),
    });
    let refused = node.act(&sho, refuse).await?.act;
    let lesser = Body::ReportNoncognizable(ReportNoncognizable {
        informant: party(2),
        sections: Vec::new(),
        substance: "فرضی اطلاع: گالم گلوچ".to_owned(),
        place: String::new(),
        magistrate: None,
    });
    node.act(&moharrar, lesser).await?;
    let told_by = |n: u32| {
        let substance = ("substance", format!("فرضی مضمون {n}"));
        let at = ("received_at", node.records.now().to_string());
        [("informant", format!("فرضی شخص {n}")), substance, at]
    };
    node.act(&moharrar, told("call", &told_by(3))).await?;
    let [informant, substance, at] = told_by(4);
    let desk = ("channel", "front_desk".to_owned());
    node.act(&moharrar, told("complaint", &[informant, substance, at, desk])).await?;
    let now = node.records.now();
    let mut report = fir(5, now.plus_seconds(-2 * 86_400));
    report.occurred_from = now.plus_seconds(-7 * 86_400);
    report.delay_reason = Some("فرضی وجہ تاخیر".to_owned());
    let late = node.act(&moharrar, Body::FirRegister(report)).await?.act;
    let order = Body::JusticeOrder(JusticeOrder {
        petition_no: "77/2026".to_owned(),
        filed: now.day(),
        court: "فرضی سیشن عدالت".to_owned(),
        order_date: now.day(),
        received: now,
        directs: Directs::Register,
        direction: "فرضی حکم: مقدمہ درج کیا جائے".to_owned(),
        report: Some(refused.clone()),
        fir: None,
    });
    let order = node.act(&moharrar, order).await?.act;
    node.clock.set(now.plus_seconds(2 * 3_600));
    let upon = node.act(&moharrar, Body::FirRegister(fir(6, node.records.now()))).await?.act;
    let comply = Body::JusticeComply(JusticeComply {
        order: order.clone(),
        fir: Some(upon.clone()),
        report: "فرضی رپورٹ تعمیل".to_owned(),
        entry: None,
        directs: None,
        by: None,
        done: None,
        sealed: false,
    });
    node.act(&sho, comply).await?;
    let sdpo = node.as_role(Role::Sdpo).await?;
    let call = called(node.id(), &refused, Says::Disagrees);
    let call = node.records.perform(&sdpo, call).await?.act;
    Ok(Informed { refused, late, order, upon, call })
}

/// A supervisor's call about an act of the first station.
pub fn called(id: ActId, report: &str, says: Says) -> NewAct {
    let words = "فرضی جواب: میں نے چوری کی اطلاع دی تھی".to_owned();
    let body = InformantCall { report: report.to_owned(), says, words, entry: None, sealed: false };
    NewAct { office: Some(STATION.to_owned()), ..NewAct::now(id, Body::InformantCall(body)) }
}
