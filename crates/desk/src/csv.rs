//! Tables for a spreadsheet: RFC 4180 with a byte order mark, harmless as formulas.

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// As spreadsheets set to Indonesian expect.
    #[default]
    Semicolon,
    /// As most programs expect.
    Comma,
}

impl Separator {
    const fn sign(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
        }
    }
}

/// The file of `rows`, the heads first. A cell that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn table(rows: &[Vec<String>], separator: Separator) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (n, cell) in row.iter().enumerate() {
            if n > 0 {
                out.push(separator.sign());
            }
            out.push_str(&quoted(&harmless(cell), separator));
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn harmless(cell: &str) -> String {
    let formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str, separator: Separator) -> String {
    if cell.contains([separator.sign(), '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str], separator: Separator) -> String {
        let row = cells.iter().map(|c| (*c).to_owned()).collect();
        String::from_utf8(table(&[row], separator)).unwrap_or_default()
    }

    #[test]
    fn a_cell_never_runs_as_a_formula() {
        for cell in ["=1+1", "+62", "-1", "@SUM(A1)", "\tx", " =HYPERLINK(1)"] {
            let out = line(&[cell], Separator::Semicolon);
            let shown = out.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(shown.starts_with('\''), "{out:?}");
        }
        assert!(line(&["\rx"], Separator::Semicolon).starts_with("\u{feff}\"'\r"));
    }

    #[test]
    fn separators_quotes_and_lines_stay_inside_their_cell() {
        assert_eq!(
            line(&["a;b", "say \"x\"", "c\nd", "e,f"], Separator::Semicolon),
            "\u{feff}\"a;b\";\"say \"\"x\"\"\";\"c\nd\";e,f\r\n"
        );
        assert_eq!(line(&["a;b", "e,f", ""], Separator::Comma), "\u{feff}a;b,\"e,f\",\r\n");
    }
}
