//! A vocabulary for tests and benchmarks, with how frequent each code is made among synthetic people. The product's
//! codes come from its callers.

use roznamcha_appearance::{Code, Kind, Method, Near, Place, TermList, Vocabulary, VocabularyData};

/// A list: codes with their weights, pairs taken for each other with their percentage.
pub struct List {
    pub name: &'static str,
    pub codes: &'static [(&'static str, f64)],
    pub near: &'static [(usize, usize, u8)],
    pub wrong: u8,
}

pub const FIELDS: [List; 11] = [
    List { name: "sex", codes: &[("male", 95.0), ("female", 5.0)], near: &[], wrong: 2 },
    List {
        name: "build",
        codes: &[("thin", 25.0), ("medium", 50.0), ("heavy", 18.0), ("athletic", 7.0)],
        near: &[(0, 1, 35), (1, 2, 35), (1, 3, 40), (2, 3, 20)],
        wrong: 15,
    },
    List {
        name: "complexion",
        codes: &[("fair", 20.0), ("wheatish", 60.0), ("dark", 20.0)],
        near: &[(0, 1, 40), (1, 2, 40)],
        wrong: 20,
    },
    List {
        name: "face",
        codes: &[("oval", 45.0), ("round", 25.0), ("long", 18.0), ("square", 12.0)],
        near: &[(0, 1, 35), (0, 2, 35), (1, 3, 25)],
        wrong: 25,
    },
    List {
        name: "hair",
        codes: &[("straight", 55.0), ("wavy", 20.0), ("curly", 12.0), ("receding", 8.0), ("bald", 5.0)],
        near: &[(0, 1, 40), (1, 2, 45), (3, 4, 40)],
        wrong: 15,
    },
    List {
        name: "hair_colour",
        codes: &[("black", 76.0), ("brown", 11.0), ("grey", 11.0), ("hennaed", 2.0)],
        near: &[(0, 1, 40), (1, 3, 30)],
        wrong: 15,
    },
    List {
        name: "eyes",
        codes: &[("black", 34.0), ("brown", 57.0), ("hazel", 5.0), ("green", 3.0), ("blue", 1.0)],
        near: &[(0, 1, 60), (1, 2, 40), (2, 3, 40), (3, 4, 30)],
        wrong: 20,
    },
    List {
        name: "beard",
        codes: &[("none", 48.0), ("stubble", 20.0), ("short", 20.0), ("full", 12.0)],
        near: &[(0, 1, 35), (1, 2, 40), (2, 3, 35)],
        wrong: 25,
    },
    List {
        name: "moustache",
        codes: &[("none", 35.0), ("thin", 30.0), ("thick", 28.0), ("twirled", 7.0)],
        near: &[(0, 1, 30), (1, 2, 30), (2, 3, 35)],
        wrong: 25,
    },
    List {
        name: "gait",
        codes: &[("ordinary", 92.0), ("limps", 4.0), ("stoops", 3.0), ("shuffles", 1.0)],
        near: &[(1, 3, 30)],
        wrong: 20,
    },
    List {
        name: "speech",
        codes: &[("ordinary", 91.0), ("hoarse", 4.0), ("stammers", 3.0), ("lisps", 2.0)],
        near: &[],
        wrong: 20,
    },
];

pub const KINDS: List = List {
    name: "kinds",
    codes: &[
        ("scar", 50.0),
        ("mole", 24.0),
        ("tattoo", 15.0),
        ("birthmark", 7.0),
        ("deformity", 2.5),
        ("missing_part", 1.5),
    ],
    near: &[(0, 3, 20), (1, 3, 40), (4, 5, 40)],
    wrong: 50,
};

