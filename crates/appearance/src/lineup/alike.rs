//! Where fillers are looked for: among those of whom the witness might have said the same for the same reasons.

use crate::cells;
use crate::description::{Description, Side};
use crate::index::Index;
use crate::lineup::LineupError;
use crate::query::{About, Must, Query, SaidMark};
use crate::row::Row;
use crate::vocabulary::Code;

impl Index {
    /// The words as they would be had the witness described the suspect's record: of each thing said what the record says
    /// of it, of what everybody sees at once exactly that. A search by these finds a pool for [`Index::lineup`].
    ///
    /// # Errors
    /// [`LineupError::Description`] for a description that cannot be.
    pub fn alike(&self, words: &Query, suspect: &Description) -> Result<Query, LineupError> {
        Row::of(&self.vocabulary, suspect)?;
        let said = |code: &&Code| words.coded.iter().any(|word| word.field() == code.field());
        let coded: Vec<Code> = suspect.coded.iter().filter(said).copied().collect();
        let at_once = |code: &&Code| self.vocabulary.terms(code.field()).is_some_and(|terms| terms.at_once);
        let must = suspect.coded.iter().filter(at_once).map(|code| Must::Coded(vec![*code])).collect();
        let about = |word: Option<About>, value: Option<u16>| {
            word.zip(value).map(|(word, value)| About { value, tolerance: word.tolerance })
        };
        let born = suspect.born.map(|born| born.from + (born.to - born.from) / 2);
        let marks = words.marks.iter().filter_map(|word| self.own(word, suspect)).collect();
        let known = |method: &&_| suspect.methods.iter().flatten().any(|own| own == *method);
        Ok(Query {
            year: words.year,
            height: about(words.height, suspect.height_cm),
            weight: about(words.weight, suspect.weight_kg),
            born: about(words.born, born),
            coded,
            marks,
            methods: words.methods.iter().filter(known).copied().collect(),
            must,
        })
    }

    /// The suspect's own mark that a word fits best, told in as much detail as the word.
    fn own(&self, word: &SaidMark, suspect: &Description) -> Option<SaidMark> {
        let fit = |mark: &_| cells::fit(&self.vocabulary, word, mark);
        let best =
            suspect.marks.iter().flatten().max_by_key(|mark| fit(mark)).filter(|mark| fit(mark) > 0)?;
        let side = if word.side == Side::Unknown { word.side } else { best.side };
        Some(SaidMark { kind: word.kind.map(|_| best.kind), place: word.place.map(|_| best.place), side })
    }
}
