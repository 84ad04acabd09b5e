//! Papers of the help.

use serde::Deserialize;
use specta::Type;

/// Most rows and longest text that are printed: the sheet holds the keys of the program, and nothing else.
const MOST: usize = 60;
const LONGEST: usize = 80;

/// Which paper.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HelpPaper {
    Guide,
    Shortcuts { groups: Vec<ShortcutGroup> },
}

/// Commands of one place.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShortcutGroup {
    pub title: String,
    pub rows: Vec<ShortcutRow>,
}

/// A command and its keys.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShortcutRow {
    pub text: String,
    pub keys: String,
}

impl HelpPaper {
    /// What it is called.
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Guide => "Panduan kilat Loket Aduan",
            Self::Shortcuts { .. } => "Pintasan papan ketik",
        }
    }

    /// Its words, for those who cannot see the page.
    pub fn words(&self, guide: fn() -> String) -> String {
        match self {
            Self::Guide => guide(),
            Self::Shortcuts { groups } => {
                let row = |r: &ShortcutRow| format!("{}: {}", r.text, r.keys);
                let lines = groups.iter().flat_map(|g| std::iter::once(g.title.clone()).chain(g.rows.iter().map(row)));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl From<ShortcutGroup> for loket_desk::paper::ShortcutGroup {
    fn from(group: ShortcutGroup) -> Self {
        let short = |text: String| text.chars().take(LONGEST).collect::<String>();
        let rows = group.rows.into_iter().take(MOST);
        Self { title: short(group.title), rows: rows.map(|r| (short(r.text), short(r.keys))).collect() }
    }
}
