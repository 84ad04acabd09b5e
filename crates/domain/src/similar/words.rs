//! Words, groups of letters and numbers of a story.

use std::collections::HashMap;

const GRAM: usize = 4;

/// A story as the set of its groups of letters, and the numbers in it.
#[derive(Clone)]
pub(super) struct Text {
    /// Letters without filling words.
    pub(super) length: usize,
    /// Groups of [`GRAM`] letters, sorted, each once.
    grams: Vec<u64>,
    /// Hours, dates, queue numbers: sorted, each once.
    pub(super) numbers: Vec<String>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
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
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let long = |t: &Self| t.numbers.iter().filter(|n| n.len() > 1).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (long(self), long(other));
        let least = mine.len().min(theirs.len());
        least > 0 && shared(&mine, &theirs) * 2 >= least
    }

    /// Both tell numbers, and not the same ones.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let least = self.numbers.len().min(other.numbers.len());
        least > 0 && shared(&self.numbers, &other.numbers) * 3 < least * 2
    }
}

/// How many tellings hold each group of letters.
pub(super) struct Common {
    count: HashMap<u64, u32>,
    tellings: u32,
}

impl Common {
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Self {
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

    /// Per cent: what both share of what either has. A story half typed is a part of the other one: with `part`, what the
    /// shorter one shares counts too.
    pub(super) fn likeness(&self, a: &Text, b: &Text, part: bool) -> i32 {
        let sum = |grams: &[u64]| grams.iter().map(|g| self.weight(*g)).sum::<f64>();
        let (all_a, all_b) = (sum(&a.grams), sum(&b.grams));
        let shared: f64 = a.grams.iter().filter(|g| b.grams.binary_search(g).is_ok()).map(|g| self.weight(*g)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a share in per cent")]
        let per_cent = |of: f64| if of > 0.0 { (shared * 100.0 / of).round() as i32 } else { 0 };
        let whole = per_cent(all_a + all_b - shared);
        if part { whole.max(per_cent(all_a.min(all_b)) - 10) } else { whole }
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
pub(super) const SPELLINGS: &[(&str, &str)] = &[
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
pub(super) const FILLING: &[&str] = &[
    "ada", "adalah", "agar", "akan", "anda", "atas", "atau", "bagi", "bapak", "belum", "bisa", "dan", "dapat", "dari",
    "dengan", "di", "hal", "hanya", "hari", "ibu", "ini", "itu", "juga", "kalau", "kami", "karena", "ke", "kepada",
    "lagi", "lalu", "mohon", "oleh", "pada", "padahal", "para", "pihak", "pukul", "saat", "saja", "sampai", "sangat",
    "saya", "sebagai", "secara", "sekarang", "selamat", "sudah", "supaya", "tanggal", "telah", "tersebut", "tetapi",
    "tidak", "tolong", "untuk", "yang",
];

/// Lower-case words in their usual spelling, filling words left out, letters at most twice in a row.
pub(super) fn words(text: &str) -> Vec<String> {
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
    SPELLINGS.binary_search_by(|(short, _)| (*short).cmp(&plain)).map_or(plain, |at| SPELLINGS[at].1.to_owned())
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
