//! The shipped data: complete, consistent, honest.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use roznamcha_statute::{
    Cognizance, Entering, Look, Maximum, Method, Numbering, OffenceCode, OfficeCode, OfficeKind, Province,
    RegisterKind, RegisterNo, Sources, StatuteBook, Tag,
};

use crate::{book, today};

#[test]
fn every_reference_resolves_and_nothing_is_given_twice() {
    // Loading itself checks references, duplicates, citation, first day and Urdu script.
    if let Err(error) = StatuteBook::built_in() {
        panic!("{error:#?}");
    }
}

#[test]
fn nothing_without_a_source_claims_to_be_verified() {
    for name in Sources::built_in().names().collect::<Vec<_>>() {
        let sources = Sources::built_in();
        let mut reader = csv::Reader::from_reader(sources.text(name).unwrap().as_bytes());
        let header = reader.headers().unwrap().clone();
        let place = |column: &str| header.iter().position(|h| h == column).unwrap();
        for record in reader.records().map(Result::unwrap) {
            let cell = |column| &record[place(column)];
            assert_eq!(cell("verified") == "yes", cell("tag") == "F", "{name}: {record:?}");
            assert!(!cell("citation").is_empty() && !cell("effective_from").is_empty(), "{name}: {record:?}");
        }
    }
}

#[test]
fn flags_from_memory_are_listed_as_unverified() {
    let book = book();
    let listed: BTreeSet<_> = book.unverified().into_iter().map(|u| (u.file, u.code)).collect();
    for offence in book.offences().iter().filter(|o| o.cognizance.is_some()) {
        assert!(listed.contains(&("offences.csv", offence.code.to_string())), "{}", offence.code);
    }
    assert!(listed.contains(&("registers.csv", "II numbering".to_owned())), "a doubt within a verified row");
    assert!(!listed.contains(&("registers.csv", "I".to_owned())));
    assert!(book.unverified().iter().all(|u| u.tag != Tag::Found && !u.citation.is_empty()));
}

#[test]
fn counts_by_head() {
    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    for offence in book().offences() {
        *heads.entry(offence.head.to_string()).or_default() += 1;
    }
    insta::assert_snapshot!(heads.iter().map(|(h, n)| format!("{h} {n}")).collect::<Vec<_>>().join("\n"));
}

