//! Names of keys as the shortcut sheet writes them, and their code points (W3C WebDriver 2, section 17.4.2).

/// `Ctrl+Enter` → the keys to hold and the last one to strike. `Ctrl++` holds Shift as well, as on a keyboard.
///
/// # Panics
/// On a name that is neither a single character nor in the table.
pub fn chord(name: &str) -> Vec<char> {
    if let Some(held) = name.strip_suffix("++") {
        return [chord(held), vec![key("Shift"), '+']].concat();
    }
    name.split('+').map(key).collect()
}

/// One chord for each character of a text; capital letters come without Shift, as WebDriver types them.
pub fn letters(text: &str) -> Vec<Vec<char>> {
    text.chars().map(|letter| vec![if letter == '\n' { key("Enter") } else { letter }]).collect()
}

fn key(name: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter;
    }
    match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Ctrl" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Esc" => '\u{e00c}',
        "Space" => ' ',
        "PgUp" => '\u{e00e}',
        "PgDn" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Delete" => '\u{e017}',
        _ => function_key(name),
    }
}

fn function_key(name: &str) -> char {
    let number =
        name.strip_prefix('F').and_then(|digits| digits.parse().ok()).filter(|number| (1..=12).contains(number));
    number.and_then(|number: u32| char::from_u32(0xe030 + number)).unwrap_or_else(|| panic!("no key is called {name}"))
}

#[cfg(test)]
mod tests {
    use super::{chord, letters};

    #[test]
    fn chords_hold_all_but_the_last_key() {
        assert_eq!(chord("Ctrl+Shift+Tab"), ['\u{e009}', '\u{e008}', '\u{e004}']);
        assert_eq!(chord("F2"), ['\u{e032}']);
        assert_eq!(chord("Ctrl++"), ['\u{e009}', '\u{e008}', '+']);
        assert_eq!(chord("n"), ['n']);
    }

    #[test]
    fn a_line_break_is_the_enter_key() {
        assert_eq!(letters("a\nB"), [vec!['a'], vec!['\u{e007}'], vec!['B']]);
    }
}
