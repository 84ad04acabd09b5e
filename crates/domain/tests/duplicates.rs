//! How well hints at duplicates hit, on invented complaints in the measures of real ones (`docs/duplicates.md`).

mod support {
    pub mod tellings;
}

use loket_domain::similar::{Likeness, Reason, Told, telling_words, weigh};
use std::collections::HashMap;
use support::tellings::{Invented, Repeat, invent};

/// Hints that an officer sees at once.
const SHOWN: usize = 3;
/// The weights were chosen by looking at the first three; the others show what they are worth on sets not looked at.
const SEEDS: [u64; 10] = [20_261_122, 7, 404, 11, 22, 33, 44, 55, 66, 77];
const COMPLAINTS: usize = 900;

#[derive(Default, Debug)]
struct Tally {
    right: usize,
    wrong: usize,
    /// Wrong ones that the same person told: another matter of somebody who was here before.
    wrong_same_person: usize,
    disturbed: usize,
    found: [usize; 3],
    all: [usize; 3],
}

fn kind(repeat: Repeat) -> usize {
    match repeat {
        Repeat::Double => 0,
        Repeat::Rephrased => 1,
        Repeat::Neighbour => 2,
    }
}

/// The register as it grows: which complaints hold a word.
#[derive(Default)]
struct Register {
    holding: HashMap<String, Vec<usize>>,
}

impl Register {
    /// Complaints worth comparing, as the store finds them: by person, by service and day, by the words they share.
    fn candidates(&self, complaints: &[Invented], words: &[String], i: usize) -> Vec<usize> {
        let new = &complaints[i];
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        let signs = |old: &Invented| {
            let event = new.service.is_some() && old.service == new.service && new.event_date.is_some();
            let event = event && old.event_date == new.event_date;
            event || same(&new.phone, &old.phone) || same(&new.nik, &old.nik) || same(&new.name, &old.name)
        };
        let mut found: Vec<usize> = (0..i).filter(|j| signs(&complaints[*j])).collect();
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for j in words.iter().flat_map(|w| self.holding.get(w).into_iter().flatten()) {
            *shared.entry(*j).or_default() += 1;
        }
        let mut shared: Vec<(usize, usize)> = shared.into_iter().map(|(j, n)| (n, j)).collect();
        shared.sort_unstable_by(|a, b| b.cmp(a));
        found.extend(shared.into_iter().take(40).map(|(_, j)| j));
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn judge(complaints: &[Invented], tally: &mut Tally) {
    let told: Vec<Told> = complaints.iter().map(|c| Told::new(&c.telling())).collect();
    let mut register = Register::default();
    for (i, new) in complaints.iter().enumerate() {
        let words = telling_words(&new.description, 14);
        let near = register.candidates(complaints, &words, i);
        for word in words {
            register.holding.entry(word).or_default().push(i);
        }
        let olds: Vec<Told> = near.iter().map(|j| told[*j].clone()).collect();
        let mut hits: Vec<_> = near.into_iter().zip(weigh(&told[i], &olds)).filter(|(_, like)| like.shown()).collect();
        hits.sort_by_key(|(j, like)| (-like.points, -i64::try_from(*j).expect("small")));
        hits.truncate(SHOWN);
        let right = hits.iter().filter(|(j, _)| complaints[*j].event == new.event).count();
        tally.right += right;
        tally.wrong += hits.len() - right;
        tally.disturbed += usize::from(right == 0 && !hits.is_empty());
        let person = |like: &Likeness| like.reasons.iter().any(|r| matches!(r, Reason::Phone | Reason::Nik));
        tally.wrong_same_person +=
            hits.iter().filter(|(j, like)| complaints[*j].event != new.event && person(like)).count();
        if let Some(repeat) = new.repeats {
            tally.all[kind(repeat)] += 1;
            tally.found[kind(repeat)] += usize::from(right > 0);
        }
    }
}

/// One set in the daily test, all of them under `cargo xtask soak`.
fn seeds() -> &'static [u64] {
    if std::env::var_os("LOKET_SOAK").is_some() { &SEEDS } else { &SEEDS[..1] }
}

fn per_cent(part: usize, of: usize) -> f64 {
    part as f64 * 100.0 / of.max(1) as f64
}

#[test]
fn hints_find_most_duplicates_and_disturb_seldom() {
    let mut tally = Tally::default();
    let mut lengths = Vec::new();
    for seed in seeds() {
        let complaints = invent(*seed, COMPLAINTS);
        lengths.extend(complaints.iter().map(|c| c.description.chars().count()));
        judge(&complaints, &mut tally);
    }
    lengths.sort_unstable();
    let (found, all): (usize, usize) = (tally.found.iter().sum(), tally.all.iter().sum());
    let (precision, recall) = (per_cent(tally.right, tally.right + tally.wrong), per_cent(found, all));
    println!(
        "seeds {:?}: {} complaints, {all} near-duplicates ({:.1} %)",
        seeds(),
        lengths.len(),
        per_cent(all, lengths.len())
    );
    println!("letters: median {}, 95th of 100 {}", lengths[lengths.len() / 2], lengths[lengths.len() * 95 / 100]);
    println!(
        "precision {precision:.1} %, recall {recall:.1} %; disturbed without cause: {:.2} % of complaints",
        per_cent(tally.disturbed, lengths.len())
    );
    for (name, at) in [("sent twice", 0), ("same person, other words", 1), ("other people, same event", 2)] {
        println!(
            "  {name}: {} of {} ({:.1} %)",
            tally.found[at],
            tally.all[at],
            per_cent(tally.found[at], tally.all[at])
        );
    }
    println!(
        "  wrong hints: {}, of them {} at another matter of the same person",
        tally.wrong, tally.wrong_same_person
    );
    assert!((35.0..55.0).contains(&(per_cent(all, lengths.len()) * 10.0)), "the set holds what real ones hold");
    assert!(precision >= 60.0, "precision {precision:.1}");
    assert!(tally.wrong - tally.wrong_same_person <= lengths.len() / 100, "two people in the words that all use");
    assert!(recall >= 80.0, "recall {recall:.1}");
    assert!(per_cent(tally.found[0], tally.all[0]) >= 97.0, "double submits within the hour are found");
}
