//! Search of villages by any part of any word, nearest to the office first.

use std::ops::Range;

use super::{INVENTED_PROVINCE, Index, LEVEL_DIGITS, Place, Region, digits};

/// Shorter words are not compared with tolerance: every village would be near to them.
const SHORTEST_TOLERANT: usize = 4;

/// Neighbours that are offered behind what fits to the letter.
const MISTYPED: usize = 2;

/// Words that officers type before a name and that are no part of it.
const KIND_WORDS: [&str; 12] =
    ["kelurahan", "kel", "desa", "ds", "kecamatan", "kec", "distrik", "kabupaten", "kab", "kota", "provinsi", "prov"];

/// How well a village fits; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The whole name was typed.
    Whole,
    /// The name begins with what was typed.
    Begins,
    /// Each word begins a word of the name.
    WordBegins,
    /// Each word stands somewhere in the name.
    Inside,
    /// Some words stand in the name, the others begin words of district, regency or province.
    WithAbove,
    /// All words are those of district, regency or province.
    OnlyAbove,
}

/// Villages whose name, with its district, regency and province, holds every typed word.
///
/// `near` is the code of the office's district, regency or province: its own district comes first,
/// then its regency, its province, the rest. Within each, the best fit comes first, then the
/// shorter name, then the code. One wrong letter a word is forgiven where nothing in the own regency
/// fits without, but what was typed to the letter stands before it, however far away. Invented places appear only when `near` begins with 99.
pub fn search(query: &str, near: Option<&str>, limit: usize) -> Vec<Region> {
    let words = words_of(query);
    if words.is_empty() || limit == 0 {
        return Vec::new();
    }
    let index = Index::get();
    let (own, wide) = rings(&index.levels[3], near);
    let mut hits = collect(index, &words, &wide, limit, begins);
    // The wide rings begin with the own ones: without a fit there, the nearest are mistyped neighbours.
    if hits.first().is_none_or(|first| !own.iter().any(|ring| ring.contains(first))) {
        let room = if hits.is_empty() { limit } else { MISTYPED.min(limit) };
        let nearly = collect(index, &words, &own, room, begins_nearly);
        hits.truncate(limit - nearly.len());
        hits.extend(nearly);
    }
    if hits.is_empty() {
        hits = collect(index, &words, &wide, limit, begins_nearly);
    }
    hits.into_iter().map(|village| index.region(&index.levels[3][village])).collect()
}

/// Small letters, parted at every sign; words of kind only count when nothing else was typed.
fn words_of(query: &str) -> Vec<String> {
    let all: Vec<String> = query
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let names: Vec<String> = all.iter().filter(|word| !KIND_WORDS.contains(&word.as_str())).cloned().collect();
    if names.is_empty() { all } else { names }
}

/// Positions of villages, from the nearest ring to the farthest, until `limit` are found.
fn collect(
    index: &Index,
    words: &[String],
    rings: &[Range<usize>],
    limit: usize,
    matches: fn(&str, &str) -> bool,
) -> Vec<usize> {
    let villages = &index.levels[3];
    let mut found: Vec<usize> = Vec::new();
    let mut seen = 0..0;
    for ring in rings {
        let mut hits: Vec<(Fit, usize, usize)> = Vec::new();
        let mut above: Option<(usize, Vec<bool>)> = None;
        for position in ring.clone().filter(|position| !seen.contains(position)) {
            let village = &villages[position];
            let in_above = match &above {
                Some((district, matched)) if *district == village.parent => matched,
                _ => {
                    let matched = matched_above(index, village.parent, words, matches);
                    &above.insert((village.parent, matched)).1
                }
            };
            if let Some(fit) = fit(index.lower_name(village), words, in_above, matches) {
                hits.push((fit, village.name.len(), position));
            }
        }
        hits.sort_unstable();
        let room = limit - found.len();
        found.extend(hits.iter().take(room).map(|hit| hit.2));
        if found.len() == limit {
            break;
        }
        seen = ring.clone();
    }
    found
}

/// Ranges of villages around the office, each holding the one before: those of its own district
/// and regency, and all up to the whole table.
fn rings(villages: &[Place], near: Option<&str>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let first_from = |key: u64| villages.partition_point(|village| village.key < key);
    let mut own = Vec::new();
    let mut wide = Vec::new();
    let mut invented = false;
    if let Some((key, level)) = near.and_then(digits) {
        for around in (0..=level.min(2)).rev() {
            let code = key / 10u64.pow(LEVEL_DIGITS[level] - LEVEL_DIGITS[around]);
            let scale = 10u64.pow(LEVEL_DIGITS[3] - LEVEL_DIGITS[around]);
            let ring = first_from(code * scale)..first_from((code + 1) * scale);
            if around > 0 {
                own.push(ring.clone());
            }
            wide.push(ring);
            invented = around == 0 && code == INVENTED_PROVINCE;
        }
    }
    let end = if invented { villages.len() } else { first_from(INVENTED_PROVINCE * 10u64.pow(8)) };
    wide.push(0..end);
    (own, wide)
}

fn matched_above(index: &Index, district: usize, words: &[String], matches: fn(&str, &str) -> bool) -> Vec<bool> {
    let district = &index.levels[2][district];
    let regency = &index.levels[1][district.parent];
    let province = &index.levels[0][regency.parent];
    let names = [district, regency, province].map(|place| index.lower_name(place));
    words.iter().map(|word| names.iter().any(|name| matches(name, word))).collect()
}

