//! Witness line-ups: fair fillers or none, blind to who shows it, recorded with what the witness said.

use roznamcha_access::Role;
use roznamcha_acts::Refusal;
use roznamcha_acts::kinds::{
    Body, EnrolRef, Gang, GangRole, GangStatus, LineupShow, PersonJoin, PrintsEnrol,
};
use roznamcha_records::{
    Caller, DoorError, LineupAsk, LineupView, NewLineup, NewShowing, NoLineup, ProposedLineup, Seen, SeenCode,
};
use roznamcha_trial::{STATION, discharge, party};

use super::looks::{stout, thin, told};
use super::{Desk, FIRST, desk};

struct Room {
    desk: Desk,
    suspect: EnrolRef,
    alike: Vec<EnrolRef>,
}

/// What the witness says, who got the beard right.
fn words() -> Seen {
    let mut words = told();
    words.codes.retain(|code| code.list != "beard");
    words.codes.push(SeenCode { list: "beard".to_owned(), code: "none".to_owned() });
    words
}

/// A suspect and so many who are described as he is.
async fn room(alike: u32) -> Room {
    let desk = desk().await;
    let suspect = desk.described(1, thin()).await;
    let mut all = Vec::new();
    for n in 2..2 + alike {
        all.push(desk.described(n, thin()).await);
    }
    Room { desk, suspect, alike: all }
}

impl Room {
    fn ask(&self, seed: u32) -> LineupAsk {
        LineupAsk {
            suspect: self.suspect.clone(),
            seen: words(),
            fillers: 5,
            seed,
            keep: Vec::new(),
            without: Vec::new(),
        }
    }

    async fn propose(&self, ask: &LineupAsk) -> Result<ProposedLineup, NoLineup> {
        self.desk.node.records.propose_lineup(&self.desk.cro, ask).await.unwrap()
    }

    fn asked(&self, lineup: &ProposedLineup) -> NewLineup {
        let others = lineup.faces.iter().filter(|face| face.of != self.suspect);
        let keep: Vec<EnrolRef> = others.map(|face| face.of.clone()).collect();
        NewLineup {
            ask: LineupAsk { fillers: keep.len(), keep, ..self.ask(lineup.measured.seed) },
            asked_by: STATION.to_owned(),
            case: "1/2026".to_owned(),
            said: "فرضی گواہ: پتلا، گھنگریالے بال".to_owned(),
        }
    }

    async fn make(&self, lineup: &ProposedLineup) -> String {
        let made =
            self.desk.node.records.make_lineup(&self.desk.cro, self.desk.node.id(), self.asked(lineup));
        made.await.unwrap().unwrap().act
    }

    async fn view(&self, by: &Caller, act: &str) -> LineupView {
        self.desk.node.records.lineup_view(by, "TRL-CRO", act).await.unwrap()
    }

    fn showing(&self, lineup: &str, picked: Option<u8>) -> NewShowing {
        NewShowing {
            office: "TRL-CRO".to_owned(),
            lineup: lineup.to_owned(),
            witness: party(700),
            shown: self.desk.node.records.now(),
            knew: false,
            picked,
            said: "فرضی جواب: شاید یہی تھا".to_owned(),
        }
    }

    async fn show(&self, by: &Caller, new: NewShowing) -> Result<String, DoorError> {
        let done = self.desk.node.records.show_lineup(by, self.desk.node.id(), new).await;
        done.map(|receipt| receipt.act)
    }
}

fn others(lineup: &ProposedLineup) -> Vec<EnrolRef> {
    let place = lineup.suspect;
    let all = lineup.faces.iter().enumerate().filter(|(at, _)| *at != place);
    let mut all: Vec<EnrolRef> = all.map(|(_, face)| face.of.clone()).collect();
    all.sort();
    all
}

