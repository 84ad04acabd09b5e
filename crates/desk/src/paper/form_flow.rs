//! Pages of a form, written from top to bottom: bars, labels with their values, lines to write on.

use loket_domain::paper::ComplaintForm;
use printpdf::PdfPage;

use super::font::{bold, sans};
use super::page::{Page, RULE};
use super::receipt_text::{TRAINING, fingerprint};
use super::text::{SUBSTITUTE_NOTE, printable, wrap};

pub(super) const LEFT: f32 = 20.0;
pub(super) const RIGHT: f32 = 195.0;
pub(super) const VALUE: f32 = 77.0;
pub(super) const ROW: f32 = 8.0;
pub(super) const SIZE: f32 = 10.0;
const PITCH: f32 = 4.6;
const END: f32 = 283.0;
const FOOTER: f32 = 290.0;
pub(super) const TITLE: &str = "FORMULIR PENGADUAN PELAYANAN PUBLIK";

/// Pages that are written from top to bottom.
pub(super) struct Flow<'a> {
    form: &'a ComplaintForm,
    pub page: Page,
    full: Vec<Page>,
    pub y: f32,
    replaced: bool,
}

/// What stands beside a label.
pub(super) enum Value {
    /// Dotted lines to write on.
    Lines(usize),
    Text(String),
}

impl<'a> Flow<'a> {
    pub(super) fn new(form: &'a ComplaintForm) -> Self {
        Self { page: start(form), form, full: Vec::new(), y: 0.0, replaced: false }
    }

    /// Begins a new page unless `room` millimetres are left.
    pub(super) fn keep(&mut self, room: f32) {
        if self.y + room <= END {
            return;
        }
        let next = start(self.form);
        self.full.push(std::mem::replace(&mut self.page, next));
        let number = self.form.number.as_ref().map(|n| format!(" Nomor {n}")).unwrap_or_default();
        let head = format!("Lanjutan {TITLE}{number}, halaman {}", self.full.len() + 1);
        self.page.text(LEFT, 14.0, bold(9.0).fitting(&head, RIGHT - LEFT, 6.0), &head);
        self.page.rule((LEFT, 16.0), (RIGHT, 16.0), RULE);
        self.y = 19.0;
    }

    pub(super) fn bar(&mut self, title: &str) {
        self.keep(6.0 + 2.0 * ROW);
        self.page.band(LEFT, self.y, RIGHT - LEFT, 6.0);
        self.page.text(LEFT + 1.5, self.y + 4.3, bold(SIZE), title);
        self.y += 7.0;
    }

    pub(super) fn clean(&mut self, raw: &str) -> String {
        let shown = printable(raw);
        self.replaced |= shown.replaced;
        shown.text
    }

    /// A label with lines to write on or its value, which may flow on.
    pub(super) fn row(&mut self, label: &str, value: &Value) {
        let labels = wrap(label, sans(9.5), VALUE - LEFT - 2.0);
        let lines = match value {
            Value::Lines(count) => {
                let high = (ROW * *count as f32).max(4.2 * labels.len() as f32 + 2.0);
                self.keep(high);
                self.labels(&labels);
                for n in 0..*count {
                    self.dots(VALUE, self.y + ROW * n as f32 + 6.0);
                }
                self.y += high;
                return;
            }
            Value::Text(text) => {
                let text = self.clean(text);
                wrap(&text, sans(SIZE), RIGHT - VALUE)
            }
        };
        self.keep(PITCH * labels.len().max(2) as f32 + 2.0);
        self.labels(&labels);
        let under = self.y + 4.2 * labels.len() as f32;
        for line in lines {
            self.keep(PITCH);
            self.page.text(VALUE, self.y + 4.4, sans(SIZE), &line);
            self.y += PITCH;
        }
        self.y = if self.full.is_empty() || under <= END { self.y.max(under.min(END)) } else { self.y } + 1.8;
    }

    fn labels(&mut self, labels: &[String]) {
        for (n, line) in labels.iter().enumerate() {
            self.page.text(LEFT, self.y + 4.4 + 4.2 * n as f32, sans(9.5), line);
        }
    }

    pub(super) fn dots(&mut self, from: f32, y: f32) {
        self.page.dotted((from, y), (RIGHT, y));
    }

    /// A line over the whole width.
    pub(super) fn line(&mut self, text: &str, size: f32) {
        for line in wrap(text, sans(size), RIGHT - LEFT) {
            self.keep(size * 0.46);
            self.y += size * 0.46;
            self.page.text(LEFT, self.y, sans(size), &line);
        }
    }

    pub(super) fn finish(mut self) -> Vec<PdfPage> {
        if self.replaced {
            self.line(SUBSTITUTE_NOTE, 7.0);
        }
        self.full.push(self.page);
        let count = self.full.len();
        let printing = &self.form.printing;
        let parts =
            [format!("Dicetak {}", printing.at), printing.officer_code.clone(), fingerprint(&printing.fingerprint)];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let footer = printable(&parts.join(" · ")).text;
        let pages = self.full.into_iter().enumerate().map(|(n, mut page)| {
            page.text(LEFT, FOOTER, sans(6.5), &footer);
            page.text_right(RIGHT, FOOTER, sans(6.5), &format!("Halaman {} dari {count}", n + 1));
            page.finish()
        });
        pages.collect()
    }
}

fn start(form: &ComplaintForm) -> Page {
    let mut page = Page::a4();
    if form.training {
        page.watermark(105.0, 160.0, 50.0, bold(56.0), TRAINING);
    }
    page
}
