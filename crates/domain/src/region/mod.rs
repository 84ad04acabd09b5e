//! Villages of Indonesia and their districts, regencies and provinces, by code and by name.
//!
//! The table is data as of one decree: an entry keeps code *and* names as they were at its time.
//! Province 99 is invented, for practice and tests; searches show it only to an office inside it.

mod search;

pub use search::search;

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;

use crate::vocabulary::closed_list;

/// A tree of places, one line each; see `data/regions.py`.
const TREE: &str = include_str!("../../data/regions.txt");

/// Digits of the code after each level: province, regency, district, village.
const LEVEL_DIGITS: [u32; 4] = [2, 4, 6, 10];
const INVENTED_PROVINCE: u64 = 99;
/// From here on the provinces of Papua, where a *kecamatan* is called *distrik*.
const FIRST_PAPUAN_PROVINCE: u64 = 91;

closed_list! {
    /// The kind of a village, from the first digit of the fourth block of its code.
    VillageKind {
        /// 1: *kelurahan*.
        Kelurahan = "kelurahan",
        /// 2: *desa*.
        Desa = "desa",
        /// 3: *desa adat*.
        DesaAdat = "desa_adat",
    }
}

impl VillageKind {
    /// The word before the name in an address.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kelurahan => "Kelurahan",
            Self::Desa => "Desa",
            Self::DesaAdat => "Desa Adat",
        }
    }
}

/// A village with the names of all that it lies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Region {
    /// `15.06.02.1004`.
    pub code: String,
    /// Name without its kind.
    pub village: &'static str,
    /// *Kecamatan*, in Papua *distrik*, without the word.
    pub district: &'static str,
    /// With `Kabupaten` or `Kota`.
    pub regency: &'static str,
    /// Province.
    pub province: &'static str,
    /// Kind of the village.
    pub kind: VillageKind,
}

impl Region {
    /// `Kelurahan Misal, Kecamatan Umpama, Kabupaten Contoh`, as it ends an address on papers.
    pub fn label(&self) -> String {
        let kind = self.kind.label();
        let district = self.district_word();
        format!("{kind} {}, {district} {}, {}", self.village, self.district, self.regency)
    }

    /// `Muara Asri, Kec. Tirta Kota`, as the form shows it.
    pub fn short(&self) -> String {
        let district = if self.is_papuan() { "Distrik" } else { "Kec." };
        format!("{}, {district} {}", self.village, self.district)
    }

    /// Whether the place is invented, for practice and tests.
    pub fn is_invented(&self) -> bool {
        self.province_number() == INVENTED_PROVINCE
    }

    fn district_word(&self) -> &'static str {
        if self.is_papuan() { "Distrik" } else { "Kecamatan" }
    }

    fn is_papuan(&self) -> bool {
        (FIRST_PAPUAN_PROVINCE..INVENTED_PROVINCE).contains(&self.province_number())
    }

    fn province_number(&self) -> u64 {
        digits(&self.code).map_or(0, |(number, _)| number / 10u64.pow(8))
    }
}

/// A place of any level; `key` is its code without points.
struct Place {
    key: u64,
    name: &'static str,
    /// Where the name stands in the tree, for the lower-case copy.
    offset: usize,
    /// Index in the level above.
    parent: usize,
}

struct Index {
    levels: [Vec<Place>; 4],
    /// The tree in small ASCII letters, at the same offsets.
    lower: String,
}

impl Index {
    fn get() -> &'static Self {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| Self::read(TREE))
    }

    fn read(tree: &'static str) -> Self {
        let mut levels: [Vec<Place>; 4] = Default::default();
        let mut offset = 0;
        for line in tree.split_inclusive('\n') {
            let row = line.trim_end();
            let level = row.bytes().take_while(|b| *b == b' ').count();
            let (block, name) = row[level..].split_once(' ').expect("the bundled tree is read by a test");
            let number: u64 = block.parse().expect("the bundled tree is read by a test");
            let (parent, above) = match level {
                0 => (0, 0),
                _ => {
                    let index = levels[level - 1].len() - 1;
                    (index, levels[level - 1][index].key)
                }
            };
            levels[level].push(Place {
                key: above * 10u64.pow(block.len() as u32) + number,
                name,
                offset: offset + row.len() - name.len(),
                parent,
            });
            offset += line.len();
        }
        let lower = tree.to_ascii_lowercase();
        Self { levels, lower }
    }

    fn lower_name(&self, place: &Place) -> &str {
        &self.lower[place.offset..place.offset + place.name.len()]
    }

    fn find(&self, level: usize, key: u64) -> Option<&Place> {
        let places = &self.levels[level];
        let index = places.binary_search_by_key(&key, |place| place.key).ok()?;
        Some(&places[index])
    }

    fn region(&self, village: &Place) -> Region {
        let district = &self.levels[2][village.parent];
        let regency = &self.levels[1][district.parent];
        let province = &self.levels[0][regency.parent];
        Region {
            code: dotted(village.key),
            village: village.name,
            district: district.name,
            regency: regency.name,
            province: province.name,
            kind: match village.key / 1000 % 10 {
                1 => VillageKind::Kelurahan,
                3 => VillageKind::DesaAdat,
                _ => VillageKind::Desa,
            },
        }
    }
}

