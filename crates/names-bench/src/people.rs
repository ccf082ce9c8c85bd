//! People of nobody, from a seed: names as they are borne in Pakistan, spelled as one station or another spells them.

use roznamcha_names::index::Person;

use crate::chance::Chance;
use crate::sets::Learned;

/// Names in Urdu with Roman spellings, for when no folder of pairs is given.
const NAMES: [(&str, &[&str]); 40] = [
    ("محمد", &["Muhammad", "Mohammad", "Mohammed", "Mohd", "Md"]),
    ("علی", &["Ali", "Aly"]),
    ("احمد", &["Ahmad", "Ahmed", "Ahmd"]),
    ("حسین", &["Hussain", "Husain", "Hussein"]),
    ("حسن", &["Hassan", "Hasan"]),
    ("عثمان", &["Usman", "Osman", "Uthman"]),
    ("عمر", &["Umar", "Umer", "Omar"]),
    ("بلال", &["Bilal", "Belal"]),
    ("طارق", &["Tariq", "Tarique"]),
    ("شہزاد", &["Shahzad", "Shehzad"]),
    ("شبیر", &["Shabbir", "Shabir"]),
    ("اقبال", &["Iqbal", "Eqbal"]),
    ("ریاض", &["Riaz", "Riyaz"]),
    ("یوسف", &["Yousaf", "Yusuf", "Yousuf"]),
    ("غلام", &["Ghulam", "Gulam"]),
    ("اسحاق", &["Ishaq", "Ishaque"]),
    ("جاوید", &["Javed", "Javaid"]),
    ("نواز", &["Nawaz", "Navaz"]),
    ("رشید", &["Rasheed", "Rashid"]),
    ("فاطمہ", &["Fatima", "Fatimah"]),
    ("عائشہ", &["Ayesha", "Aisha"]),
    ("زینب", &["Zainab", "Zaynab"]),
    ("مریم", &["Maryam", "Mariam"]),
    ("نسیم", &["Naseem", "Nasim"]),
    ("پروین", &["Parveen", "Perveen"]),
    ("اکرم", &["Akram"]),
    ("اسلم", &["Aslam"]),
    ("عبدالرحمن", &["Abdul Rehman", "Abdur Rahman"]),
    ("عبداللہ", &["Abdullah"]),
    ("ضیاءالدین", &["Ziauddin"]),
    ("کامران", &["Kamran"]),
    ("عمران", &["Imran"]),
    ("وقاص", &["Waqas", "Waqqas"]),
    ("ظفر", &["Zafar", "Zaffar"]),
    ("مصطفیٰ", &["Mustafa"]),
    ("ندیم", &["Nadeem", "Nadim"]),
    ("سلیم", &["Saleem", "Salim"]),
    ("کاشف", &["Kashif"]),
    ("ساجد", &["Sajid"]),
    ("خالد", &["Khalid", "Khaled"]),
];

/// What people are drawn from.
#[derive(Debug)]
pub struct Source {
    /// A name in the script, its Roman spellings, and how many bear it, summed up.
    names: Vec<(String, Vec<String>, u64)>,
    all: u64,
}

impl Source {
    /// From pairs of one word each, borne as often as they were seen; or from a short list.
    #[must_use]
    pub fn new(pairs: Option<&[Learned]>) -> Self {
        let mut names: Vec<(String, Vec<String>, u64)> = Vec::new();
        for (script, roman, times) in pairs.unwrap_or(&[]) {
            match names.last_mut().filter(|(last, ..)| last == script) {
                Some((_, spellings, count)) => {
                    spellings.push(roman.clone());
                    *count += u64::from(*times);
                }
                None => names.push((script.clone(), vec![roman.clone()], u64::from(*times))),
            }
        }
        if names.is_empty() {
            let listed = NAMES.iter().zip(1_u64..).map(|((script, roman), place)| {
                ((*script).to_owned(), roman.iter().map(|roman| (*roman).to_owned()).collect(), 4_000 / place)
            });
            names = listed.collect();
        }
        let mut all = 0;
        for (.., count) in &mut names {
            all += *count;
            *count = all;
        }
        Self { names, all }
    }

    fn draw(&self, chance: &mut Chance) -> usize {
        let at = chance.draw() % self.all.max(1);
        self.names.partition_point(|(.., sum)| *sum <= at)
    }

    /// A name of one to three words, as numbers of the source.
    fn name(&self, chance: &mut Chance) -> Vec<usize> {
        let words = [1, 2, 2, 2, 2, 2, 2, 3, 3, 3].get(chance.below(10)).copied().unwrap_or(2);
        (0..words).map(|_| self.draw(chance)).collect()
    }

    fn spelled(&self, name: &[usize], script: bool, chance: &mut Chance) -> String {
        let word = |at: &usize, chance: &mut Chance| {
            let (urdu, roman, _) = self.names.get(*at)?;
            let text = if script { urdu } else { roman.get(chance.below(roman.len()))? };
            Some(if !script && chance.is(3) { slip(text, chance) } else { text.clone() })
        };
        name.iter().filter_map(|at| word(at, chance)).collect::<Vec<_>>().join(" ")
    }
}

/// A typing error: a letter lost, doubled, or changed places with its neighbour.
fn slip(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() > 3 {
        let at = 1 + chance.below(letters.len() - 2);
        match chance.below(3) {
            0 => drop(letters.remove(at)),
            1 => letters.swap(at, at + 1),
            _ => letters.insert(at, letters.get(at).copied().unwrap_or('a')),
        }
    }
    letters.into_iter().collect()
}

/// Somebody, and how another clerk would ask for him.
#[derive(Debug, Clone)]
pub struct Made {
    /// As kept.
    pub person: Person,
    /// The name spelled anew.
    pub asked: String,
    /// The father's name spelled anew.
    pub father: String,
}

/// The person of this number: the same at every call.
#[must_use]
pub fn person(source: &Source, seed: u64, number: u64) -> Made {
    let mut chance = Chance::new(seed ^ number.wrapping_mul(0xA076_1D64_78BD_642F));
    let (own, father) = (source.name(&mut chance), source.name(&mut chance));
    let script = chance.is(30);
    let person = Person {
        names: vec![source.spelled(&own, script, &mut chance)],
        fathers: if chance.is(85) { vec![source.spelled(&father, script, &mut chance)] } else { vec![] },
        district: u16::try_from(chance.below(150)).ok(),
        born: if chance.is(85) { u16::try_from(1945 + chance.below(65)).ok() } else { None },
    };
    let script = chance.is(33);
    let asked = source.spelled(&own, script, &mut chance);
    let father = source.spelled(&father, script, &mut chance);
    Made { person, asked, father }
}
