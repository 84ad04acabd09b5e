//! Which paper a printer knows, read from the names that tell their own size: `iso_a4_210x297mm`,
//! `na_foolscap_8.5x13in`, `custom_min_76.2x127mm` (PWG 5101.1).

use loket_domain::printing::Media;

/// Millimetres by which a size may differ and still be that paper: folio is 210 to 216 wide, as printers count it.
const LEEWAY: f64 = 1.6;
const LEEWAY_F4: f64 = 6.0;
const INCH: f64 = 25.4;

/// The name under which a printer knows a paper; `None` when it does not.
pub(super) fn name_of(media: Media, supported: &[String]) -> Option<String> {
    let exact = supported.iter().find(|name| size(name).is_some_and(|size| !is_bound(name) && is(media, size)));
    exact.cloned().or_else(|| custom(media, supported))
}

/// The papers of this program that a printer knows.
pub(super) fn known(supported: &[String]) -> Vec<Media> {
    Media::ALL.iter().copied().filter(|media| name_of(*media, supported).is_some()).collect()
}

/// The name for printers that do not say what they know.
pub(super) fn usual_name(media: Media) -> String {
    match media {
        Media::A4 => "iso_a4_210x297mm".to_owned(),
        Media::A5 => "iso_a5_148x210mm".to_owned(),
        Media::F4 | Media::Roll80 | Media::Roll58 => own(media),
    }
}

fn own(media: Media) -> String {
    let (wide, high) = media.millimetres();
    format!("custom_{}_{wide}x{}mm", media.code().replace('_', "-"), high.unwrap_or(297.0))
}

fn is_bound(name: &str) -> bool {
    name.starts_with("custom_min") || name.starts_with("custom_max")
}

fn is(media: Media, (wide, high): (f64, f64)) -> bool {
    let near = |a: f64, b: f64, leeway: f64| (a - b).abs() <= leeway;
    match (media, media.millimetres()) {
        (Media::F4, (w, Some(h))) => near(wide, w, LEEWAY_F4) && near(high, h, LEEWAY),
        (_, (w, Some(h))) => near(wide, w, LEEWAY) && near(high, h, LEEWAY),
        // A roll prints narrower than it is, and is listed by either width.
        (Media::Roll80, _) => (71.0..=81.0).contains(&wide) && high > 2.0 * wide,
        (_, (w, None)) => (w - 10.0..=w + 1.0).contains(&wide) && high > 2.0 * wide,
    }
}

/// Sheets of its own size, where the printer takes any size between two bounds.
fn custom(media: Media, supported: &[String]) -> Option<String> {
    let bound = |start: &str| supported.iter().find(|n| n.starts_with(start)).and_then(|n| size(n));
    let (least, most) = (bound("custom_min")?, bound("custom_max")?);
    let (wide, high) = media.millimetres();
    let high = high?;
    let fits = least.0 <= wide && wide <= most.0 && least.1 <= high && high <= most.1;
    fits.then(|| usual_name(media))
}

/// Width and height in millimetres.
fn size(name: &str) -> Option<(f64, f64)> {
    let text = name.rsplit('_').next()?;
    let (text, unit) = match (text.strip_suffix("mm"), text.strip_suffix("in")) {
        (Some(text), _) => (text, 1.0),
        (_, Some(text)) => (text, INCH),
        _ => return None,
    };
    let (wide, high) = text.split_once('x')?;
    Some((wide.parse::<f64>().ok()? * unit, high.parse::<f64>().ok()? * unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn papers_are_known_by_their_size() {
        let office = names(&["na_letter_8.5x11in", "iso_a4_210x297mm", "na_foolscap_8.5x13in", "iso_a5_148x210mm"]);
        assert_eq!(known(&office), [Media::A4, Media::A5, Media::F4]);
        assert_eq!(name_of(Media::F4, &office).as_deref(), Some("na_foolscap_8.5x13in"));
        assert_eq!(known(&names(&["om_folio_210x330mm"])), [Media::F4]);
        assert_eq!(known(&names(&["custom_72x2000mm_72x2000mm"])), [Media::Roll80]);
        assert_eq!(known(&names(&["custom_48x3276mm_48x3276mm"])), [Media::Roll58]);
        assert_eq!(known(&names(&["na_letter_8.5x11in", "roll", "x", "_mm", "a_1x", "iso_a4_210x297"])), []);
    }

    #[test]
    fn a_printer_of_any_size_takes_sheets_and_no_roll() {
        let any = names(&["custom_min_76.2x127mm", "custom_max_215.9x355.6mm"]);
        assert_eq!(known(&any), [Media::A4, Media::A5, Media::F4]);
        assert_eq!(name_of(Media::A5, &any).as_deref(), Some("iso_a5_148x210mm"));
        assert_eq!(name_of(Media::F4, &any).as_deref(), Some("custom_f4_215x330mm"));
    }
}