#[tokio::test]
async fn a_lineup_is_proposed_of_who_fits_the_words_and_stands_as_the_seed_says() {
    let room = room(8).await;
    let far = room.desk.described(40, stout()).await;
    let lineup = room.propose(&room.ask(7)).await.unwrap();
    assert_eq!((lineup.faces.len(), lineup.faces[lineup.suspect].of.clone()), (6, room.suspect.clone()));
    assert!(others(&lineup).iter().all(|of| room.alike.contains(of) && *of != far));
    assert!(lineup.faces.iter().all(|face| face.photograph.len() == 64 && face.alone_in.is_empty()));
    assert_eq!((lineup.measured.functional, lineup.measured.effective), (Some(60), 60), "all are alike");
    assert_eq!((lineup.measured.of, lineup.measured.fair, lineup.measured.seed), (6, 8, 7));
    assert_eq!(room.propose(&room.ask(7)).await.unwrap(), lineup);
    let mut places = std::collections::BTreeSet::new();
    let mut drawn = std::collections::BTreeSet::new();
    for seed in 0..24 {
        let one = room.propose(&room.ask(seed)).await.unwrap();
        places.insert(one.suspect);
        drawn.insert(others(&one));
    }
    assert!(places.len() > 4 && drawn.len() > 4, "{places:?} {}", drawn.len());
}

#[tokio::test]
async fn another_takes_the_place_of_who_is_exchanged_and_the_others_stay() {
    let room = room(8).await;
    let lineup = room.propose(&room.ask(1)).await.unwrap();
    let mut keep = others(&lineup);
    let leaves = keep.remove(2);
    let ask = LineupAsk { keep: keep.clone(), without: vec![leaves.clone()], ..room.ask(1) };
    let after = others(&room.propose(&ask).await.unwrap());
    assert!(keep.iter().all(|of| after.contains(of)) && !after.contains(&leaves), "{after:?}");
    assert_eq!(after.len(), 5);
}

#[tokio::test]
async fn who_has_to_do_with_the_suspect_or_may_not_be_shown_is_no_filler() {
    let room = room(4).await;
    let desk = &room.desk;
    // A child, one without photograph, one of the suspect's own person: none of them is the fifth.
    let mut child = desk.ordered(20, thin()).await;
    child.person.age = Some(16);
    desk.write(child).await;
    let mut bare = desk.ordered(21, thin()).await;
    bare.photographs.clear();
    desk.write(bare).await;
    let himself = desk.described(22, thin()).await;
    let join = PersonJoin {
        one: room.suspect.clone(),
        other: himself,
        search: None,
        reasons: "فرضی وجوہ".to_owned(),
    };
    desk.node.records.join_persons(&desk.cro, desk.node.id(), join).await.unwrap();
    let short = room.propose(&room.ask(1)).await.unwrap_err();
    let NoLineup::TooFew { fair: 4, asked: 5, unfit } = &short else { panic!("{short:?}") };
    assert_eq!(unfit, &[("no_photograph".to_owned(), 1)]);
    desk.described(23, thin()).await;
    room.propose(&room.ask(1)).await.unwrap();
}

#[tokio::test]
async fn one_of_the_suspects_gang_does_not_stand_beside_him() {
    let desk = desk().await;
    let gang = Gang {
        name: "فرضی گروہ".to_owned(),
        role: GangRole::Member,
        status: GangStatus::Stated,
        source: "فرضی بیان".to_owned(),
    };
    let mut all = Vec::new();
    for n in 1..=6 {
        let mut body = desk.ordered(n, thin()).await;
        body.gang = (n < 3).then(|| gang.clone());
        all.push(desk.write(body).await);
    }
    let room = Room { suspect: all.remove(0), alike: all, desk };
    let short = room.propose(&room.ask(1)).await.unwrap_err();
    let NoLineup::TooFew { fair: 4, asked: 5, unfit } = &short else { panic!("{short:?}") };
    assert_eq!(unfit, &[("not_free".to_owned(), 1)]);
}

