//! How Roman spellings sound.

use roznamcha_linkage_bench::word;

#[test]
fn spellings_of_one_name_share_a_skeleton() {
    let families = [
        &["hussain", "husain", "hussein", "hossain"][..],
        &["nadeem", "nadim", "nadeam"],
        &["qasim", "kasim", "qaseem"],
        &["muhammad", "mohd", "md", "mohammed"],
        &["farooq", "faruq", "farouk"],
        &["waheed", "wahid", "vahid"],
    ];
    for family in families {
        let mut skeletons: Vec<u64> = family.iter().map(|name| word(name).skeleton).collect();
        skeletons.dedup();
        assert_eq!(skeletons.len(), 1, "{family:?}");
    }
}

#[test]
fn different_names_do_not_sound_the_same() {
    for (a, b) in
        [("asif", "arif"), ("bilal", "jalal"), ("nasir", "qasim"), ("rashid", "rafiq"), ("umar", "usman")]
    {
        assert_ne!(word(a).sound, word(b).sound, "{a} {b}");
        assert_ne!(word(a).skeleton, word(b).skeleton, "{a} {b}");
    }
    assert!(word("mohd").light && !word("asif").light);
}
