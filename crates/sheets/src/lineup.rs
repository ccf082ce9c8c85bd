//! The record of a witness line-up on paper, for who knows it already: whoever is blind to it cannot print it.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_records::{Caller, DoorError};
use roznamcha_words::Lang;

use crate::forms::Parade;
use crate::{Copyist, Printed, people};

impl Copyist {
    /// A line-up of the caller's office. The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses; [`DoorError::NotAllowed`] to who is not told the suspect.
    pub async fn lineup(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        (office, act): (&str, &str),
    ) -> Result<Printed, DoorError> {
        let view = self.records.lineup_view(caller, office, act).await?;
        if view.blind {
            return Err(DoorError::NotAllowed { key: "lineup-through-its-page".to_owned() });
        }
        let mut codes: Vec<String> = view.shown.iter().map(|one| one.shown_by.clone()).collect();
        codes.push(view.officer.clone());
        let staff = people::rows(&self.records, office, codes).await?;
        let document = DocumentPrint { form: "lineup".to_owned(), of: act.to_owned(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let (province, now) = (self.province(office), self.records.now());
        let pen = self.pen(lang, &province, now.day(), &staff);
        let form = pen.lineup(&Parade { view: &view, asked_by: self.named(lang, &view.asked_by), at: now });
        let stamp = self.stamp(act, &grant.leaf.unwrap_or_default(), grant.count);
        self.form(&pen, office, form, stamp, format!("line-up-{act}.pdf")).await
    }
}