#[tokio::test]
async fn no_fair_lineup_is_no_lineup_but_the_reason() {
    let room = room(5).await;
    let ask = |seen: Seen| LineupAsk { seen, ..room.ask(1) };
    // Of what this witness said nothing is written of the suspect.
    let silent =
        Seen { codes: vec![SeenCode { list: "gait".into(), code: "slow".into() }], ..Seen::default() };
    assert_eq!(room.propose(&ask(silent)).await.unwrap_err(), NoLineup::NotDescribed);
    assert_eq!(
        room.propose(&LineupAsk { fillers: 20, ..room.ask(1) }).await.unwrap_err(),
        NoLineup::Size { fewest: 5, most: 19 }
    );
    let short = room.propose(&LineupAsk { fillers: 6, ..room.ask(1) }).await.unwrap_err();
    assert_eq!(short, NoLineup::TooFew { fair: 5, asked: 6, unfit: Vec::new() });
    let mut bare = room.desk.ordered(30, thin()).await;
    bare.photographs.clear();
    let bare = room.desk.write(bare).await;
    let of_bare = LineupAsk { suspect: bare, ..room.ask(1) };
    assert_eq!(room.propose(&of_bare).await.unwrap_err(), NoLineup::NoPhotograph);
    // What was proposed and is fair no more when it is made is not made.
    let lineup = room.propose(&room.ask(1)).await.unwrap();
    let mut forged = room.asked(&lineup);
    forged.ask.keep[0] = room.desk.described(31, stout()).await;
    let records = &room.desk.node.records;
    let made = records.make_lineup(&room.desk.cro, room.desk.node.id(), forged).await.unwrap();
    assert!(matches!(made, Err(NoLineup::TooFew { fair: 4, asked: 5, .. })), "{made:?}");
    assert_eq!(records.lineups(&room.desk.cro, 9).await.unwrap(), []);
}

#[tokio::test]
async fn who_did_not_make_a_lineup_is_blind_to_it_until_he_has_shown_it() {
    let room = room(6).await;
    let lineup = room.propose(&room.ask(3)).await.unwrap();
    let act = room.make(&lineup).await;
    let own = room.view(&room.desk.cro, &act).await;
    assert_eq!((own.blind, own.suspect.map(usize::from)), (false, Some(lineup.suspect + 1)));
    assert_eq!((own.measured, own.said.contains("گھنگریالے")), (Some(lineup.measured), true));
    let order: Vec<Option<EnrolRef>> = lineup.faces.iter().map(|face| Some(face.of.clone())).collect();
    assert_eq!(own.faces.iter().map(|face| face.of.clone()).collect::<Vec<_>>(), order);

    let second = &room.desk.second;
    let blind = room.view(second, &act).await;
    let told = serde_json::to_string(&blind).unwrap();
    assert!(blind.blind && blind.suspect.is_none() && blind.measured.is_none(), "{told}");
    for face in &lineup.faces {
        assert!(!told.contains(&face.of.act) && !told.contains(&face.photograph), "{told}");
    }
    assert!(blind.faces.iter().all(|face| face.there));
    let records = &room.desk.node.records;
    let picture = records.lineup_face(second, ("TRL-CRO", &act), 1).await.unwrap();
    assert!(picture.size > 100);
    assert!(matches!(records.lineup_face(second, ("TRL-CRO", &act), 7).await, Err(DoorError::NotFound)));
    assert!(matches!(records.lineup_face(second, ("TRL-CRO", &act), 0).await, Err(DoorError::NotFound)));

    // The maker knows, whatever he says; the second does not, and knows from then on.
    room.show(&room.desk.cro, room.showing(&act, None)).await.unwrap();
    room.show(second, room.showing(&act, Some(2))).await.unwrap();
    room.show(second, room.showing(&act, Some(3))).await.unwrap();
    let after = room.view(second, &act).await;
    let knew: Vec<(bool, Option<u8>)> = after.shown.iter().map(|one| (one.knew, one.picked)).collect();
    assert_eq!(knew, [(true, None), (false, Some(2)), (true, Some(3))]);
    assert!(!after.blind && after.shown[1].said.contains("شاید"));
    assert_eq!(after.shown[1].witness.name, party(700).name, "he met this one");
    assert_eq!(after.shown[0].witness.name, roznamcha_records::MASK, "and not that one");
    room.desk.sound().await;
}

#[tokio::test]
async fn a_lineup_and_a_showing_sent_again_are_the_same() {
    let room = room(6).await;
    let records = &room.desk.node.records;
    let lineup = room.propose(&room.ask(3)).await.unwrap();
    let id = room.desk.node.id();
    let first = records.make_lineup(&room.desk.cro, id, room.asked(&lineup)).await.unwrap().unwrap();
    let again = records.make_lineup(&room.desk.cro, id, room.asked(&lineup)).await.unwrap().unwrap();
    assert!(!first.repeated && again.repeated && first.act == again.act);
    let mut other = room.asked(&lineup);
    other.ask.keep.swap_remove(0);
    let taken = records.make_lineup(&room.desk.cro, id, other).await;
    assert!(matches!(taken, Err(DoorError::IdTaken(_))), "{taken:?}");
    let (id, showing) = (room.desk.node.id(), room.showing(&first.act, Some(1)));
    let first = records.show_lineup(&room.desk.second, id, showing.clone()).await.unwrap();
    let again = records.show_lineup(&room.desk.second, id, showing).await.unwrap();
    assert!(!first.repeated && again.repeated);
    let lines = records.lineups(&room.desk.cro, 9).await.unwrap();
    assert_eq!((lines.len(), lines[0].faces, lines[0].showings), (1, 6, 1));
}