fn fit(name: &str, words: &[String], in_above: &[bool], matches: fn(&str, &str) -> bool) -> Option<Fit> {
    let inside = |word: &String| name.contains(word.as_str()) || matches(name, word);
    let in_name = words.iter().filter(|word| inside(word)).count();
    if in_name == 0 {
        return in_above.iter().all(|&hit| hit).then_some(Fit::OnlyAbove);
    }
    if in_name < words.len() {
        let covered = words.iter().zip(in_above).all(|(word, &hit)| hit || inside(word));
        return covered.then_some(Fit::WithAbove);
    }
    let typed = words.join(" ");
    Some(if name == typed {
        Fit::Whole
    } else if name.starts_with(&typed) {
        Fit::Begins
    } else if words.iter().all(|word| matches(name, word)) {
        Fit::WordBegins
    } else {
        Fit::Inside
    })
}

fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word of the name begins with what was typed.
fn begins(name: &str, typed: &str) -> bool {
    name_words(name).any(|word| word.starts_with(typed))
}

/// The same with one wrong, missing, added or swapped letter.
fn begins_nearly(name: &str, typed: &str) -> bool {
    if typed.chars().count() < SHORTEST_TOLERANT {
        return begins(name, typed);
    }
    name_words(name).any(|word| {
        let length = typed.len();
        [length, length + 1, length - 1]
            .iter()
            .filter_map(|&end| word.get(..end.min(word.len())))
            .any(|start| within_one_edit(start.as_bytes(), typed.as_bytes()))
    })
}

/// Whether one letter changed, added, left out or swapped with its neighbour makes `a` into `b`.
fn within_one_edit(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    match (rest_a, rest_b) {
        ([], []) => true,
        ([_, tail @ ..], []) | ([], [_, tail @ ..]) => tail.is_empty(),
        ([x, tail_a @ ..], [y, tail_b @ ..]) => {
            tail_a == tail_b
                || rest_a == tail_b
                || tail_a == rest_b
                || matches!((tail_a, tail_b), ([p, more_a @ ..], [q, more_b @ ..])
                    if p == y && q == x && more_a == more_b)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str, near: Option<&str>) -> Vec<String> {
        search(query, near, 8).iter().map(|r| format!("{} / {}", r.village, r.district)).collect()
    }

    #[test]
    fn own_regency_comes_first_and_the_best_fit_within_it() {
        let found = search("tungkal", Some("15.06.02"), 5);
        assert!(found.iter().all(|r| r.code.starts_with("15.06.02.")));
        assert_eq!(found[0].village, "Tungkal I", "the shortest of those that begin so");
        let found = search("harapan", Some("15.06"), 3);
        assert!(found[0].code.starts_with("15.06."), "{}", found[0].code);
    }

    #[test]
    fn any_part_of_any_word() {
        assert_eq!(names("empat kot", Some("15.06"))[0], "Tungkal Empat Kota / Tungkal Ilir");
        assert_eq!(names("MUARA", Some("99.01"))[..2], ["Muara Asri / Tirta Kota", "Muara Semu / Tirta Kota"]);
        assert!(names("gainib", Some("15.06")).contains(&"Sungainibung / Tungkal Ilir".into()));
    }

    #[test]
    fn words_of_kind_and_of_the_district_help() {
        assert_eq!(names("kel. misal, kec. umpama", Some("99"))[0], "Misal / Umpama");
        let found = search("tungkal ilir", Some("15.06.02"), 20);
        let own = found.iter().take_while(|r| r.code.starts_with("15.06.02."));
        assert_eq!(own.count(), 10, "all villages of the district come first");
    }

    #[test]
    fn one_wrong_letter_is_forgiven() {
        for typed in ["patnuas", "patunus", "patuna", "pattunas", "patuns"] {
            let found = names(typed, Some("15.06"));
            assert_eq!(found[0], "Patunas / Tungkal Ilir", "{typed}");
        }
        assert_eq!(names("sukamissal", Some("99.01")), ["Sukamisal / Umpama"]);
        assert!(!search("surabya", None, 8).is_empty());
        let typed = search("sukamul", Some("12.06"), 8);
        assert!(
            typed[0].village.to_lowercase().contains("sukamul"),
            "to the letter, though far away: {}",
            typed[0].village
        );
        assert!(typed.iter().any(|r| r.village == "Sukajulu"), "a mistyped neighbour stands behind it");
    }

    #[test]
    fn invented_places_stay_among_themselves() {
        let invented = |near| search("misal", near, 50).iter().any(Region::is_invented);
        assert!(invented(Some("99.01")));
        assert!(!invented(Some("15.06")));
        assert!(!invented(None));
    }

    #[test]
    fn odd_input_is_harmless() {
        assert!(search("", None, 8).is_empty());
        assert!(search(" ,. ", None, 8).is_empty());
        assert!(search("misal", Some("99"), 0).is_empty());
        assert!(search("zzzzqqqq", None, 8).is_empty());
        assert_eq!(search("misal", Some("not a code"), 8), search("misal", None, 8));
        assert!(search("Regapu’u", None, 8).iter().any(|r| r.village == "Regapu’u"));
        assert!(!search("kota", Some("15.06"), 8).is_empty());
    }

    #[test]
    fn one_edit() {
        let near = |a: &str, b: &str| within_one_edit(a.as_bytes(), b.as_bytes());
        for (a, b) in
            [("misal", "misal"), ("misal", "misl"), ("misal", "missal"), ("misal", "mosal"), ("misal", "msial")]
        {
            assert!(near(a, b) && near(b, a), "{a} {b}");
        }
        for (a, b) in [("misal", "mial."), ("misal", "mslia"), ("misal", "misalan"), ("", "ab")] {
            assert!(!near(a, b) && !near(b, a), "{a} {b}");
        }
    }
}
