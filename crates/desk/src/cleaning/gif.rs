//! GIF: pictures, their timing and the repeating of an animation stay; comments, texts and other programs' data go.

use super::piece;

/// Without comments, XMP, texts, private extensions, and whatever stands behind the end.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let screen = bytes.starts_with(b"GIF8").then(|| piece(bytes, 0, 13)).flatten()?;
    let mut at = 13 + colours(screen[10]);
    let mut out = piece(bytes, 0, at)?.to_vec();
    let mut drawn = false;
    loop {
        let begin = at;
        match bytes.get(at) {
            // An image: its place, its colours, the size of its codes, its data.
            Some(0x2c) => {
                at += 10 + colours(*bytes.get(at + 9)?) + 1;
                let Some(end) = end_of_blocks(bytes, at) else {
                    // A torn picture is passed on as far as it goes.
                    out.extend(&bytes[begin..]);
                    return Some(out);
                };
                at = end;
                drawn = true;
                out.extend(&bytes[begin..at]);
            }
            Some(0x21) => {
                at = end_of_blocks(bytes, at + 2)?;
                let repeats = piece(bytes, begin, 14).is_some_and(|b| b[1] == 0xff && &b[3..] == b"NETSCAPE2.0");
                if bytes[begin + 1] == 0xf9 || repeats {
                    out.extend(&bytes[begin..at]);
                }
            }
            _ => {
                out.push(0x3b);
                return drawn.then_some(out);
            }
        }
    }
}

/// Bytes of a colour table.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Behind the empty block that ends a run of blocks.
fn end_of_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
