//! The rules of a complaint register: pure, without IO, without a clock, without randomness.
//! Time, random bytes and calendars are arguments.
//!
//! # Glossary (English identifier, Indonesian term)
//! | identifier | term | meaning |
//! |---|---|---|
//! | entry | entri | one signed, append-only fact in a log |
//! | log | rantai | the entries of one device key, each naming the one before |
//! | body, part (identity, matter) | – | what stands open, and what can be sealed or destroyed |
//! | subject | pokok entri | what an entry is about: a complaint, an officer, the unit |
//! | complaint | aduan, pengaduan | the fold of its entries |
//! | complainant, reporter | pelapor | who complains (*pengadu* in UU 25/2009) |
//! | link | tautan | two complaints that have to do with each other, each with its own number |
//! | further reporter | pelapor tambahan | one more person who tells of the same event under the same number (*gabungkan*) |
//! | officer | petugas | who works at the counter |
//! | complaint manager | pengelola pengaduan | who answers for the handling, Ps36 |
//! | accused | pihak yang diadukan | officer or unit complained of |
//! | office, unit | kantor, unit | whose register it is |
//! | counter | loket | one PC with a number series of its own |
//! | register number | nomor register | the legal number |
//! | tracking code | kode lacak | the short code for enquiries |
//! | subject line (`subject` field) | hal | what it is about, in one line |
//! | receipt, record slip | tanda terima, bukti pencatatan | paper a, with and without the four items of Ps44(2) |
//! | channel | saluran | how the complaint came |
//! | service | layanan | what was not to standard |
//! | loss, settlement | kerugian, penyelesaian yang diminta | Ps42(3) b and c |
//! | clock, due date | tenggat, jatuh tempo | a deadline computed from a dated rule |
//! | step | langkah | note, answer, closing |
//! | void | dibatalkan | struck with a reason; the number stays used |
//! | restricted | isi dibatasi | content read only by those with the right |
//! | import, old number | impor, nomor lama | complaints of an old register, outside the series |
//! | snapshot, copy | cadangan, salinan | a verified copy of the register file |
//! | recovery key | kunci pemulihan | 48 digits on paper |
//! | practice | latihan | an office that cannot mix with a real one |

pub mod calendar;
pub mod checks;
pub mod clock;
pub mod complaint;
pub mod dates;
pub mod entry;
pub mod facts;
pub mod fold;
pub mod import;
pub mod intake;
pub mod labels;
pub mod law;
pub mod number;
pub mod office;
pub mod paper;
pub mod person;
pub mod printing;
pub mod region;
pub mod reporters;
pub mod rights;
pub mod services;
pub mod similar;
pub mod strict_json;
pub mod text;
pub mod told;
pub mod tracking;
pub mod vocabulary;
pub mod words;