pub const PLACES: List = List {
    name: "places",
    codes: &[
        ("forehead", 10.0),
        ("eyebrow", 8.0),
        ("cheek", 9.0),
        ("nose", 3.0),
        ("lip", 4.0),
        ("chin", 6.0),
        ("ear", 3.0),
        ("neck", 5.0),
        ("shoulder", 5.0),
        ("upper_arm", 8.0),
        ("forearm", 12.0),
        ("wrist", 4.0),
        ("hand", 9.0),
        ("finger", 6.0),
        ("chest", 4.0),
        ("back", 3.0),
        ("belly", 2.0),
        ("thigh", 2.0),
        ("knee", 3.0),
        ("foot", 2.0),
    ],
    near: &[
        (0, 1, 40),
        (2, 3, 20),
        (4, 5, 40),
        (2, 5, 20),
        (6, 7, 20),
        (8, 9, 40),
        (9, 10, 40),
        (10, 11, 40),
        (11, 12, 45),
        (12, 13, 45),
        (14, 16, 20),
        (17, 18, 30),
    ],
    wrong: 50,
};

pub const METHODS: List = List {
    name: "methods",
    codes: &[
        ("by_day", 30.0),
        ("by_night", 45.0),
        ("on_motorcycle", 32.0),
        ("with_pistol", 30.0),
        ("with_knife", 7.0),
        ("picks_lock", 9.0),
        ("breaks_wall", 4.0),
        ("over_roof", 7.0),
        ("through_window", 8.0),
        ("as_guest", 2.0),
        ("as_policeman", 1.5),
        ("as_meter_reader", 0.5),
        ("drugs_food", 1.0),
        ("at_bank", 5.0),
        ("at_traffic_light", 6.0),
        ("jewellery", 9.0),
        ("mobile_phones", 25.0),
        ("cattle", 6.0),
        ("car_by_key_copy", 2.0),
        ("ties_inmates", 3.0),
    ],
    near: &[(6, 7, 20), (9, 10, 15), (10, 11, 20)],
    wrong: 40,
};

impl List {
    fn terms(&self) -> TermList {
        let code = |number: &usize| self.codes[*number].0.to_owned();
        let near = |(one, other, percent): &(usize, usize, u8)| Near {
            one: code(one),
            other: code(other),
            percent: *percent,
        };
        TermList {
            name: self.name.to_owned(),
            codes: self.codes.iter().map(|(code, _)| (*code).to_owned()).collect(),
            near: self.near.iter().map(near).collect(),
            wrong_percent: self.wrong,
            at_once: self.name == "sex",
        }
    }

    /// How well one number fits another, as a part of one.
    pub fn fit(&self, one: usize, other: usize) -> f64 {
        let pair = |(a, b, _): &&(usize, usize, u8)| (*a, *b) == (one, other) || (*b, *a) == (one, other);
        if one == other { 1.0 } else { self.near.iter().find(pair).map_or(0.0, |n| f64::from(n.2) / 100.0) }
    }
}

pub fn data() -> VocabularyData {
    VocabularyData {
        fields: FIELDS.iter().map(List::terms).collect(),
        kinds: KINDS.terms(),
        places: PLACES.terms(),
        methods: METHODS.terms(),
    }
}

/// The vocabulary with its codes by number.
pub struct Sample {
    pub vocabulary: Vocabulary,
    pub coded: Vec<Vec<Code>>,
    pub kinds: Vec<Kind>,
    pub places: Vec<Place>,
    pub methods: Vec<Method>,
}

impl Sample {
    pub fn new() -> Self {
        let vocabulary = Vocabulary::new(&data()).unwrap();
        let of = |list: &List| -> Vec<Code> {
            list.codes.iter().map(|(code, _)| vocabulary.code(list.name, code).unwrap()).collect()
        };
        Self {
            coded: FIELDS.iter().map(of).collect(),
            kinds: KINDS.codes.iter().map(|(code, _)| vocabulary.kind(code).unwrap()).collect(),
            places: PLACES.codes.iter().map(|(code, _)| vocabulary.place(code).unwrap()).collect(),
            methods: METHODS.codes.iter().map(|(code, _)| vocabulary.method(code).unwrap()).collect(),
            vocabulary,
        }
    }
}
