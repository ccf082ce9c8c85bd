//! Prints of another office's record: a transaction of ANSI/NIST-ITL, as scanners and bureaus send it. Its single
//! fingers, and the fingers of its slaps where it says where they lie, are taken in one by one.

use roznamcha_acts::ActId;
use roznamcha_prints::GrayImage;
use roznamcha_prints_formats::itl::{ItlError, Place, Print, Record, Transaction};

use super::enrol::derived;
use super::intake::PrintKept;
use crate::{Caller, DoorError, Records};

/// The most fingers that are taken from one record.
const MOST: usize = 20;

/// What was taken in of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKept {
    /// Each finger with its image; where a record has a finger twice, the better one.
    pub prints: Vec<(u8, PrintKept)>,
    /// Images that were not taken: of a kind or compression that is not read, palms, slaps that do not say where their
    /// fingers lie.
    pub left: usize,
}

/// The fingers of a record with their images, and how many images were left.
fn fingers(bytes: &[u8]) -> Result<(Vec<(u8, GrayImage)>, usize), ItlError> {
    let transaction = Transaction::read(bytes)?;
    let (mut all, mut left) = (Vec::new(), 0);
    for record in &transaction.records {
        let found = match record {
            Record::Plain(print) => match print.fingers {
                [finger, 255, ..] => print.image().map(|image| vec![(finger, image)]),
                _ => Ok(Vec::new()),
            },
            Record::Text(text) if text.kind == 14 => Print::of(text).and_then(|print| of_print(&print)),
            _ => continue,
        };
        match found {
            Ok(found) if !found.is_empty() => all.extend(found),
            // One image that is not read does not take the others with it.
            Ok(_) | Err(_) => left += 1,
        }
    }
    let before = all.len();
    all.retain(|(finger, _)| (1..=10).contains(finger));
    left += before - all.len();
    Ok((all, left))
}

fn of_print(print: &Print) -> Result<Vec<(u8, GrayImage)>, ItlError> {
    if print.place != Place::Person {
        return Ok(Vec::new());
    }
    if !print.segments.is_empty() {
        return print.cut();
    }
    match print.fingers.as_slice() {
        [finger] => Ok(vec![(*finger, print.image()?)]),
        _ => Ok(Vec::new()),
    }
}

impl Records {
    /// Takes in the prints of a record of ANSI/NIST-ITL. The same id and record again give the same answer.
    ///
    /// # Errors
    /// [`DoorError::Refused`] for what is no such record or holds no finger; else as [`Records::keep_print`].
    pub async fn keep_record(
        &self,
        caller: &Caller,
        id: ActId,
        bytes: Vec<u8>,
    ) -> Result<RecordKept, DoorError> {
        self.may_send(caller, &id.to_string()).await?;
        let turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
        let read = tokio::task::spawn_blocking(move || fingers(&bytes)).await;
        drop(turn);
        let read = read.map_err(|e| DoorError::Defect(e.to_string()))?;
        let (found, mut left) = read.map_err(|_| DoorError::field("file", "fault-print-record"))?;
        left += found.len().saturating_sub(MOST);
        let mut prints: Vec<(u8, PrintKept)> = Vec::new();
        for (place, (finger, image)) in found.into_iter().take(MOST).enumerate() {
            let own = derived("print of record", &[&id.to_string(), &place.to_string()]);
            let kept = self.keep_grey(caller, own, image).await?;
            match prints.iter_mut().find(|(other, _)| *other == finger) {
                Some((_, before)) if before.quality >= kept.quality => {}
                Some((_, before)) => *before = kept,
                None => prints.push((finger, kept)),
            }
        }
        if prints.is_empty() {
            return Err(DoorError::field("file", "fault-print-record"));
        }
        prints.sort_by_key(|(finger, _)| *finger);
        Ok(RecordKept { prints, left })
    }
}
