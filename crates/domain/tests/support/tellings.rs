//! Invented complaints in the measures of real ones (12,530 complaints of one city): 4.4 % near-duplicates, most of them
//! sent twice within the hour; texts of 204 letters in the middle and 977 at the 95th of 100; people of one service in
//! the same words. Everybody and everything here is invented, and looks it.

use chrono::{Days, NaiveDate};
use loket_domain::similar::Telling;
use uuid::Uuid;

/// A complaint with what it truly is.
pub struct Invented {
    pub name: String,
    pub phone: String,
    pub nik: String,
    pub description: String,
    pub service: Option<Uuid>,
    pub place: String,
    pub event_date: Option<NaiveDate>,
    pub received: i64,
    /// Complaints of one event that are near-duplicates share it.
    pub event: usize,
    /// How it repeats an earlier one.
    pub repeats: Option<Repeat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Sent twice within the hour, mistyped at most.
    Double,
    /// The same person in other words, within days.
    Rephrased,
    /// Somebody else about the same event.
    Neighbour,
}

impl Invented {
    pub fn telling(&self) -> Telling<'_> {
        Telling {
            name: &self.name,
            phone: &self.phone,
            nik: &self.nik,
            description: &self.description,
            service: self.service,
            place: &self.place,
            event_date: self.event_date,
            received: self.received,
        }
    }
}

/// SplitMix64: small, and the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).expect("small")
    }
    pub fn of_1000(&mut self, n: usize) -> bool {
        self.below(1000) < n
    }
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
    fn word<'a>(&mut self, from: &'a str) -> &'a str {
        let words: Vec<&str> = from.split(' ').collect();
        self.pick(&words)
    }
    /// Letters of a text: lognormal around 204 with 977 at the 95th of 100.
    fn length(&mut self) -> usize {
        let bell: f64 = (0..12).map(|_| self.below(10_000) as f64 / 10_000.0).sum::<f64>() - 6.0;
        (204.0 * (0.952 * bell).exp()) as usize
    }
}

const FIRST: &str = "Melati Hartono Sulastri Togar Dewi Yosef Ratna Budi Siti Made Wati Agus Rina Bambang Nur Joko Mega Andi Tuti Slamet";
const LAST: &str = "Contohwati Umpama Andaikan Misal Seandainya Perumpamaan Ibaratwati Contohsari Semisal Teladan Andaikata Dimisalkan Seumpama Permisalan Ibarat";
const PLACES: &[&str] = &[
    "Kantor ini",
    "Loket 1",
    "Loket 2",
    "Loket 3",
    "Ruang tunggu",
    "Loket pendaftaran",
    "Kelurahan Muara Misal",
    "Kecamatan Umpama",
    "",
];

