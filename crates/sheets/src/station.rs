//! The forms of a station: road certificate, charge note, inspection report; read through the door, counted, printed.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, DocumentPrint};
use roznamcha_acts::views::EntryRow;
use roznamcha_journal::EntryRef;
use roznamcha_records::{Caller, DoorError, EntryView};
use roznamcha_words::{Lang, Voice};
use std::collections::HashMap;

use crate::forms::{Charge, Inspection, Road, Shelved};
use crate::pack::{self, Writing};
use crate::{Copyist, Printed, people};

impl Copyist {
    /// A form of a station: `inspection`, or that of an act.
    ///
    /// # Errors
    /// Whatever the door refuses.
    pub async fn office_form(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        office: &str,
        form: &str,
    ) -> Result<Printed, DoorError> {
        match form {
            "inspection" => self.inspection(caller, lang, id, office).await,
            act => self.station_form(caller, lang, id, (office, act)).await,
        }
    }

    /// The road certificate or charge note of an act; any other act is not found. The same id again is the same print.
    async fn station_form(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        (office, act): (&str, &str),
    ) -> Result<Printed, DoorError> {
        let (view, body) = self.records.entry_of_act(caller, office, act).await?;
        let row = &view.row;
        let by = (row.officer.as_str(), row.rank.as_str());
        let (name, codes) = match &body {
            Body::RoadIssue(road) => ("road", vec![road.carrier.clone(), row.officer.clone()]),
            Body::ChargeHandOver(charge) => ("charge", vec![charge.to.clone(), row.officer.clone()]),
            _ => return Err(DoorError::NotFound),
        };
        let articles = self.articles(caller, office, &body).await?;
        let staff = people::rows(&self.records, office, codes).await?;
        let document = DocumentPrint { form: name.to_owned(), of: act.to_owned(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let leaf = grant.leaf.unwrap_or_default();
        // The diary's entry told that the act is there; its own register tells the number of the paper.
        let made = self.records.check_print(act, &leaf).await?.entries;
        let own = made.iter().filter_map(|e| e.parse::<EntryRef>().ok()).find(|e| e.register == "21");
        let province = self.province(office);
        let pen = self.pen(lang, &province, row.happened.day(), &staff);
        let entry = own.as_ref().unwrap_or(&row.entry);
        let form = match &body {
            Body::RoadIssue(body) => pen.road(&Road { body, entry, issued: by, articles: &articles }),
            Body::ChargeHandOver(body) => pen.charge(&Charge { body, from: by, at: row.happened }),
            _ => return Err(DoorError::NotFound),
        };
        let stamp = self.stamp(act, &leaf, grant.count);
        self.form(&pen, office, form, stamp, format!("{name}-{act}.pdf")).await
    }

    /// The lines of register XIX that a road certificate covers; without those that this officer may not see.
    async fn articles(&self, caller: &Caller, office: &str, body: &Body) -> Result<Vec<EntryRow>, DoorError> {
        let Body::RoadIssue(road) = body else { return Ok(Vec::new()) };
        let mut rows = Vec::with_capacity(road.items.len());
        for item in &road.items {
            match self.records.entry(caller, office, &item.to_string()).await {
                Ok(EntryView { row, .. }) => rows.push(row),
                Err(DoorError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(rows)
    }

    /// The inspection report of a station, filled from its books as they stand.
    async fn inspection(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        office: &str,
    ) -> Result<Printed, DoorError> {
        let marks = self.records.shelf(caller, office).await?;
        let unattested = self.records.unattested(caller, office).await?;
        let of = |register: &str| unattested.iter().filter(|c| c.entry.register == register).count();
        let shelf = marks.into_iter().map(|m| Shelved {
            unattested: of(&m.register),
            register: m.register,
            entries: m.entries,
            last: m.last,
        });
        let now = self.records.now();
        let pack = self.records.inspection(caller, office).await?;
        let voice = Voice::new(lang, self.words.clone());
        let told = pack::said(&self.records, &voice, &pack, Writing::Words).await?;
        let told = told.iter().map(|section| (section.title.clone(), section.total, section.first()));
        let found = Inspection { at: now, shelf: shelf.collect(), found: told.collect() };
        let (province, staff) = (self.province(office), HashMap::new());
        let pen = self.pen(lang, &province, now.day(), &staff);
        let form = pen.inspection(&found);
        // It is of no act: its print can be checked by the act that counted it.
        let document =
            DocumentPrint { form: "inspection".to_owned(), of: now.day().to_string(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let stamp = self.stamp(&grant.receipt.act, &grant.receipt.leaf.to_string(), grant.count);
        self.form(&pen, office, form, stamp, format!("inspection-{office}-{}.pdf", now.day())).await
    }
}
