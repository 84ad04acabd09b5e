use super::*;
use encoding_rs::UTF_8;

fn all(text: &[u8], delimiter: u8) -> Vec<(u64, Vec<String>)> {
    let mut records = Records::new(Decoded::new(text, UTF_8), delimiter);
    let mut read = Vec::new();
    while let Some(record) = records.read().expect("read") {
        read.push(match record {
            Record::Cells { line, cells } => (line, cells.iter().map(|c| (*c).to_owned()).collect()),
            Record::TooLong { line, .. } => (line, vec!["too long".to_owned()]),
        });
    }
    read
}

fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (line, cells.iter().map(|c| (*c).to_owned()).collect())
}

#[test]
fn line_ends_of_every_system_are_counted_once() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("a,b{end}{end}\"c{end}d\",e{end}f,g");
        let found = all(text.as_bytes(), b',');
        assert_eq!(found, [row(1, &["a", "b"]), row(3, &[&format!("c{end}d"), "e"]), row(5, &["f", "g"])], "{end:?}");
    }
}

#[test]
fn quotes_hold_delimiters_and_quotes() {
    assert_eq!(all(b"\"a;\"\"b\"\"\";c\n;;\n", b';'), [row(1, &["a;\"b\"", "c"]), row(2, &["", "", ""])]);
    assert_eq!(all(b"a \"b\" c\tb\n", b'\t'), [row(1, &["a \"b\" c", "b"])], "a quote within a cell is a character");
}

#[test]
fn a_record_beyond_all_measure_is_passed_over() {
    let mut text = b"a,b\n".to_vec();
    text.extend(vec![b'x'; 3 * MAX_RECORD]);
    text.extend_from_slice(b",y\n1,2\n\"");
    text.extend("kutip terbuka\n".repeat(200_000).bytes());
    let found = all(&text, b',');
    assert_eq!(found[..3], [row(1, &["a", "b"]), row(2, &["too long"]), row(3, &["1", "2"])]);
    assert_eq!(found[3..], [row(4, &["too long"])], "a quote that is never closed ends with the file");
    let many = format!("{}\n1,2\n", ",".repeat(10_000));
    assert_eq!(all(many.as_bytes(), b','), [row(1, &["too long"]), row(2, &["1", "2"])]);
}

/// A gigabyte without a line end, made while it is read.
struct Endless(u64);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(usize::try_from(self.0).unwrap_or(usize::MAX));
        buffer[..length].fill(b'x');
        self.0 -= length as u64;
        Ok(length)
    }
}

#[test]
fn a_line_of_a_gigabyte_is_never_held() {
    let text = Endless(1 << 30).chain(&b"\n1,2\n"[..]);
    let mut records = Records::new(Decoded::new(text, UTF_8), b',');
    assert!(matches!(records.read().expect("read"), Some(Record::TooLong { line: 1, .. })));
    assert!(records.out.len() <= MAX_RECORD && records.text.text.len() <= 4 * CHUNK, "the buffers stay small");
    assert!(matches!(records.read().expect("read"), Some(Record::Cells { line: 2, .. })));
}
