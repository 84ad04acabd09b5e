//! Has a complaint that is being typed been told before? Evidence between two tellings, weighed into points with reasons
//! that an officer can read.
//!
//! The officer must not drown in hints: people tell of one service in the same words. So what many tellings say counts
//! less than what few say, and likeness of the text counts little where hours, dates and queue numbers contradict it
//! (`docs/duplicates.md` holds what was measured). Who must not
//! know an identity gets a [`Told`] without it: this module cannot hint at what it was not given.

use crate::vocabulary::closed_list;
use chrono::{NaiveDate, TimeDelta};
use std::collections::HashMap;
use uuid::Uuid;

/// Points from which a hint is shown.
pub const SHOWN: i32 = 50;
/// *Same place and service in 30 days*; an older telling needs more than a telephone number.
const RECENT: TimeDelta = TimeDelta::days(30);
const OLD: TimeDelta = TimeDelta::days(180);
/// A button pressed twice, people who come together.
const TOGETHER: TimeDelta = TimeDelta::hours(2);
/// Shorter texts, without filling words, say nothing yet.
const LEAST_TEXT: usize = 25;
/// From this length on a text that differs speaks against.
const FULL_TEXT: usize = 60;
/// Names shorter than this are never *near* each other.
const LEAST_NAME: usize = 8;
const GRAM: usize = 4;

closed_list! {
    /// Why two tellings may be one; the order is the order in which they are said.
    Reason {
        /// The same NIK.
        Nik = "nik",
        /// The same telephone number.
        Phone = "phone",
        /// The same name.
        Name = "name",
        /// Almost the same name.
        NearName = "near_name",
        /// Almost the same words.
        SameText = "same_text",
        /// Many of the same words.
        NearText = "near_text",
        /// The same service, and the same place or day, within 30 days.
        Event = "event",
    }
}

impl Reason {
    /// As the hint says it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nik => "NIK sama",
            Self::Phone => "HP sama",
            Self::Name => "Nama sama",
            Self::NearName => "Nama mirip",
            Self::SameText => "Uraian hampir sama",
            Self::NearText => "Uraian mirip",
            Self::Event => "Layanan dan kejadian sama",
        }
    }
}

/// One telling, made comparable once. Empty fields are no evidence.
#[derive(Clone)]
pub struct Told {
    name: String,
    phone: String,
    nik: String,
    text: Text,
    service: Option<Uuid>,
    place: String,
    event_date: Option<NaiveDate>,
    received: i64,
}

/// What a telling is made from.
#[derive(Clone, Copy, Default)]
pub struct Telling<'a> {
    /// Full name; empty where it must not be evidence.
    pub name: &'a str,
    /// Telephone, normalised; empty where it must not be evidence.
    pub phone: &'a str,
    /// NIK, normalised; empty where it must not be evidence.
    pub nik: &'a str,
    /// The story.
    pub description: &'a str,
    /// Service from the list.
    pub service: Option<Uuid>,
    /// Where it happened.
    pub place: &'a str,
    /// When it happened.
    pub event_date: Option<NaiveDate>,
    /// When the office received it, seconds since 1970.
    pub received: i64,
}

impl Told {
    /// Makes a telling comparable.
    #[must_use]
    pub fn new(t: &Telling<'_>) -> Self {
        Self {
            name: name_key(t.name),
            phone: t.phone.to_owned(),
            nik: if t.nik.len() == 16 { t.nik.to_owned() } else { String::new() },
            text: Text::new(t.description),
            service: t.service,
            place: words(t.place).join(" "),
            event_date: t.event_date,
            received: t.received,
        }
    }
}

/// What speaks for two tellings being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Weight of all evidence; [`SHOWN`] and more is a hint.
    pub points: i32,
    /// The reasons that speak for it.
    pub reasons: Vec<Reason>,
}

impl Likeness {
    /// Is it worth an officer's look?
    #[must_use]
    pub fn shown(&self) -> bool {
        self.points >= SHOWN
    }
}

