//! Measures of the receipt on sheets of its own: millimetres from the top left, sizes in points.
//! Wording and order are the same on each; only room and type differ.

use super::head::HeadGrid;
use super::receipt_text::ASK;

/// Where everything stands on the pages of one sheet.
pub(super) struct SheetGrid {
    /// Width and height of the paper.
    pub page: (f32, f32),
    pub left: f32,
    pub right: f32,
    /// Size and pitch of the items.
    pub body: (f32, f32),
    /// Size and pitch of promises, rights, contacts.
    pub foot: (f32, f32),
    /// Size of posts, boxes, initials.
    pub small: f32,
    /// Size of the footer and of the words under the square code.
    pub fine: f32,
    /// How far the items' text stands in, and the air above their heads.
    pub indent: f32,
    pub air: f32,
    pub head: HeadGrid,
    /// Right end of the head's lines where the secrecy stands beside them.
    pub beside_secrecy: f32,
    /// Rule under the head: baseline and right end.
    pub head_rule: (f32, f32),
    /// Right end of title and number: the square code stands beside them.
    pub title_right: f32,
    /// Baseline and size of the title, of the label at its right, of number and code.
    pub title: (f32, f32),
    pub label: f32,
    pub number: (f32, f32),
    /// Baseline and size of `RAHASIA`.
    pub secrecy: (f32, f32),
    /// Top and least width of the citizen's square code, width of the words under it.
    pub code: (f32, f32, f32),
    pub items_top: f32,
    /// Last baseline of what stands above the signatures.
    pub foot_end: f32,
    /// Captions of the signatures, names, how it was handed over, footer.
    pub signatures: f32,
    pub name: f32,
    pub handed: f32,
    pub footer: f32,
    /// Middles of the two signatures, and their width.
    pub signers: (f32, f32, f32),
    /// Continuation pages: baseline of the head, first and last baseline of the text, initials.
    pub next_head: f32,
    pub next_top: f32,
    pub next_end: f32,
    pub initials: f32,
    /// Last words before the signatures, where there is room for them.
    pub ask: Option<&'static str>,
    pub rights: Rights,
    /// Size of the practice mark.
    pub mark: f32,
}

/// How the rights are set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// A point for each.
    Points,
    /// One after another, where the sheet is small.
    Running,
}

impl SheetGrid {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// A4 in ordinary type: where the two sheets do not fit one page.
pub(super) const A4: SheetGrid = SheetGrid {
    page: (210.0, 297.0),
    left: 20.0,
    right: 195.0,
    body: (10.0, 4.3),
    foot: (9.0, 3.65),
    small: 8.0,
    fine: 6.5,
    indent: 4.6,
    air: 1.6,
    head: HeadGrid {
        left: 20.0,
        right: 163.0,
        arms: (12.0, 16.0, 19.0),
        rows: (16.5, 23.5, 29.0),
        sizes: (10.5, 14.0, 8.0),
    },
    beside_secrecy: 135.0,
    head_rule: (34.0, 165.0),
    title_right: 165.0,
    title: (41.0, 15.0),
    label: 10.0,
    number: (47.0, 11.0),
    secrecy: (29.0, 11.0),
    code: (12.0, 20.0, 27.0),
    items_top: 55.0,
    foot_end: 245.8,
    signatures: 253.0,
    name: 275.0,
    handed: 284.5,
    footer: 289.5,
    signers: (62.0, 153.0, 80.0),
    next_head: 15.0,
    next_top: 24.0,
    next_end: 268.0,
    initials: 281.0,
    ask: Some(ASK),
    rights: Rights::Points,
    mark: 56.0,
};

/// A4 for those who see poorly: everything the reporter must read is at least 12 points.
pub(super) const A4_LARGE: SheetGrid = SheetGrid {
    body: (12.0, 5.1),
    foot: (12.0, 4.7),
    small: 10.0,
    fine: 8.0,
    indent: 5.4,
    air: 1.2,
    head: HeadGrid {
        left: 20.0,
        right: 160.0,
        arms: (9.0, 16.0, 19.0),
        rows: (13.0, 20.0, 25.5),
        sizes: (10.5, 14.0, 8.0),
    },
    beside_secrecy: 125.0,
    head_rule: (30.5, 160.0),
    title_right: 160.0,
    title: (37.0, 14.0),
    label: 11.0,
    number: (43.0, 12.0),
    secrecy: (27.0, 12.0),
    code: (10.0, 20.0, 33.0),
    items_top: 52.0,
    foot_end: 252.5,
    signatures: 260.0,
    name: 279.0,
    handed: 288.0,
    footer: 292.5,
    next_top: 26.0,
    next_end: 266.0,
    ..A4
};

/// A5 in the type of the half sheet.
pub(super) const A5: SheetGrid = SheetGrid {
    page: (148.0, 210.0),
    left: 15.0,
    right: 138.0,
    body: (8.5, 3.55),
    foot: (7.5, 3.0),
    small: 7.0,
    fine: 6.0,
    indent: 3.8,
    air: 0.9,
    head: HeadGrid {
        left: 15.0,
        right: 112.0,
        arms: (9.0, 12.0, 14.0),
        rows: (11.5, 16.5, 20.7),
        sizes: (8.0, 11.0, 6.5),
    },
    beside_secrecy: 92.0,
    head_rule: (24.5, 114.0),
    title_right: 114.0,
    title: (30.5, 11.0),
    label: 7.5,
    number: (35.5, 9.0),
    secrecy: (21.2, 9.0),
    code: (9.0, 18.0, 24.0),
    items_top: 40.8,
    foot_end: 168.0,
    signatures: 174.3,
    name: 191.0,
    handed: 199.5,
    footer: 204.0,
    signers: (45.0, 107.0, 56.0),
    next_head: 12.0,
    next_top: 20.0,
    next_end: 185.0,
    initials: 197.0,
    ask: None,
    rights: Rights::Running,
    mark: 40.0,
};
