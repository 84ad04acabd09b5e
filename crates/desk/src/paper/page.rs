//! A page with the origin at its top left and millimetres as unit; text stands on its baseline.

use printpdf::{
    Color, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfFontHandle, PdfPage, Point, Polygon,
    PolygonRing, Pt, TextItem, TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use super::font::{Style, shown};

/// Width of ordinary rules.
pub(super) const RULE: f32 = 0.2;

/// Dots per inch at which an image is as wide in points as in pixels.
const PIXELS_AS_POINTS: f32 = 72.0;

/// What is drawn on one page, in the order of reading.
pub(super) struct Page {
    width: f32,
    height: f32,
    /// Where a shifted part of the page begins: the lower half of two on one sheet.
    top: f32,
    ops: Vec<Op>,
}

impl Page {
    pub(super) fn new(width: f32, height: f32) -> Page {
        Page { width, height, top: 0.0, ops: Vec::new() }
    }

    pub(super) fn a4() -> Page {
        Page::new(210.0, 297.0)
    }

    /// Measures all that follows from `top` millimetres below the edge of the page.
    pub(super) fn start_at(&mut self, top: f32) {
        self.top = top;
    }

    pub(super) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let matrix = TextMatrix::Translate(self.x(x), self.y(y));
        self.show(matrix, style, text);
    }

    pub(super) fn text_right(&mut self, right: f32, y: f32, style: Style, text: &str) {
        self.text(right - style.width(text), y, style, text);
    }

    pub(super) fn text_centred(&mut self, middle: f32, y: f32, style: Style, text: &str) {
        self.text(middle - style.width(text) / 2.0, y, style, text);
    }

    /// Pale words across a part of the page, `rise` degrees against the horizontal.
    pub(super) fn watermark(&mut self, x: f32, y: f32, rise: f32, style: Style, text: &str) {
        let (sin, cos) = rise.to_radians().sin_cos();
        let half = style.width(text) / 2.0;
        let (x, y) = (self.x(x - half * cos), self.y(y + half * sin));
        self.fill(0.86);
        self.show(TextMatrix::Raw([cos, sin, -sin, cos, x.0, y.0]), style, text);
        self.fill(0.0);
    }

    /// A straight rule of `thick` millimetres.
    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), thick: f32) {
        self.line(from, to, thick, LineDashPattern::default());
    }

    pub(super) fn dashed(&mut self, from: (f32, f32), to: (f32, f32)) {
        let dash = LineDashPattern { offset: 0.0, pattern: [4.0, 3.0].into_iter().collect() };
        self.line(from, to, RULE, dash);
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::default() });
    }

    /// A line to write on.
    pub(super) fn dotted(&mut self, from: (f32, f32), to: (f32, f32)) {
        let dash = LineDashPattern { offset: 0.0, pattern: [1.0, 2.0].into_iter().collect() };
        self.line(from, to, 0.15, dash);
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::default() });
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), thick: f32, dash: LineDashPattern) {
        let points = [from, to].map(|(x, y)| self.corner(x, y)).to_vec();
        self.outline(points, false, thick, dash);
    }

    fn outline(&mut self, points: Vec<LinePoint>, closed: bool, thick: f32, dash: LineDashPattern) {
        self.ops.extend([
            Op::SetOutlineColor { col: grey(0.0) },
            Op::SetOutlineThickness { pt: Mm(thick).into() },
            Op::SetLineDashPattern { dash },
            Op::DrawLine { line: Line { points, is_closed: closed } },
        ]);
    }

    /// An empty box with corners (x, y) and (x + wide, y + high).
    pub(super) fn frame(&mut self, x: f32, y: f32, wide: f32, high: f32) {
        let points = self.corners((x, y, wide, high));
        self.outline(points, true, RULE, LineDashPattern::default());
    }

    /// Black rectangles (x, y, width, height), as one shape.
    pub(super) fn blocks(&mut self, blocks: &[(f32, f32, f32, f32)]) {
        let rings = blocks.iter().map(|&block| PolygonRing { points: self.corners(block) }).collect();
        self.fill(0.0);
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero },
        });
    }

    /// A pale band, to guide the eye along a row.
    pub(super) fn band(&mut self, x: f32, y: f32, wide: f32, high: f32) {
        self.fill(0.94);
        let points = self.corners((x, y, wide, high));
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points }],
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            },
        });
        self.fill(0.0);
    }

    /// A picture of `pixels` (width, height) drawn `wide` millimetres wide, top left at (x, y).
    pub(super) fn picture(&mut self, id: XObjectId, pixels: (usize, usize), x: f32, y: f32, wide: f32) {
        let scale = Pt::from(Mm(wide)).0 / pixels.0 as f32;
        let high = wide * pixels.1 as f32 / pixels.0 as f32;
        self.ops.push(Op::UseXobject {
            id,
            transform: XObjectTransform {
                translate_x: Some(self.x(x)),
                translate_y: Some(self.y(y + high)),
                scale_x: Some(scale),
                scale_y: Some(scale),
                dpi: Some(PIXELS_AS_POINTS),
                ..XObjectTransform::default()
            },
        });
    }

    pub(super) fn finish(self) -> PdfPage {
        PdfPage::new(Mm(self.width), Mm(self.height), self.ops)
    }

    fn show(&mut self, matrix: TextMatrix, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(style.face.id()), size: Pt(style.size) },
            Op::SetTextMatrix { matrix },
            Op::ShowText { items: vec![TextItem::Text(text.chars().map(shown).collect())] },
            Op::EndTextSection,
        ]);
    }

    fn fill(&mut self, lightness: f32) {
        self.ops.push(Op::SetFillColor { col: grey(lightness) });
    }

    fn x(&self, x: f32) -> Pt {
        Mm(x).into()
    }

    fn y(&self, y: f32) -> Pt {
        Mm(self.height - self.top - y).into()
    }

    fn corners(&self, (x, y, wide, high): (f32, f32, f32, f32)) -> Vec<LinePoint> {
        [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)].map(|(x, y)| self.corner(x, y)).to_vec()
    }

    fn corner(&self, x: f32, y: f32) -> LinePoint {
        LinePoint { p: Point { x: self.x(x), y: self.y(y) }, bezier: false }
    }
}

fn grey(lightness: f32) -> Color {
    Color::Greyscale(Greyscale::new(lightness, None))
}
