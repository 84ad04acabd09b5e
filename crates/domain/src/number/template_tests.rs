use super::*;
use crate::number::{parse_code, period_key};
use proptest::prelude::*;

const USUAL: &str = "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}";

fn code(text: &str) -> Code {
    parse_code(text).unwrap()
}

fn number(template: &str, seq: u32, office: &str, counter: &str, date: &str) -> String {
    Template::parse(template).unwrap().render(&NumberParts {
        seq,
        office_code: &code(office),
        counter_code: &code(counter),
        date: date.parse().unwrap(),
    })
}

#[test]
fn renders_the_three_patterns_of_the_wizard() {
    assert_eq!(number(USUAL, 1, "DKC", "A", "2026-12-28"), "0001/DKC/A/XII/2026");
    assert_eq!(number("{KODE}-{LOKET}-{TAHUN}-{URUT:4}", 1, "DKC", "A", "2026-12-28"), "DKC-A-2026-0001");
    assert_eq!(number("{LOKET}{URUT:3}/{BULAN_ROMAWI}/{TAHUN}", 1, "DKC", "A", "2026-12-28"), "A001/XII/2026");
    assert_eq!(number("ADU.{LOKET}_{BULAN}.{TAHUN2}/{URUT}", 7, "DKC", "L1", "2026-03-02"), "ADU.L1_03.26/7");
}

#[test]
fn a_wide_sequence_is_not_cut() {
    assert_eq!(number(USUAL, 123_456, "PKM", "L1", "2026-01-02"), "123456/PKM/L1/I/2026");
}

#[test]
fn faults_are_named() {
    use TemplateError::*;
    let fault = |text: &str| Template::parse(text).unwrap_err();
    assert_eq!(fault(&"A".repeat(81)), TooLong);
    assert_eq!(fault("{URUT/{LOKET}"), UnknownToken("URUT/{LOKET".into()));
    assert_eq!(fault("{LOKET}/{URUT"), Brace);
    assert_eq!(fault("{LOKET}/URUT}"), Brace);
    assert_eq!(fault("{LOKET}/{NOMOR}"), UnknownToken("NOMOR".into()));
    for width in ["0", "7", "x", "-1", ""] {
        assert_eq!(fault(&format!("{{LOKET}}/{{URUT:{width}}}")), Width, "{width}");
    }
    assert_eq!(fault("{LOKET}/{URUT} {TAHUN}"), Character(' '));
    assert_eq!(fault("{LOKET}/{TAHUN}"), Sequence);
    assert_eq!(fault("{URUT}/{LOKET}/{URUT}"), Sequence);
    assert_eq!(fault("{URUT}/{TAHUN}"), Counter);
    assert_eq!(fault("{URUT}/{LOKET}-{LOKET}"), Counter);
    assert_eq!(fault(""), Sequence);
    assert_eq!(fault("latihan/{URUT}/{LOKET}"), Practice);
}

#[test]
fn tokens_that_could_be_read_in_two_ways_are_refused() {
    for text in [
        "{LOKET}/{URUT}{TAHUN}",
        "{LOKET}/{TAHUN}{URUT}",
        "{KODE}{LOKET}/{URUT}",
        "{URUT}{LOKET}/{TAHUN}",
        "{LOKET}/{URUT}0{TAHUN}",
        "{LOKET}A{URUT}/{TAHUN}",
        "{URUT}/{LOKET}{BULAN_ROMAWI}/{TAHUN}",
    ] {
        assert_eq!(Template::parse(text), Err(TemplateError::Ambiguous), "{text}");
    }
}

#[test]
fn the_period_must_show() {
    let check = |text: &str, reset| Template::parse(text).unwrap().check_reset(reset);
    assert_eq!(check("{URUT}/{LOKET}", Reset::Yearly), Err(TemplateError::YearlyNeedsYear));
    assert_eq!(check("{URUT}/{LOKET}/{TAHUN2}", Reset::Yearly), Ok(()));
    for text in ["{URUT}/{LOKET}/{TAHUN}", "{URUT}/{LOKET}/{BULAN}"] {
        assert_eq!(check(text, Reset::Monthly), Err(TemplateError::MonthlyNeedsMonthAndYear));
    }
    assert_eq!(check(USUAL, Reset::Monthly), Ok(()));
}