#[test]
fn counts_by_file_and_tag() {
    let mut tags: BTreeMap<(&str, Tag), usize> = BTreeMap::new();
    for row in book().unverified() {
        *tags.entry((row.file, row.tag)).or_default() += 1;
    }
    insta::assert_snapshot!(
        tags.iter().map(|((f, t), n)| format!("{f} {t} {n}")).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn every_offence_is_under_the_head_that_the_returns_know() {
    let book = book();
    for offence in book.offences() {
        let head = book.head(&offence.head).unwrap();
        assert_eq!(head.return_line.is_empty(), offence.is_modifier(), "{}", offence.code);
    }
}

#[test]
fn murder_and_its_neighbours() {
    let book = book();
    let murder = book.offence(&"PPC-302".parse().unwrap()).unwrap();
    assert!(murder.maximum.death && murder.maximum.life);
    assert_eq!(murder.maximum.years(), Some(25));
    assert_eq!(murder.is_cognizable(), Some(true));
    assert!(!murder.sealed_by_default());
    assert!(book.offence(&"PPC-376".parse().unwrap()).unwrap().sealed_by_default());
    assert!(book.offence(&"PPC-34".parse().unwrap()).unwrap().is_modifier());
}

#[test]
fn only_three_sections_of_the_cyber_law_are_cognizable() {
    let book = book();
    let peca = book.offences().iter().filter(|o| o.act.as_str() == "PECA");
    let cognizable: Vec<_> =
        peca.filter(|o| o.cognizance == Some(Cognizance::Cognizable)).map(|o| o.section.as_str()).collect();
    assert_eq!(cognizable, ["10", "21", "22"]);
}

#[test]
fn law_holds_only_in_its_place_and_days() {
    let book = book();
    let code: OffenceCode = "PPC-325".parse().unwrap();
    assert!(book.offence_on(&code, Province::Punjab, date(2020, 1, 1)).is_some());
    assert!(book.offence_on(&code, Province::Punjab, today()).is_none(), "repealed in 2022");
    let tenants: OffenceCode = "PITRA-11".parse().unwrap();
    assert!(book.offence_on(&tenants, Province::Punjab, today()).is_some());
    assert!(book.offence_on(&tenants, Province::Sindh, today()).is_none());
    assert!(book.offence_on(&tenants, Province::Punjab, date(2010, 1, 1)).is_none());
    assert!(book.offences_in_force(Province::Sindh, today()).any(|o| o.code.as_str() == "SAA-23"));
}

#[test]
fn twenty_five_registers_with_columns() {
    let book = book();
    let statutory = book.registers_of(RegisterKind::Statutory);
    let numbers: Vec<u8> = statutory.filter_map(|r| r.number.number()).collect();
    assert_eq!(numbers, (1..=25).collect::<Vec<_>>());
    for register in book.registers() {
        let parts = book.parts(register.number);
        assert!(!parts.is_empty(), "{}", register.number);
        for part in parts {
            let columns = book.columns(register.number, &part.part);
            assert!(!columns.is_empty(), "{} {}", register.number, part.part);
            let orders: Vec<_> = columns.iter().map(|c| c.order).collect();
            assert_eq!(
                orders,
                (1..).take(orders.len()).collect::<Vec<_>>(),
                "{} {}",
                register.number,
                part.part
            );
        }
    }
    let diary = book.register(RegisterNo::new(2).unwrap()).unwrap();
    assert_eq!(diary.numbering, Numbering::Day);
    assert!(book.register(RegisterNo::new(8).unwrap()).unwrap().obsolete);
    let boxes: BTreeSet<_> =
        book.columns(RegisterNo::new(1).unwrap(), "fir").iter().filter_map(|c| c.printed_box).collect();
    assert_eq!(boxes, (1..=6).collect(), "the six numbered boxes of Form 24.5(1)");
}

#[test]
fn working_registers_stand_beside_the_25() {
    let book = book();
    let words: Vec<_> = book.registers_of(RegisterKind::Working).map(|r| r.number.written()).collect();
    for wanted in [
        "w-zimni",
        "w-custody",
        "w-slip",
        "w-parvi",
        "w-visitor",
        "w-complaint",
        "w-vehicle",
        "w-mlc",
        "w-fsl",
    ] {
        assert!(words.iter().any(|w| w == wanted), "{wanted}");
    }
    let zimni: RegisterNo = "w-zimni".parse().unwrap();
    assert_eq!((zimni.written().as_str(), zimni.to_string().as_str()), ("w-zimni", "W-ZIMNI"));
    assert_eq!(book.part(zimni, "-").unwrap().part, "main");
    let keys: Vec<_> = book.columns(zimni, "main").iter().map(|c| c.key.as_str()).collect();
    assert_eq!(keys, ["serial", "fir_no", "zimni_no", "date", "officer"], "nothing of a diary's contents");
    for wrong in ["0", "26", "01", "+1", "w-", "W-ZIMNI", "w-zimni/2", "w-averyveryverylong", "zimni", ""] {
        assert!(wrong.parse::<RegisterNo>().is_err(), "{wrong}");
    }
}

#[test]
fn no_column_asks_for_ethnicity_caste_or_religion() {
    let book = book();
    for number in book.registers().iter().map(|r| r.number) {
        for part in book.parts(number) {
            for column in book.columns(number, &part.part) {
                let text = format!("{} {} {}", column.key, column.en, column.ur).to_lowercase();
                for word in ["caste", "tribe", "religion", "ethnic", "قوم", "ذات", "مذہب"] {
                    assert!(!text.split(|c: char| !c.is_alphanumeric()).any(|w| w == word), "{text}");
                }
            }
        }
    }
}

#[test]
fn offices_lead_from_district_to_country() {
    let book = book();
    let lahore: OfficeCode = "PK-PB-LHR".parse().unwrap();
    let above: Vec<_> = book.ancestors(&lahore).iter().map(|o| o.code.to_string()).collect();
    assert_eq!(above, ["PK-PB-LHR-R", "PK-PB", "PK"]);
    assert_eq!(book.children(&"PK".parse().unwrap()).len(), 7);
    let mut by_province: BTreeMap<String, usize> = BTreeMap::new();
    for district in book.offices().iter().filter(|o| o.kind == OfficeKind::District) {
        let above = book.ancestors(&district.code);
        assert_eq!(above.len(), 3, "{}", district.code);
        *by_province.entry(above[1].code.to_string()).or_default() += 1;
    }
    insta::assert_snapshot!(
        by_province.iter().map(|(p, n)| format!("{p} {n}")).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn deadlines_d1_to_d31_are_all_there() {
    let ids: BTreeSet<String> =
        book().deadlines().iter().filter_map(|d| d.id.split('-').next().map(str::to_owned)).collect();
    let wanted: BTreeSet<String> = (1..=31).map(|n| format!("D{n}")).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn ranks_rise_and_roles_name_real_ranks() {
    let book = book();
    assert!(book.ranks().windows(2).all(|pair| pair[0].order <= pair[1].order));
    let io = book.role(&"io".parse().unwrap()).unwrap();
    assert_eq!(io.minimum_rank.as_ref().map(|r| r.as_str()), Some("asi"));
    assert!(book.role(&"front_desk".parse().unwrap()).unwrap().minimum_rank.is_none());
    assert!(book.basis(&"CrPC-154".parse().unwrap()).unwrap().ur.contains("اطلاع"));
}

#[test]
fn what_may_be_typed_by_hand() {
    let book = book();
    let entering = |number: u8| -> BTreeSet<Entering> {
        book.parts(RegisterNo::new(number).unwrap()).iter().map(|p| p.entering).collect()
    };
    assert_eq!(entering(8), [Entering::Closed].into(), "VIII stays closed");
    for number in [2, 4, 10, 11, 19, 20, 21, 25] {
        assert_eq!(entering(number), [Entering::Posted].into(), "{number}");
    }
    for number in [3, 5, 7, 12, 13, 14, 17, 23, 24] {
        assert_eq!(entering(number), [Entering::Typed].into(), "{number}");
    }
    for register in book.registers() {
        for part in book.parts(register.number) {
            let columns = book.columns(register.number, &part.part);
            let typed = columns.iter().any(|c| c.pen.needed);
            assert_eq!(typed, part.entering == Entering::Typed, "{} {}", register.number, part.part);
        }
    }
}

#[test]
fn looks_and_methods_are_lists_of_codes() {
    let book = book();
    for list in Look::LISTS {
        let rows: Vec<&Look> = book.looks_on(list, Province::Punjab, today()).collect();
        assert!(rows.len() >= 4, "{list}");
        for row in &rows {
            let mutual = |near: &String| rows.iter().any(|r| r.code == *near && r.near.contains(&row.code));
            assert!(row.near.iter().all(mutual), "{list} {}: taken for each other", row.code);
            assert_eq!(row.from.is_some(), list.ends_with("_band"), "{list} {}", row.code);
        }
        if list.ends_with("_band") {
            assert!(rows.windows(2).all(|two| two[0].to == two[1].from), "{list} without a gap");
        }
    }
    assert!(book.looks().iter().all(|look| Look::LISTS.contains(&look.list.as_str())));
    let of = |cm: u16| book.looks().iter().find(|l| l.list == "height_band" && l.holds(cm)).unwrap();
    assert_eq!((of(172).code.as_str(), of(171).code.as_str()), ("tall", "medium"));
    for method in book.methods() {
        let (group, _) = method.code.split_once('.').unwrap();
        assert!(group == method.group && Method::GROUPS.contains(&group), "{}", method.code);
    }
    assert!(Method::GROUPS.iter().all(|group| book.methods().iter().any(|m| m.group == *group)));
    let words = book.looks().iter().flat_map(|l| [&l.en, &l.ur]);
    for text in words.chain(book.methods().iter().flat_map(|m| [&m.en, &m.ur])) {
        for word in ["caste", "tribe", "religion", "ethnic", "قوم", "ذات", "مذہب"] {
            let mut parts = text.to_lowercase();
            parts = parts.replace('،', " ");
            assert!(!parts.split_whitespace().any(|w| w == word), "{text}");
        }
    }
}

#[test]
fn a_year_or_more_is_told_from_the_greatest_punishment() {
    let a_year = |text: &str| text.parse::<Maximum>().unwrap().a_year();
    for (max, wanted) in [
        ("D", Some(true)),
        ("L,10y", Some(true)),
        ("12m", Some(true)),
        ("1y", Some(true)),
        ("6m", Some(false)),
        ("fine", Some(false)),
        ("principal", None),
        ("", None),
    ] {
        assert_eq!(a_year(max), wanted, "{max}");
    }
}
