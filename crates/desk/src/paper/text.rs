//! From what people type to lines that fit a column, without losing a word.

use super::font::{Face, Style};

/// Stands for a character that the face lacks.
const SUBSTITUTE: char = '□';

/// Printed once on a paper where [`SUBSTITUTE`] stands for something.
pub(super) const SUBSTITUTE_NOTE: &str = "Tanda □ menggantikan gambar kecil yang tidak dapat dicetak.";

/// Text that the faces can draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Printable {
    pub text: String,
    /// Whether a character had to be replaced, so that the paper explains the sign.
    pub replaced: bool,
}

/// Makes `raw` drawable: control characters go, line breaks stay with at most one empty line in a
/// row, characters without a glyph become one □ each (an emoji made of several counts once).
pub(super) fn printable(raw: &str) -> Printable {
    let mut text = String::with_capacity(raw.len());
    let mut replaced = false;
    let mut joined = false;
    for c in raw.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => {
                joined = false;
                while text.ends_with(' ') {
                    text.pop();
                }
                if !text.is_empty() && !text.ends_with("\n\n") {
                    text.push('\n');
                }
            }
            '\u{200d}' => joined = true,
            c if is_joined_to_previous(c) => {}
            c if c.is_whitespace() => {
                joined = false;
                text.push(' ');
            }
            c if c.is_control() || is_invisible(c) => {}
            c if Face::Sans.has(c) && Face::Bold.has(c) => {
                joined = false;
                text.push(c);
            }
            _ => {
                replaced = true;
                if !joined {
                    text.push(SUBSTITUTE);
                }
                joined = false;
            }
        }
    }
    let text = text.trim().to_owned();
    Printable { text, replaced }
}

/// Variation selectors, skin tones and tag characters: part of the picture before them.
fn is_joined_to_previous(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{20e3}')
}

/// Marks that steer direction or joining and draw nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Breaks `text` into lines of at most `width` millimetres. Words stay whole unless one alone is
/// wider than the column: a number breaks behind a stroke, anything else where the line is full. An empty line of the
/// text becomes an empty line.
pub(super) fn wrap(text: &str, style: Style, width: f32) -> Vec<String> {
    wrap_after(text, style, 0.0, width)
}

/// As [`wrap`], with the first `used` millimetres of the first line taken.
pub(super) fn wrap_after(text: &str, style: Style, used: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut used = used;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, style, used, width, &mut lines);
        used = 0.0;
    }
    lines
}

fn wrap_paragraph(text: &str, style: Style, used: f32, width: f32, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut taken = used;
    let space = style.width(" ");
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = style.width(word);
        let gap = if line.is_empty() { 0.0 } else { space };
        if taken + gap + wide <= width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            taken += gap + wide;
            continue;
        }
        if !line.is_empty() || taken > 0.0 {
            lines.push(std::mem::take(&mut line));
            taken = 0.0;
        }
        for c in word.chars() {
            let step = style.width(c.encode_utf8(&mut [0; 4]));
            if taken + step > width && !line.is_empty() {
                let rest = line.split_off(line.rfind('/').map_or(line.len(), |at| at + 1));
                lines.push(std::mem::replace(&mut line, rest));
                taken = style.width(&line);
            }
            line.push(c);
            taken += step;
        }
    }
    lines.push(line);
}

/// Lines of a cell of at most `most` lines; what does not fit ends in a pointer to the file, so
/// that nothing is cut in silence.
pub(super) fn cell(text: &str, style: Style, width: f32, most: usize) -> Vec<String> {
    const MORE: &str = "… (lengkap di berkas)";
    let mut lines = wrap(text, style, width);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    let mut last = lines.pop().unwrap_or_default();
    while style.width(&format!("{last} {MORE}")) > width {
        match last.rfind(' ') {
            Some(at) => last.truncate(at),
            None => {
                last.clear();
                break;
            }
        }
    }
    lines.push(format!("{last} {MORE}").trim_start().to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::font::sans;

    #[test]
    fn every_word_survives_wrapping_and_no_line_is_too_wide() {
        let style = sans(8.5);
        let long = "x".repeat(200);
        let text = format!("Pada Kamis saya datang {long} ke loket.\nLalu pulang.\n\nBesoknya lagi.");
        let lines = wrap(&text, style, 60.0);
        assert!(lines.iter().all(|line| style.width(line) <= 60.0));
        let joined: String = lines.concat().split_whitespace().collect();
        let wanted: String = text.split_whitespace().collect();
        assert_eq!(joined, wanted);
        assert!(lines.contains(&String::new()));
    }

    #[test]
    fn a_number_breaks_behind_a_stroke() {
        let style = sans(7.5);
        let number = "0001/PKM-SKM/A/XI/2026";
        let lines = wrap(number, style, style.width("0001/PKM-SKM/A/XI/20"));
        assert_eq!(lines, ["0001/PKM-SKM/A/XI/", "2026"]);
    }

    #[test]
    fn control_characters_go_and_empty_lines_shrink_to_one() {
        let shown = printable("a\u{7}b\r\nc\n\n\n\n\n\nd\u{200b}e \t f\n");
        assert_eq!(shown.text, "ab\nc\n\nde   f");
        assert!(!shown.replaced);
    }

    #[test]
    fn a_picture_becomes_one_square() {
        let shown = printable("Terima kasih 👍🏽 👨‍👩‍👧 ❤️ 😀");
        assert_eq!(shown.text, "Terima kasih □ □ □ □");
        assert!(shown.replaced);
        assert!(Face::Sans.has('□') && Face::Bold.has('□'));
    }

    #[test]
    fn a_full_cell_points_to_the_file() {
        let style = sans(7.5);
        let lines = cell(&"antrean loket ".repeat(30), style, 40.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with("… (lengkap di berkas)"));
        assert!(lines.iter().all(|line| style.width(line) <= 40.0));
        assert_eq!(cell("pendek", style, 40.0, 2), vec!["pendek"]);
    }
}
