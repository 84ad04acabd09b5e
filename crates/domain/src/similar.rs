//! Has a complaint that is being typed been told before? Evidence between two tellings, weighed into points with reasons
//! that an officer can read.
//!
//! The officer must not drown in hints: people tell of one service in the same words. So what many tellings say counts
//! less than what few say, and likeness of the text counts little where hours, dates and queue numbers contradict it
//! (`docs/duplicates.md` holds what was measured). Who must not
//! know an identity gets a [`Told`] without it: this module cannot hint at what it was not given.

use crate::vocabulary::closed_list;
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

mod words;

pub use words::telling_words;
use words::{Common, Text, words};

/// Points from which a hint is shown.
pub const SHOWN: i32 = 50;
/// *Same place and service in 30 days*; an older telling needs more than a telephone number.
const RECENT: TimeDelta = TimeDelta::days(30);
const OLD: TimeDelta = TimeDelta::days(180);
/// A button pressed twice, people who come together.
const TOGETHER: TimeDelta = TimeDelta::hours(2);
/// Shorter texts, without filling words, say nothing yet.
const LEAST_TEXT: usize = 25;
/// From this length on a story that is part of another one may be that one, half typed.
const PART_TEXT: usize = 35;
/// From this length on a text that differs speaks against.
const FULL_TEXT: usize = 60;
/// Names shorter than this are never *near* each other.
const LEAST_NAME: usize = 8;

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
    // Of people who are not known to be two, a story that is part of the other one may be half typed.
    let part = match who {
        Acquaintance::Same => true,
        Acquaintance::Unknown => a.length.min(b.length) >= PART_TEXT && !a.contradicts(b),
        Acquaintance::Strangers => false,
    };
    let like = common.likeness(a, b, part);
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

#[cfg(test)]
#[path = "similar_tests.rs"]
mod tests;