#[test]
fn codes_must_not_hold_the_sign_that_ends_them() {
    let check = |text: &str, office: &str, counter: &str| {
        Template::parse(text).unwrap().check(Reset::Yearly, &code(office), &code(counter))
    };
    assert_eq!(check(USUAL, "PKM.SKS", "L-1"), Ok(()));
    let dashed = "{KODE}-{LOKET}-{TAHUN}-{URUT:4}";
    assert_eq!(check(dashed, "DKC", "A"), Ok(()));
    assert_eq!(check(dashed, "DKC-1", "A"), Err(TemplateError::SeparatorInCode(code("DKC-1"))));
    assert_eq!(check(dashed, "DKC", "A-1"), Err(TemplateError::SeparatorInCode(code("A-1"))));
    let touching = "{LOKET}{URUT:3}/{TAHUN}";
    assert_eq!(check(touching, "DKC", "AB"), Ok(()));
    for counter in ["A1", "A.B"] {
        assert_eq!(check(touching, "DKC", counter), Err(TemplateError::CounterNeedsLetters(code(counter))));
    }
    // At the end of the number nothing follows that could be mistaken.
    assert_eq!(check("{URUT}/{TAHUN}-{LOKET}", "DKC", "A-1"), Ok(()));
}

/// The three tokens that every yearly number needs, in any order, with others among them.
fn any_template() -> impl Strategy<Value = String> {
    let between = || {
        let signs = vec!["", "", "/", "-", ".", "_", "A", "1", "A/", "-1", "X."];
        prop::sample::select(signs)
    };
    let optional = prop::sample::subsequence(vec!["{KODE}", "{BULAN}", "{BULAN_ROMAWI}"], 0..=3);
    let needed = (prop::sample::select(vec!["{URUT}", "{URUT:3}"]), prop::sample::select(vec!["{TAHUN}", "{TAHUN2}"]));
    (needed, optional)
        .prop_map(|((sequence, year), optional)| {
            let mut tokens = vec![sequence, "{LOKET}", year];
            tokens.extend(optional);
            tokens
        })
        .prop_shuffle()
        .prop_flat_map(move |tokens| {
            let literals = prop::collection::vec(between(), tokens.len() + 1);
            (Just(tokens), literals)
        })
        .prop_map(|(tokens, literals)| {
            let pairs = literals.iter().zip(tokens.iter().chain([&""]));
            pairs.map(|(l, t)| format!("{l}{t}")).collect()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Two different triples of sequence, counter and period never give one number: for every
    /// template, reset and counter code that the checks accept, among values chosen to collide.
    #[test]
    fn no_two_triples_share_a_number(text in any_template(), monthly: bool, office in "[A1]([.-]?[A1]){0,2}") {
        let reset = if monthly { Reset::Monthly } else { Reset::Yearly };
        let office = code(&office);
        let Ok(template) = Template::parse(&text) else { return Ok(()) };
        let counters = ["A", "B", "1", "11", "A1", "1A", "A-1", "A.1", "1-1", "1.1", "AX", "AXI", "AI"]
            .map(code)
            .into_iter()
            .filter(|counter| template.check(reset, &office, counter).is_ok());
        let dates = ["2026-01-31", "2026-02-01", "2026-10-01", "2026-11-21", "2026-12-01", "2027-01-02", "2027-11-02"]
            .map(|date| date.parse::<NaiveDate>().unwrap());
        let sequences = [1, 2, 6, 10, 11, 12, 20, 26, 27, 101, 110, 111, 112, 120, 202, 261, 1111, 2026, 12026, 112026];
        let mut seen = std::collections::HashMap::new();
        for counter in counters {
            for date in dates {
                for seq in sequences {
                    let number = template.render(&NumberParts {
                        seq, office_code: &office, counter_code: &counter, date,
                    });
                    let triple = (seq, counter.clone(), period_key(date, reset));
                    if let Some(other) = seen.insert(number.clone(), triple.clone()) {
                        prop_assert_eq!(other, triple, "{} gives {}", text, number);
                    }
                }
            }
        }
    }
}
