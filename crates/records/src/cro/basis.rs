//! Under which sections of the law prints may be taken of a person: the rules are asked, before anything is brought, what
//! they would say of the enrolment.

use roznamcha_acts::engine::{self, Circumstances};
use roznamcha_acts::kinds::{
    EnrolBasis, Looks, Missing, Order, Party, PhotoView, Photograph, PrintsEnrol, TakenPrint,
};
use roznamcha_acts::rows::{Known, Want};
use roznamcha_acts::{ActId, Body, Moment, Refusal};

use crate::perform::action_of;
use crate::{Caller, DoorError, NewAct, OfficeInfo, Records};

/// A rank that may take prints, to ask about what does not hang on it.
const RANK: &str = "si";

/// An enrolment of which only the question is asked: may it be under this section?
fn asked(basis: EnrolBasis, fir: &str, accused: u32, now: Moment) -> PrintsEnrol {
    let ordered = matches!(basis, EnrolBasis::Bond | EnrolBasis::Magistrate);
    let order = || Order { authority: "-".to_owned(), number: "-".to_owned(), date: now.day() };
    PrintsEnrol {
        basis,
        fir: Some(fir.to_owned()),
        accused: Some(accused),
        order: ordered.then(order),
        person: Party::default(),
        taken: now,
        taken_by: "-".to_owned(),
        taken_rank: RANK.to_owned(),
        prints: bare(),
        photographs: Vec::new(),
        looks: Looks::default(),
        method: Vec::new(),
        method_words: String::new(),
        gang: None,
    }
}

/// Prints that need no image and no template.
fn bare() -> Vec<TakenPrint> {
    let missing = Some(Missing::Amputated);
    vec![TakenPrint { finger: 1, file: None, template: String::new(), quality: 0, missing }]
}

/// A photograph that is not there yet.
fn photograph(place: usize) -> Photograph {
    let sha256 = format!("{place:064x}");
    Photograph { sha256, view: PhotoView::Front, size: 0, media: String::new() }
}

impl Records {
    /// Under which sections this officer may enrol an accused of a case now, as the rules say; none where he may not at
    /// all.
    ///
    /// # Errors
    /// Store errors.
    pub async fn enrol_bases(
        &self,
        caller: &Caller,
        office: &str,
        fir: &str,
        accused: u32,
    ) -> Result<Vec<EnrolBasis>, DoorError> {
        let mut bases = Vec::new();
        for basis in EnrolBasis::ALL {
            let body = Body::PrintsEnrol(asked(basis, fir, accused, self.clock.now()));
            let new =
                NewAct { office: Some(office.to_owned()), ..NewAct::now(ActId(uuid::Uuid::nil()), body) };
            let place = self.place_of(caller, &new).await?;
            // Nothing is attempted: what is not allowed is not offered, and leaves no row in the audit log.
            let row = self.touched(&place.code, &new.body).await?;
            if !self.decided(caller, action_of(&new.body), &row).allowed {
                return Ok(Vec::new());
            }
            match self.foreseen(caller, new, &place).await {
                Ok(()) => bases.push(basis),
                Err(DoorError::Refused(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(bases)
    }

    /// The question whether prints, and so many photographs, may be taken under this section: of an accused of a case, or
    /// of one without a case. It is asked before any image is kept.
    ///
    /// # Errors
    /// By policy; [`DoorError::Refused`] with the section that does not allow it; [`DoorError::NotFound`] where the section
    /// is for persons of a case alone; store errors.
    pub async fn may_take_prints(
        &self,
        caller: &Caller,
        office: Option<String>,
        basis: EnrolBasis,
        of: Option<(&str, u32)>,
        photographs: usize,
    ) -> Result<(), DoorError> {
        let (fir, accused) = of.unwrap_or_default();
        let mut body = asked(basis, fir, accused, self.clock.now());
        body.photographs = (0..photographs).map(photograph).collect();
        if of.is_none() {
            (body.fir, body.accused) = (None, None);
            "-".clone_into(&mut body.person.name);
        }
        let body = Body::PrintsEnrol(body);
        let new = NewAct { office, ..NewAct::now(ActId(uuid::Uuid::nil()), body) };
        let place = self.place_of(caller, &new).await?;
        self.leave_to_perform(caller, &new, &place).await?;
        match self.foreseen(caller, new, &place).await {
            // The photographs are not there yet. Every other field is filled in: what is wrong is that this section needs a
            // case, or that the person has no name.
            Err(DoorError::Refused(Refusal::Fields { faults })) => {
                let absent = faults.iter().all(|fault| fault.field.starts_with("photographs."));
                if absent { Ok(()) } else { Err(DoorError::NotFound) }
            }
            other => other,
        }
    }

    /// What the rules would say of an act, were it performed now. Nothing is written.
    async fn foreseen(&self, caller: &Caller, new: NewAct, place: &OfficeInfo) -> Result<(), DoorError> {
        let (act, written) = (self.act_of(caller, new, place), self.clock.now());
        let mut known = Known::default();
        loop {
            let wants = engine::wants(&act, written, &known);
            if wants.is_empty() {
                break;
            }
            for want in wants {
                match want {
                    Want::Row(key) => {
                        let body = self.store.row(&key).await?;
                        known.row(key, body);
                    }
                    Want::Act(id) => {
                        let rec = self.store.act(&place.code, &id).await?;
                        known.act_found(id, rec);
                    }
                    Want::File(sha256) => known.file_found(sha256, None),
                }
            }
        }
        let at = Circumstances { written, province: &place.province, law: &*self.law };
        engine::decide(act, at, &known).map(|_| ()).map_err(DoorError::Refused)
    }
}
