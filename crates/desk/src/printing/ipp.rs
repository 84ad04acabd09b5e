//! Questions to the print system and its answers, as RFC 8010 writes them: only what the list of printers and the state
//! of a job need. An answer is bytes of another program, so whatever does not fit ends the reading, never the program.

/// Operations (RFC 8011 section 5.4.15; CUPS adds those from 0x4001 on).
pub(super) const GET_JOB: u16 = 0x0009;
pub(super) const GET_PRINTER: u16 = 0x000B;
pub(super) const GET_PRINTERS: u16 = 0x4002;

const END: u8 = 0x03;
const OPERATION: u8 = 0x01;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
/// Tags below this one begin a group.
const FIRST_VALUE: u8 = 0x10;
/// Statuses below this one are successes.
const FIRST_REFUSAL: u16 = 0x0100;

/// An operation of the print system, without a document.
pub(super) fn request(operation: u16, target: Option<(&str, &str)>, wanted: &[&str]) -> Vec<u8> {
    let mut bytes = vec![2, 0];
    bytes.extend(operation.to_be_bytes());
    bytes.extend(1_u32.to_be_bytes());
    bytes.push(OPERATION);
    attribute(&mut bytes, 0x47, "attributes-charset", "utf-8");
    attribute(&mut bytes, 0x48, "attributes-natural-language", "en");
    if let Some((name, uri)) = target {
        attribute(&mut bytes, URI, name, uri);
    }
    for (n, name) in wanted.iter().enumerate() {
        attribute(&mut bytes, KEYWORD, if n == 0 { "requested-attributes" } else { "" }, name);
    }
    bytes.push(END);
    bytes
}

fn attribute(bytes: &mut Vec<u8>, tag: u8, name: &str, value: &str) {
    bytes.push(tag);
    for text in [name, value] {
        bytes.extend(u16::try_from(text.len()).unwrap_or(0).to_be_bytes());
        bytes.extend(text.as_bytes());
    }
}

/// Attributes of one printer or job.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Group(Vec<(String, Vec<Vec<u8>>)>);

impl Group {
    fn values(&self, name: &str) -> &[Vec<u8>] {
        self.0.iter().find(|(n, _)| n == name).map_or(&[], |(_, values)| values)
    }

    /// All values as texts; none when the attribute is absent.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        self.values(name).iter().map(|v| String::from_utf8_lossy(v).into_owned()).collect()
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.texts(name).into_iter().next().unwrap_or_default()
    }

    pub(super) fn number(&self, name: &str) -> Option<u32> {
        let bytes: [u8; 4] = self.values(name).first()?.as_slice().try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.values(name).first()?.first().map(|b| *b != 0)
    }
}

/// The groups of an answer that are no operation group; `None` when it is a refusal or cannot be read.
pub(super) fn answer(bytes: &[u8]) -> Option<Vec<Group>> {
    let status = u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?);
    if status >= FIRST_REFUSAL {
        return None;
    }
    let mut rest = bytes.get(8..)?;
    let mut groups = Vec::new();
    let mut skipping = true;
    while let Some((&tag, after)) = rest.split_first() {
        rest = after;
        if tag == END {
            break;
        }
        if tag < FIRST_VALUE {
            skipping = tag == OPERATION;
            if !skipping {
                groups.push(Group::default());
            }
            continue;
        }
        let name = piece(&mut rest)?;
        let value = piece(&mut rest)?.to_vec();
        let Some(Group(attributes)) = groups.last_mut().filter(|_| !skipping) else { continue };
        match (name.is_empty(), attributes.last_mut()) {
            (true, Some((_, values))) => values.push(value),
            (true, None) => return None,
            (false, _) => attributes.push((String::from_utf8_lossy(name).into_owned(), vec![value])),
        }
    }
    Some(groups)
}

/// A length of two bytes and as many bytes.
fn piece<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_at_checked(2)?;
    let length = usize::from(u16::from_be_bytes(length.try_into().ok()?));
    let (piece, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(piece)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An answer of two printers, one of them with two sizes of paper.
    fn two_printers() -> Vec<u8> {
        let mut bytes = vec![2, 0, 0, 0, 0, 0, 0, 1, OPERATION];
        attribute(&mut bytes, 0x47, "attributes-charset", "utf-8");
        bytes.push(4);
        attribute(&mut bytes, 0x42, "printer-name", "Loket");
        attribute(&mut bytes, 0x44, "media-supported", "iso_a4_210x297mm");
        attribute(&mut bytes, 0x44, "", "iso_a5_148x210mm");
        bytes.push(4);
        attribute(&mut bytes, 0x42, "printer-name", "TU");
        bytes.extend([0x23, 0, 13]);
        bytes.extend(b"printer-state");
        bytes.extend([0, 4, 0, 0, 0, 5, END]);
        bytes
    }

    #[test]
    fn groups_and_repeated_values_are_read() {
        let groups = answer(&two_printers()).expect("an answer");
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[0].texts("media-supported"), ["iso_a4_210x297mm", "iso_a5_148x210mm"]);
        assert_eq!((groups[1].text("printer-name").as_str(), groups[1].number("printer-state")), ("TU", Some(5)));
        assert_eq!(groups[0].number("printer-state"), None);
    }

    #[test]
    fn a_refusal_and_a_torn_answer_are_no_answer() {
        let mut refused = two_printers();
        refused[2..4].copy_from_slice(&0x0406_u16.to_be_bytes());
        assert_eq!(answer(&refused), None);
        let whole = two_printers();
        assert_eq!(answer(&whole[..30]), None, "torn within a value");
        assert_eq!(answer(&[]), None);
    }

    #[test]
    fn a_question_names_what_it_wants() {
        let asked = request(GET_JOB, Some(("job-uri", "ipp://localhost/jobs/7")), &["job-state", "job-state-reasons"]);
        assert_eq!(asked[2..4], GET_JOB.to_be_bytes());
        assert!(asked.windows(22).any(|w| w == b"ipp://localhost/jobs/7"));
        assert_eq!(asked.last(), Some(&END));
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _whatever_it_says = answer(&bytes);
        }

        #[test]
        fn no_torn_answer_ends_the_program(cut in 0_usize..200, flip in 0_usize..200, to in any::<u8>()) {
            let mut bytes = two_printers();
            let last = bytes.len() - 1;
            bytes[flip.min(last)] = to;
            bytes.truncate(cut);
            let _whatever_it_says = answer(&bytes);
        }
    }
}