/// Weighs two tellings by themselves; the same in both directions.
#[must_use]
pub fn compare(a: &Told, b: &Told) -> Likeness {
    let common = Common::of([a, b].map(|t| &t.text));
    weigh_pair(a, b, &common)
}

/// Weighs a new telling against each of those that it may repeat. What many of them say counts less: it is how people
/// tell of such a matter.
#[must_use]
pub fn weigh(new: &Told, among: &[Told]) -> Vec<Likeness> {
    let common = Common::of(among.iter().map(|t| &t.text));
    among.iter().map(|old| weigh_pair(new, old, &common)).collect()
}

fn weigh_pair(a: &Told, b: &Told, common: &Common) -> Likeness {
    let mut reasons = Vec::new();
    let apart = TimeDelta::seconds((a.received - b.received).abs());
    let person = person(a, b, &mut reasons);
    let mut points = person + text(&a.text, &b.text, acquaintance(a, b, person), common, &mut reasons);
    if apart <= RECENT {
        points += event(a, b, &mut reasons);
    }
    points += match apart {
        apart if apart <= TOGETHER => 10,
        apart if apart <= RECENT => 0,
        apart if apart <= OLD => -10,
        _ => -30,
    };
    reasons.sort_unstable();
    Likeness { points, reasons }
}

/// What is known of the two who tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Acquaintance {
    /// One person, by the look of it.
    Same,
    /// At least one of them is unknown.
    Unknown,
    /// Two people.
    Strangers,
}

fn acquaintance(a: &Told, b: &Told, person: i32) -> Acquaintance {
    let differ = |x: &str, y: &str| !x.is_empty() && !y.is_empty() && x != y;
    if person > 0 {
        Acquaintance::Same
    } else if differ(&a.name, &b.name) || differ(&a.phone, &b.phone) || differ(&a.nik, &b.nik) {
        Acquaintance::Strangers
    } else {
        Acquaintance::Unknown
    }
}

/// The strongest sign of one person counts whole, further ones a little.
fn person(a: &Told, b: &Told, reasons: &mut Vec<Reason>) -> i32 {
    let same = |x: &str, y: &str| !x.is_empty() && x == y;
    let mut signs = Vec::new();
    if same(&a.nik, &b.nik) {
        signs.push((Reason::Nik, 50));
    }
    if same(&a.phone, &b.phone) {
        signs.push((Reason::Phone, 50));
    }
    if same(&a.name, &b.name) {
        signs.push((Reason::Name, if a.name.contains(' ') { 30 } else { 10 }));
    } else if near_name(&a.name, &b.name) {
        signs.push((Reason::NearName, 20));
    }
    let strongest = signs.iter().map(|(_, points)| *points).max().unwrap_or(0);
    let further = 5 * i32::from(signs.len() > 1);
    reasons.extend(signs.iter().map(|(reason, _)| *reason));
    strongest + further
}

fn text(a: &Text, b: &Text, who: Acquaintance, common: &Common, reasons: &mut Vec<Reason>) -> i32 {
    if a.length.min(b.length) < LEAST_TEXT {
        return 0;
    }
    let like = common.likeness(a, b, who);
    let points = match like {
        like if like >= 85 => 55,
        like if like >= 50 => 20 + (like - 50),
        like if like >= 25 => (like - 25) * 4 / 5,
        _ if a.length.min(b.length) >= FULL_TEXT => return -15,
        _ => return -10,
    };
    // People tell of one service in the same words; what happened to each differs in its numbers.
    let points = if who != Acquaintance::Same && a.contradicts(b) { (points - 30).max(0) } else { points };
    if points >= 40 {
        reasons.push(Reason::SameText);
    } else if points >= 10 {
        reasons.push(Reason::NearText);
    }
    points
}

