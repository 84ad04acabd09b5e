//! Makes the test vectors of `docs/entry.md`: prints them, or writes them into the folder that is named.

use loket_tests::vectors;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1);
    for (name, vector) in vectors::all() {
        let text = vectors::text(&vector);
        match &folder {
            Some(folder) => std::fs::write(Path::new(folder).join(name), text)?,
            None => print!("{name}\n{text}"),
        }
    }
    Ok(())
}