/// What goes wrong in a service, each in the words that people use for it; `#` is a number, `@` an hour, `%` a place.
const MATTERS: &[&[&str]] = &[
    &[
        "Nomor antrean saya # tetapi sampai pukul @ belum dipanggil.",
        "Sudah mengambil antrean nomor # sejak pagi, pukul @ masih menunggu.",
        "Antre nomor #, yang datang belakangan dilayani lebih dulu sampai pukul @.",
    ],
    &[
        "KTP elektronik sudah direkam # hari lalu tetapi belum dicetak karena blangko habis.",
        "Blangko habis terus, KTP saya belum jadi padahal perekaman sudah # hari.",
        "Sudah # kali datang menanyakan cetak KTP, jawabannya blangko kosong.",
    ],
    &[
        "Petugas di % berbicara kasar kepada orang tua saya pukul @.",
        "Saya dibentak petugas % ketika bertanya syarat, kejadiannya pukul @.",
        "Pelayanan di % tidak ramah, ibu saya dimarahi sekitar pukul @.",
    ],
    &[
        "Dimintai uang Rp#.000 di % supaya berkas cepat selesai.",
        "Ada pungutan # ribu rupiah tanpa kuitansi di %.",
        "Petugas % meminta biaya #.000 di luar tarif resmi.",
    ],
    &[
        "Lampu jalan di gang # dekat % padam.",
        "Penerangan jalan umum gang # sekitar % mati, gelap sekali.",
        "Sudah # malam jalan di dekat % gelap karena lampunya mati.",
    ],
    &[
        "Obat yang diresepkan tidak tersedia, diminta membeli sendiri seharga #.000.",
        "Apotek kehabisan obat, saya membeli di luar # ribu.",
        "Stok obat kosong, keluarga membayar sendiri Rp#.000 di luar.",
    ],
    &[
        "Akta kelahiran anak saya salah tulis tanggal, sudah diajukan # hari lalu.",
        "Nama anak di akta kelahiran keliru, pembetulan belum selesai setelah # hari.",
        "Pengajuan perbaikan akta # hari tidak ada kabar.",
    ],
    &[
        "Aplikasi pendaftaran daring selalu gagal masuk, kode tidak dikirim sejak pukul @.",
        "Kode masuk aplikasi antrean tidak pernah sampai, dicoba # kali.",
        "Daftar lewat aplikasi galat terus sejak pukul @, # kali mencoba.",
    ],
    &[
        "Sampah di depan % tidak diangkut # hari.",
        "Tumpukan sampah dekat % sudah # hari dan berbau.",
        "Truk sampah tidak datang ke % selama # hari.",
    ],
    &[
        "Kartu keluarga sudah # hari belum jadi, dioper dari loket ke loket.",
        "Mengurus kartu keluarga disuruh bolak-balik # kali.",
        "Berkas kartu keluarga saya hilang di %, diminta mengulang setelah # hari.",
    ],
];
/// Sentences that follow are put together from what people say: who, what happened, what came of it.
const WHO: &[&str] = &[
    "Petugas",
    "Satpam",
    "Pegawai magang",
    "Ibu di meja depan",
    "Bapak kepala seksi",
    "Petugas loket #",
    "Suami saya",
    "Anak saya",
    "Tetangga saya di gang #",
    "Seorang lansia",
    "Orang tua saya",
    "Rombongan dari %",
    "Kakak saya",
    "Warga RT #",
];
const DID: &[&str] = &[
    "menunggu di %",
    "ditolak tanpa alasan",
    "menyuruh kembali besok",
    "tidak menjawab telepon",
    "menelepon # kali",
    "berdiri karena kursi habis",
    "menunjukkan bukti nomor #",
    "meminta fotokopi lagi",
    "pulang pukul @",
    "dilayani lebih dulu",
    "tidak ada di tempat",
    "membawa berkas lengkap",
    "mengisi formulir # kali",
    "mencari tempat parkir",
    "mencatat nama kami",
    "dioper ke %",
];
const THEN: &[&str] = &[
    "padahal syarat lengkap.",
    "sehingga tidak masuk kerja.",
    "sampai pukul @.",
    "dan tidak ada penjelasan.",
    "karena sistem katanya galat.",
    "lalu diminta datang lagi # hari kemudian.",
    "dan ongkosnya #.000.",
    "sementara loket sebelah kosong.",
    "walaupun sudah janji.",
    "karena listrik padam.",
    "dan sampai sekarang belum ada kabar.",
    "dengan nada tinggi.",
    "tanpa papan pengumuman.",
    "tanpa meminta maaf.",
];
const CLOSING: &[&str] = &[
    "Mohon segera ditindaklanjuti.",
    "Terima kasih atas perhatiannya.",
    "Mohon penjelasan tertulis.",
    "Mohon petugas ditambah.",
    "Semoga pelayanan membaik.",
];

fn further(dice: &mut Dice, d: &Details) -> String {
    if dice.of_1000(150) {
        return dice.pick(CLOSING).to_owned();
    }
    let said = format!("{} {} {}", dice.pick(WHO), dice.pick(DID), dice.pick(THEN));
    filled(&said, d)
}

const SLANG: &[(&str, &str)] = &[
    ("tidak", "gak"),
    ("sudah", "udah"),
    ("belum", "blm"),
    ("yang", "yg"),
    ("karena", "krn"),
    ("dengan", "dgn"),
    ("saya", "sy"),
    ("tanggal", "tgl"),
];

/// The numbers of one event: who was there tells the same ones.
#[derive(Clone)]
struct Details {
    number: usize,
    hour: String,
    place: &'static str,
}

fn details(dice: &mut Dice) -> Details {
    Details {
        number: 2 + dice.below(97),
        hour: format!("{}.{:02}", 8 + dice.below(6), dice.below(60)),
        place: dice.pick(&PLACES[1..8]),
    }
}

fn filled(sentence: &str, d: &Details) -> String {
    sentence.replace('#', &d.number.to_string()).replace('@', &d.hour).replace('%', d.place)
}

/// A story of a matter: the first sentence says it, others follow until it is long enough.
fn story(dice: &mut Dice, matter: usize, d: &Details) -> String {
    let goal = dice.length();
    let mut text = filled(dice.pick(MATTERS[matter]), d);
    for _ in 0..60 {
        if text.chars().count() >= goal {
            break;
        }
        let own = if dice.of_1000(600) { details(dice) } else { d.clone() };
        text.push(' ');
        text.push_str(&further(dice, &own));
    }
    if dice.of_1000(250) {
        for (usual, short) in SLANG {
            text = text.replace(usual, short);
        }
    }
    text
}

