//! The mix of offences a station registers. Weights follow what public statements say of Punjab stations: property
//! first, then hurt, bad cheques, narcotics and arms; the gravest are rare.

/// What was carried off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loot {
    Nothing,
    Phone,
    Bike,
    Cash,
    Jewels,
    Cattle,
    Goods,
    /// No loot: the plate of a vehicle in the story.
    Plate,
}

/// Who suffered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    /// The informant.
    Informant,
    /// A man beside the informant.
    Man,
    /// A woman beside the informant.
    Woman,
    /// A child.
    Child,
    /// Nobody in particular; an officer informs.
    Nobody,
}

/// One offence of the mix.
#[derive(Debug)]
pub(crate) struct Crime {
    /// Its section in `data/tales.txt`.
    pub key: &'static str,
    /// How many in about 130.
    pub weight: i64,
    /// Codes of sections, one of these lists.
    pub sections: &'static [&'static [&'static str]],
    /// Share whose accused are not known.
    pub unknown: f64,
    /// Accused at most.
    pub most: i64,
    pub loot: Loot,
    pub victim: Victim,
    /// Hour of the day around which it happens.
    pub hour: i64,
    /// Share of known accused arrested soon.
    pub arrest: f64,
}

macro_rules! crimes {
    ($($key:literal $weight:literal [$([$($section:literal),+]),+] $unknown:literal $most:literal
        $loot:ident $victim:ident $hour:literal $arrest:literal;)+) => {
        /// The mix.
        pub(crate) const CRIMES: &[Crime] = &[$(Crime {
            key: $key, weight: $weight, sections: &[$(&[$($section),+]),+], unknown: $unknown, most: $most,
            loot: Loot::$loot, victim: Victim::$victim, hour: $hour, arrest: $arrest,
        }),+];
    };
}

crimes! {
    "theft" 15 [["PPC-379"]] 0.7 2 Phone Informant 17 0.3;
    "motorcycle" 12 [["PPC-381-A"]] 0.95 1 Bike Informant 19 0.3;
    "dwelling" 6 [["PPC-380"], ["PPC-381"]] 0.5 2 Jewels Informant 12 0.3;
    "burglary" 6 [["PPC-457", "PPC-380"], ["PPC-454", "PPC-380"]] 0.9 3 Goods Informant 2 0.3;
    "robbery" 8 [["PPC-392"], ["PPC-392", "PPC-34"], ["PPC-394", "PPC-34"]] 0.9 3 Cash Informant 20 0.3;
    "dacoity" 1 [["PPC-395"]] 0.85 5 Jewels Informant 1 0.3;
    "cattle" 3 [["PPC-379"]] 0.9 2 Cattle Informant 3 0.2;
    "hurt" 10 [["PPC-337-A-ii", "PPC-337-L-2", "PPC-34"], ["PPC-337-F-v", "PPC-148", "PPC-149"],
        ["PPC-337-F-iii", "PPC-337-A-i"]] 0.0 4 Nothing Man 18 0.25;
    "attempt" 2 [["PPC-324", "PPC-34"], ["PPC-324", "PPC-337-D", "PPC-148", "PPC-149"]] 0.0 4
        Nothing Man 19 0.4;
    "murder" 1 [["PPC-302", "PPC-34"], ["PPC-302"]] 0.3 3 Nothing Man 21 0.5;
    "accident" 5 [["PPC-279", "PPC-337-G"], ["PPC-279", "PPC-320"]] 0.6 1 Plate Man 16 0.3;
    "cheque" 8 [["PPC-489-F"]] 0.0 1 Nothing Informant 11 0.15;
    "fraud" 5 [["PPC-420", "PPC-406"], ["PPC-420", "PPC-468", "PPC-471"]] 0.1 2 Nothing Informant 13 0.15;
    "narcotics" 9 [["CNSA-9-b"], ["CNSA-9-c"]] 0.0 1 Nothing Nobody 17 1.0;
    "liquor" 4 [["PEHO-3", "PEHO-4"]] 0.0 1 Nothing Nobody 20 1.0;
    "arms" 7 [["PAO-13-2A"]] 0.0 1 Nothing Nobody 22 1.0;
    "threats" 4 [["PPC-506-ii", "PPC-34"]] 0.0 2 Nothing Informant 19 0.1;
    "trespass" 3 [["PPC-452", "PPC-427"], ["PPC-452", "PPC-354", "PPC-34"]] 0.0 4 Nothing Informant 15 0.15;
    "gambling" 2 [["PGO"]] 0.0 5 Nothing Nobody 23 0.7;
    "electricity" 4 [["PPC-462-J"]] 0.0 1 Nothing Informant 12 0.05;
    "kites" 2 [["KFO"]] 0.0 1 Nothing Nobody 16 0.8;
    "tenants" 1 [["PITRA-11"]] 0.0 1 Nothing Nobody 14 0.3;
    "kidnap" 2 [["PPC-365-B"], ["PPC-363"]] 0.0 2 Nothing Woman 10 0.2;
    "rape" 1 [["PPC-376"]] 0.0 1 Nothing Woman 14 0.6;
    "child" 1 [["PPC-377-B"]] 0.0 1 Nothing Child 16 0.7;
    "harassment" 2 [["PPC-509"], ["PPC-354", "PPC-509"]] 0.1 1 Nothing Informant 14 0.3;
    "resist" 1 [["PPC-353", "PPC-186"]] 0.0 2 Nothing Nobody 18 0.9;
    "arson" 1 [["PPC-435", "PPC-34"]] 0.1 2 Goods Informant 23 0.2;
}

impl Crime {
    /// Which family of phrases fits it: `taken`, `hurt`, `money` or `plain`.
    pub fn flavour(&self) -> &'static str {
        match self.key {
            "hurt" | "attempt" | "murder" | "accident" => "hurt",
            "cheque" | "fraud" | "electricity" => "money",
            _ if self.loot != Loot::Nothing => "taken",
            _ => "plain",
        }
    }

    /// Whether a case of it goes to the station's sub-inspector, a woman.
    pub fn guarded(&self) -> bool {
        matches!(self.key, "rape" | "child" | "kidnap" | "harassment")
    }

    /// Whether others may have seen it.
    pub fn seen(&self) -> bool {
        let unseen = ["rape", "child", "kidnap", "cheque", "fraud", "electricity", "arson"];
        self.victim != Victim::Nobody && !unseen.contains(&self.key)
    }
}

/// The crime of that key.
pub(crate) fn by_key(key: &str) -> Option<&'static Crime> {
    CRIMES.iter().find(|c| c.key == key)
}

/// One of the mix by weight.
pub(crate) fn draw(chance: &mut crate::chance::Chance) -> Option<&'static Crime> {
    let total: i64 = CRIMES.iter().map(|c| c.weight).sum();
    let mut left = chance.between(1, total);
    CRIMES.iter().find(|c| {
        left -= c.weight;
        left <= 0
    })
}