/// The village with this code, with or without points.
pub fn by_code(code: &str) -> Option<Region> {
    let (key, level) = digits(code)?;
    let index = Index::get();
    (level == 3).then(|| index.find(level, key)).flatten().map(|place| index.region(place))
}

/// The name of a province, regency, district or village by its code, with or without points.
pub fn name_of(code: &str) -> Option<&'static str> {
    let (key, level) = digits(code)?;
    Index::get().find(level, key).map(|place| place.name)
}

/// The code as a number, and its level; `None` if it is not 2, 4, 6 or 10 digits.
fn digits(code: &str) -> Option<(u64, usize)> {
    let plain: String = code.chars().filter(|c| *c != '.').collect();
    if !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let level = LEVEL_DIGITS.iter().position(|&length| length as usize == plain.len())?;
    Some((plain.parse().ok()?, level))
}

fn dotted(key: u64) -> String {
    let text = format!("{key:010}");
    format!("{}.{}.{}.{}", &text[..2], &text[2..4], &text[4..6], &text[6..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let index = Index::get();
        let invented = [1, 1, 2, 8];
        let real = [38, 514, 7285, 83_762];
        for level in 0..4 {
            let places = &index.levels[level];
            assert_eq!(places.len(), real[level] + invented[level], "level {level}");
            assert!(places.is_sorted_by(|a, b| a.key < b.key));
            for place in places {
                assert_eq!(index.lower_name(place), place.name.to_ascii_lowercase());
            }
        }
        let villages = &index.levels[3];
        let count = |digit| villages.iter().filter(|v| v.key / 1000 % 10 == digit).count();
        assert_eq!([count(1), count(2), count(3)], [8_496 + 4, 75_252 + 3, 14 + 1]);
    }

    #[test]
    fn a_village_by_its_code() {
        let village = by_code("15.06.02.1004").unwrap();
        assert_eq!(village.village, "Tungkal Empat Kota");
        assert_eq!(village.kind, VillageKind::Kelurahan);
        assert_eq!(
            village.label(),
            "Kelurahan Tungkal Empat Kota, Kecamatan Tungkal Ilir, Kabupaten Tanjung Jabung Barat"
        );
        assert_eq!(village.province, "Jambi");
        assert!(!village.is_invented());
        assert_eq!(by_code("1506021004"), Some(village));
        for odd in ["", "15.06", "15.06.02.9999", "15.06.02.100a", "-5.06.02.1004"] {
            assert_eq!(by_code(odd), None, "{odd}");
        }
    }

    #[test]
    fn papua_says_distrik_and_desa_adat() {
        let village = by_code("91.03.01.3001").or_else(|| {
            let papuan = Index::get().levels[3].iter().find(|v| v.key / 1000 % 10 == 3 && v.key < 99 * 10u64.pow(8))?;
            by_code(&dotted(papuan.key))
        });
        let village = village.unwrap();
        assert_eq!(village.kind, VillageKind::DesaAdat);
        assert!(village.label().starts_with("Desa Adat "));
        assert!(village.label().contains(", Distrik "));
        assert!(village.short().contains(", Distrik "));
    }

    #[test]
    fn names_of_all_levels() {
        assert_eq!(name_of("15"), Some("Jambi"));
        assert_eq!(name_of("15.06"), Some("Kabupaten Tanjung Jabung Barat"));
        assert_eq!(name_of("150602"), Some("Tungkal Ilir"));
        assert_eq!(name_of("99.01.01.1001"), Some("Misal"));
        assert_eq!(name_of("10"), None);
    }

    #[test]
    fn the_invented_regency() {
        let village = by_code("99.01.02.1001").unwrap();
        assert!(village.is_invented());
        assert_eq!(village.short(), "Muara Asri, Kec. Tirta Kota");
        assert_eq!(village.label(), "Kelurahan Muara Asri, Kecamatan Tirta Kota, Kabupaten Contoh");
    }
}