fn event(a: &Told, b: &Told, reasons: &mut Vec<Reason>) -> i32 {
    if a.service.is_none() || a.service != b.service {
        return 0;
    }
    let place = !a.place.is_empty() && a.place == b.place;
    let day = a.event_date.is_some() && a.event_date == b.event_date;
    if place || day {
        reasons.push(Reason::Event);
    }
    let details = (place || day) && a.text.agrees(&b.text);
    10 + 10 * i32::from(place) + 15 * i32::from(day) + 20 * i32::from(details)
}

/// A story as the set of its groups of letters, and the numbers in it.
#[derive(Clone)]
struct Text {
    /// Letters without filling words.
    length: usize,
    /// Groups of [`GRAM`] letters, sorted, each once.
    grams: Vec<u64>,
    /// Hours, dates, queue numbers: sorted, each once.
    numbers: Vec<String>,
}

impl Text {
    fn new(text: &str) -> Self {
        let kept = words(text);
        let mut numbers: Vec<String> = text
            .split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':'))
            .map(plain_number)
            .filter(|n| !n.is_empty())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let letters: Vec<char> = kept.join(" ").chars().collect();
        let mut grams: Vec<u64> = letters.windows(GRAM).map(hash).collect();
        grams.sort_unstable();
        grams.dedup();
        Self { length: letters.len(), grams, numbers }
    }

    /// Both tell of the same hour, date, queue number or amount, and of few others.
    fn agrees(&self, other: &Self) -> bool {
        let long = |t: &Self| t.numbers.iter().filter(|n| n.len() > 1).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (long(self), long(other));
        let least = mine.len().min(theirs.len());
        least > 0 && shared(&mine, &theirs) * 2 >= least
    }

    /// Both tell numbers, and not the same ones.
    fn contradicts(&self, other: &Self) -> bool {
        let least = self.numbers.len().min(other.numbers.len());
        least > 0 && shared(&self.numbers, &other.numbers) * 3 < least * 2
    }
}

/// How many tellings hold each group of letters.
struct Common {
    count: HashMap<u64, u32>,
    tellings: u32,
}

impl Common {
    fn of<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Self {
        let mut common = Self { count: HashMap::new(), tellings: 0 };
        for text in texts {
            common.tellings += 1;
            for gram in &text.grams {
                *common.count.entry(*gram).or_default() += 1;
            }
        }
        common
    }

    fn weight(&self, gram: u64) -> f64 {
        let holding = self.count.get(&gram).copied().unwrap_or(1);
        (f64::from(self.tellings) / f64::from(holding)).ln_1p()
    }

    /// Per cent: what both share of what either has. A story half typed is a part of the other one: of people who are
    /// not known to be two, what the shorter one shares counts too, when it is long enough to tell something.
    fn likeness(&self, a: &Text, b: &Text, who: Acquaintance) -> i32 {
        let sum = |grams: &[u64]| grams.iter().map(|g| self.weight(*g)).sum::<f64>();
        let (all_a, all_b) = (sum(&a.grams), sum(&b.grams));
        let shared: f64 = a.grams.iter().filter(|g| b.grams.binary_search(g).is_ok()).map(|g| self.weight(*g)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a share in per cent")]
        let per_cent = |of: f64| if of > 0.0 { (shared * 100.0 / of).round() as i32 } else { 0 };
        let whole = per_cent(all_a + all_b - shared);
        let a_part = who == Acquaintance::Same
            || (who == Acquaintance::Unknown && a.length.min(b.length) >= FULL_TEXT && !a.contradicts(b));
        if a_part { whole.max(per_cent(all_a.min(all_b)) - 10) } else { whole }
    }
}

/// How many two sorted lists without repetitions have in common.
fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                n += 1;
                i += 1;
                j += 1;
            }
        }
    }
    n
}

/// FNV-1a over the letters.
fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0xcbf2_9ce4_8422_2325, |h, c| (h ^ u64::from(u32::from(*c))).wrapping_mul(0x100_0000_01b3))
}

