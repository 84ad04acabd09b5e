//! Reading papers with programs that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use loket_desk::paper::{PagePicture, pages_png};

/// Dots per inch of the golden pictures: a line moved by its own height shows.
const GOLDEN_DPI: f32 = 50.0;
/// Dots per inch at which codes are read.
const CODE_DPI: f32 = 300.0;
/// Difference in lightness from which a pixel counts as different.
const VISIBLE: u8 = 32;
/// Share of different pixels that a page may have.
const TOLERANCE: f64 = 0.005;

/// Set to write the golden files instead of comparing; look at each change before committing it.
const WRITE: &str = "LOKET_WRITE_GOLDEN";

/// Runs `program` over `pdf`. A missing program fails the test: an unread paper is untested.
fn run(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new(program)
        .args(before)
        .arg(&file)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed to read papers: {error}"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The text in the order of reading; pages end in a form feed.
pub fn text(pdf: &[u8]) -> String {
    run("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"])
}

/// The text on one line.
pub fn words(pdf: &[u8]) -> String {
    text(pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `pdfinfo` says of `field`.
pub fn property(pdf: &[u8], field: &str) -> String {
    run("pdfinfo", &[], pdf, &[])
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{field}:")))
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

pub fn page_count(pdf: &[u8]) -> usize {
    property(pdf, "Pages").parse().unwrap()
}

/// Columns `emb sub uni` of every font.
pub fn fonts(pdf: &[u8]) -> Vec<(String, Vec<String>)> {
    run("pdffonts", &[], pdf, &[])
        .lines()
        .skip(2)
        .map(|line| {
            let fields: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            let end = fields.len() - 2;
            (fields[0].clone(), fields[end - 3..end].to_vec())
        })
        .collect()
}

/// Fails on any fault that `qpdf` finds in the structure.
pub fn check_structure(pdf: &[u8]) {
    let said = run("qpdf", &["--check"], pdf, &[]);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

/// Contents of the square codes on all pages, top to bottom.
pub fn codes(pdf: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for page in pages_png(pdf, CODE_DPI, usize::MAX).unwrap() {
        let (width, height, grey) = lightness(&page.png);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        let mut grids = image.detect_grids();
        grids.sort_by_key(|grid| grid.bounds[0].y);
        found.extend(grids.iter().map(|grid| grid.decode().unwrap().1));
    }
    found
}

/// Compares text and page pictures of a paper with the committed ones.
pub fn compare(name: &str, pdf: &[u8]) {
    let text = text(pdf).replace('\u{c}', "\n=== page ===\n");
    let pages = pages_png(pdf, GOLDEN_DPI, usize::MAX).unwrap();
    let golden = folder();
    let words = golden.join(format!("{name}.txt"));
    if std::env::var_os(WRITE).is_some() {
        std::fs::create_dir_all(&golden).unwrap();
        std::fs::write(&words, &text).unwrap();
        for (n, page) in pages.iter().enumerate() {
            std::fs::write(picture(name, n), grey_png(page)).unwrap();
        }
        return;
    }
    let wanted = std::fs::read_to_string(&words).unwrap();
    assert_eq!(text, wanted, "the words of {name} changed");
    for (n, page) in pages.iter().enumerate() {
        let wanted = std::fs::read(picture(name, n)).unwrap();
        let different = difference(&page.png, &wanted);
        assert!(different <= TOLERANCE, "page {} of {name}: {:.2} % of the pixels differ", n + 1, different * 100.0);
    }
    assert!(!picture(name, pages.len()).exists(), "{name} lost a page");
}

/// How many pictures stand in a file.
pub fn pictures(pdf: &[u8]) -> usize {
    run("pdfimages", &["-list"], pdf, &[]).lines().skip(2).count()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn picture(name: &str, page: usize) -> PathBuf {
    folder().join(format!("{name}-{}.png", page + 1))
}

/// Share of pixels that differ visibly; all of them if the sizes do.
pub fn difference(a: &[u8], b: &[u8]) -> f64 {
    let (a, b) = (lightness(a), lightness(b));
    if (a.0, a.1) != (b.0, b.1) {
        return 1.0;
    }
    let different = a.2.iter().zip(&b.2).filter(|(a, b)| a.abs_diff(**b) > VISIBLE).count();
    different as f64 / a.2.len() as f64
}

/// Width, height and lightness of a picture.
fn lightness(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut buffer).unwrap();
    let step = info.color_type.samples();
    let grey = buffer.chunks_exact(step).map(|pixel| pixel[step / 2]).collect();
    (info.width as usize, info.height as usize, grey)
}

fn grey_png(page: &PagePicture) -> Vec<u8> {
    let (width, height, grey) = lightness(&page.png);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width as u32, height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&grey).unwrap();
    bytes
}
