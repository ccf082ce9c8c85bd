//! Writing a transaction.

use super::{Head, ItlError, Record, Text, Transaction, head};

impl Transaction {
    /// A transaction of these records.
    ///
    /// # Errors
    /// [`ItlError::List`] where a record has no number.
    pub fn of(head: &Head, records: Vec<Record>) -> Result<Self, ItlError> {
        let mut text: Text = head.text();
        text.set(head::LIST, head::listed(&records)?);
        Ok(Self { head: text, records })
    }

    /// The bytes of its file.
    ///
    /// # Errors
    /// [`ItlError::List`] where the first record does not list the others as they are; [`ItlError::Separator`].
    pub fn write(&self) -> Result<Vec<u8>, ItlError> {
        let list = head::list(&self.head)?;
        let agrees = list.len() == self.records.len()
            && list
                .iter()
                .zip(&self.records)
                .all(|((kind, number), record)| *kind == record.kind() && Some(*number) == record.number());
        if !agrees {
            return Err(ItlError::List);
        }
        let mut bytes = self.head.write()?;
        for (place, record) in self.records.iter().enumerate() {
            let content = match record {
                Record::Text(text) => {
                    bytes.extend(text.write()?);
                    continue;
                }
                Record::Plain(print) => print.write(),
                Record::Binary { content, .. } => content.clone(),
            };
            let length = u32::try_from(content.len() + 4).map_err(|_| ItlError::Length(place + 2))?;
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend(content);
        }
        Ok(bytes)
    }
}