/// Typed again: a letter lost or doubled, capitals, a sentence more.
fn mistyped(dice: &mut Dice, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..dice.below(4) {
        let at = dice.below(letters.len());
        if dice.of_1000(500) {
            letters.remove(at);
        } else {
            letters.insert(at, letters[at]);
        }
    }
    let again: String = letters.into_iter().collect();
    match dice.below(5) {
        0 => again.to_uppercase(),
        1 => format!("{again} Mohon segera dibalas."),
        _ => again,
    }
}

const DAY: i64 = 86_400;

/// `n` complaints in the order in which they came, about twelve a day.
pub fn invent(seed: u64, n: usize) -> Vec<Invented> {
    let mut dice = Dice(seed);
    let mut all: Vec<Invented> = Vec::new();
    let (mut matters, mut known): (Vec<usize>, Vec<Details>) = (Vec::new(), Vec::new());
    for i in 0..n {
        let now = 1_795_000_000 + i64::try_from(i).expect("small") * DAY / 12;
        let back = if dice.of_1000(46) && i > 40 { Some(1 + dice.below(30)) } else { None };
        let Some(back) = back else {
            let (matter, d) = (dice.below(MATTERS.len()), details(&mut dice));
            all.push(fresh(&mut dice, i, now, matter, &d, &all));
            matters.push(matter);
            known.push(d);
            continue;
        };
        let first = i - back;
        let (matter, d) = (matters[first], known[first].clone());
        let again = match dice.below(100) {
            0..60 => double(&mut dice, &all[first]),
            60..80 => rephrased(&mut dice, &all[first], now, matter, &d),
            _ => neighbour(&mut dice, i, &all[first], now, matter, &d),
        };
        all.push(again);
        matters.push(matter);
        known.push(d);
    }
    all.sort_by_key(|c| c.received);
    all
}

fn person(dice: &mut Dice, i: usize) -> (String, String, String) {
    let name = format!("{} {} {}", dice.word(FIRST), dice.word(LAST), dice.word(LAST));
    let nik = if dice.of_1000(300) { format!("99{:014}", i) } else { String::new() };
    let phone = if dice.of_1000(850) { format!("+62899{:07}", i) } else { String::new() };
    (if dice.of_1000(930) { name } else { String::new() }, phone, nik)
}

fn fresh(dice: &mut Dice, i: usize, now: i64, matter: usize, d: &Details, before: &[Invented]) -> Invented {
    let description = story(dice, matter, d);
    // One in fourteen comes back with another matter: the hardest ones to keep apart.
    let known = (i > 0 && dice.of_1000(70)).then(|| &before[dice.below(i)]);
    let (name, phone, nik) = match known {
        Some(k) => (k.name.clone(), k.phone.clone(), k.nik.clone()),
        None => person(dice, i),
    };
    let day = NaiveDate::from_ymd_opt(2026, 11, 18).expect("a day") + Days::new(u64::try_from(i / 12).expect("small"));
    Invented {
        name,
        phone,
        nik,
        description,
        service: dice.of_1000(900).then(|| Uuid::from_u128(matter as u128 / 2 + 1)),
        place: dice.pick(PLACES).to_owned(),
        event_date: dice.of_1000(700).then(|| day - Days::new(dice.below(6) as u64)),
        received: now,
        event: i,
        repeats: None,
    }
}

fn double(dice: &mut Dice, first: &Invented) -> Invented {
    let keep = |dice: &mut Dice, text: &str| if dice.of_1000(850) { text.to_owned() } else { String::new() };
    Invented {
        name: first.name.clone(),
        phone: keep(dice, &first.phone),
        nik: keep(dice, &first.nik),
        description: mistyped(dice, &first.description),
        service: first.service.filter(|_| dice.of_1000(800)),
        place: keep(dice, &first.place),
        event_date: first.event_date,
        received: first.received + 60 + dice.below(3_000) as i64,
        event: first.event,
        repeats: Some(Repeat::Double),
    }
}

fn rephrased(dice: &mut Dice, first: &Invented, now: i64, matter: usize, d: &Details) -> Invented {
    Invented {
        description: story(dice, matter, d),
        received: now.max(first.received),
        repeats: Some(Repeat::Rephrased),
        place: first.place.clone(),
        name: first.name.clone(),
        phone: first.phone.clone(),
        nik: String::new(),
        ..*first
    }
}

fn neighbour(dice: &mut Dice, i: usize, first: &Invented, now: i64, matter: usize, d: &Details) -> Invented {
    let (name, phone, nik) = person(dice, i);
    let soon = first.received + dice.below(7_200) as i64;
    Invented {
        name,
        phone,
        nik,
        description: story(dice, matter, d),
        place: first.place.clone(),
        received: soon.min(now),
        repeats: Some(Repeat::Neighbour),
        ..*first
    }
}