#[tokio::test]
async fn by_the_general_door_no_lineup_is_made_or_shown() {
    let room = room(5).await;
    let lineup = room.propose(&room.ask(1)).await.unwrap();
    let act = room.make(&lineup).await;
    let kept = room.desk.node.store.act("TRL-CRO", &act).await.unwrap().unwrap().body.unwrap();
    let shown = LineupShow {
        lineup: act,
        witness: party(700),
        shown: room.desk.node.records.now(),
        shown_by: "TRL-cro".to_owned(),
        knew: false,
        picked: None,
        said: "فرضی".to_owned(),
    };
    for body in [kept, Body::LineupShow(shown)] {
        let refused = room.desk.node.act(&room.desk.cro, body).await.unwrap_err();
        assert!(
            matches!(&refused, DoorError::NotAllowed { key } if key == "lineup-through-its-page"),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_lineup_with_somebody_who_was_freed_is_shown_no_more() {
    let mut room = room(4).await;
    let case = room.desk.case(60).await;
    let of_case =
        PrintsEnrol { fir: Some(case.clone()), accused: Some(FIRST), ..room.desk.ordered(61, thin()).await };
    let filler = room.desk.write(of_case).await;
    room.alike.push(filler.clone());
    let lineup = room.propose(&room.ask(1)).await.unwrap();
    assert!(others(&lineup).contains(&filler));
    let act = room.make(&lineup).await;
    room.desk.node.act(&room.desk.sho, discharge(&case, FIRST, room.desk.node.records.now())).await.unwrap();
    let view = room.view(&room.desk.cro, &act).await;
    let gone: Vec<_> = view.faces.iter().filter(|face| !face.there).map(|face| face.of.clone()).collect();
    assert_eq!((view.withdrawn, gone), (1, vec![Some(filler)]));
    let place = view.faces.iter().find(|face| !face.there).unwrap().place;
    let picture = room.desk.node.records.lineup_face(&room.desk.cro, ("TRL-CRO", &act), place).await;
    assert!(matches!(picture, Err(DoorError::NotFound)));
    let refused = room.show(&room.desk.cro, room.showing(&act, None)).await.unwrap_err();
    let DoorError::Refused(Refusal::Fields { faults }) = refused else { panic!("{refused:?}") };
    assert_eq!(faults[0].code, "fault-lineup-withdrawn");
}

#[tokio::test]
async fn line_ups_are_the_record_offices_and_of_no_other_role() {
    let room = room(5).await;
    let lineup = room.propose(&room.ask(1)).await.unwrap();
    let act = room.make(&lineup).await;
    let records = &room.desk.node.records;
    let bare = room.desk.node.as_role(Role::Cro).await.unwrap();
    let unstated = records.propose_lineup(&bare, &room.ask(1)).await;
    assert!(matches!(unstated, Err(DoorError::PurposeNeeded { .. })), "{unstated:?}");
    for by in [&room.desk.sho, &room.desk.io] {
        let refused = records.propose_lineup(by, &room.ask(1)).await;
        assert!(matches!(refused, Err(DoorError::NotAllowed { .. })), "{refused:?}");
        let refused = records.make_lineup(by, room.desk.node.id(), room.asked(&lineup)).await;
        assert!(matches!(refused, Err(DoorError::NotAllowed { .. })), "{refused:?}");
        let hidden = records.lineup_view(by, "TRL-CRO", &act).await;
        assert!(matches!(hidden, Err(DoorError::NotFound)), "{hidden:?}");
    }
}

/// The engine and the act agree on how many faces there may be.
#[tokio::test]
async fn the_largest_lineup_that_is_proposed_is_made() {
    let room = room(19).await;
    let ask = LineupAsk { fillers: 19, ..room.ask(1) };
    let lineup = room.propose(&ask).await.unwrap();
    let act = room.make(&lineup).await;
    assert_eq!(room.view(&room.desk.cro, &act).await.faces.len(), 20);
}