/// `07.30`, `7:30` and `7.30` are one hour; a full stop after a number ends a sentence.
fn plain_number(digits: &str) -> String {
    digits.trim_matches(['.', ':']).trim_start_matches('0').replace(':', ".")
}

/// Short and spoken forms with what is meant.
const SPELLINGS: &[(&str, &str)] = &[
    ("aku", "saya"),
    ("belom", "belum"),
    ("blm", "belum"),
    ("bpk", "bapak"),
    ("dgn", "dengan"),
    ("dpt", "dapat"),
    ("dr", "dari"),
    ("enggak", "tidak"),
    ("ga", "tidak"),
    ("gak", "tidak"),
    ("gk", "tidak"),
    ("gw", "saya"),
    ("hr", "hari"),
    ("jam", "pukul"),
    ("jl", "jalan"),
    ("jln", "jalan"),
    ("kalo", "kalau"),
    ("karna", "karena"),
    ("klo", "kalau"),
    ("krn", "karena"),
    ("ngga", "tidak"),
    ("nggak", "tidak"),
    ("nmr", "nomor"),
    ("no", "nomor"),
    ("org", "orang"),
    ("pd", "pada"),
    ("pkl", "pukul"),
    ("sdh", "sudah"),
    ("skrg", "sekarang"),
    ("sm", "sama"),
    ("smp", "sampai"),
    ("sy", "saya"),
    ("tdk", "tidak"),
    ("tgl", "tanggal"),
    ("udah", "sudah"),
    ("udh", "sudah"),
    ("utk", "untuk"),
    ("yg", "yang"),
];

/// Words that every complaint holds; sorted.
const FILLING: &[&str] = &[
    "ada", "adalah", "agar", "akan", "anda", "atas", "atau", "bagi", "bapak", "belum", "bisa", "dan", "dapat", "dari", "dengan",
    "di", "hal", "hanya", "hari", "ibu", "ini", "itu", "juga", "kalau", "kami", "karena", "ke", "kepada", "lagi", "lalu", "mohon",
    "oleh", "pada", "padahal", "para", "pihak", "pukul", "saat", "saja", "sampai", "sangat", "saya", "sebagai", "secara", "sekarang",
    "selamat", "sudah", "supaya", "tanggal", "telah", "tersebut", "tetapi", "tidak", "tolong", "untuk", "yang",
];

/// Lower-case words in their usual spelling, filling words left out, letters at most twice in a row.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| usual(&w.to_lowercase()))
        .filter(|w| FILLING.binary_search(&w.as_str()).is_err())
        .collect()
}

fn usual(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii_digit() || !plain.ends_with(&[c, c].iter().collect::<String>()) {
            plain.push(c);
        }
    }
    SPELLINGS
        .binary_search_by(|(short, _)| (*short).cmp(&plain))
        .map_or(plain, |at| SPELLINGS[at].1.to_owned())
}

/// A name without titles, degrees and signs, in small letters: what two ways of writing it have in common.
#[must_use]
pub fn name_key(name: &str) -> String {
    let plain = name.split(',').next().unwrap_or_default();
    let words = plain.split_whitespace().filter(|w| !w.ends_with('.') || w.chars().count() < 2);
    let letters = words.map(|w| w.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase());
    letters.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Two letters apart at most, or one name holds all words of the other.
fn near_name(a: &str, b: &str) -> bool {
    if a.chars().count().min(b.chars().count()) < LEAST_NAME {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let within = short.contains(' ') && short.split(' ').all(|w| long.split(' ').any(|l| l == w));
    within || distance(a, b) <= 2
}

/// Edits from one text to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

/// The rarest-looking words of a text first: long ones and numbers, for a search of candidates.
#[must_use]
pub fn telling_words(text: &str, most: usize) -> Vec<String> {
    let mut found = words(text);
    found.sort_by(|a, b| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
    found.dedup();
    found.truncate(most);
    found
}

#[cfg(test)]
#[path = "similar_tests.rs"]
mod tests;
