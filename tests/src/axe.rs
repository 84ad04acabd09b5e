//! Accessibility of the page that the real window shows, judged by axe-core against WCAG 2.0, 2.1 and 2.2, A and AA.

use serde_json::{Value, json};
use std::time::Duration;

use crate::places;
use crate::window::Window;

const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Violations as `rule: what is wrong (where)`, one for each rule; empty when there are none. Judged is the page at
/// rest: what still fades in is brought to its end first, for on a busy machine WebKit leaves it half way for seconds.
pub fn violations(window: &Window) -> Vec<String> {
    let file = places::repository().join("ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", file.display()));
    window.run(&format!("if (!window.axe) {{ {axe} }}"), &[]);
    let script = "const done = arguments[arguments.length - 1];
        for (const moving of document.getAnimations()) moving.finish();
        axe.run(document, { runOnly: { type: 'tag', values: arguments[0] } }).then(
          (found) => done(found.violations.map((rule) =>
            `${rule.id}: ${rule.help} (${rule.nodes.map((node) => node.target.join(' ')).join(', ')})`)),
          (error) => done([`axe: ${error}`]));";
    let found = window.run_async(script, &[json!(RULES)]);
    let list = found.as_array().expect("axe answers with a list");
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// No violation at 100 and at 125 %; leaves a picture of each, named after `screen`.
///
/// # Panics
/// With the violations, when there are any.
pub fn accessible(window: &Window, screen: &str) {
    let none: [String; 0] = [];
    assert_eq!(settled(window), none, "{screen} at 100 %");
    window.at_125_percent();
    assert_eq!(settled(window), none, "{screen} at 125 %");
    window.screenshot(&format!("{screen}-125"));
    window.at_100_percent();
    window.screenshot(screen);
}

/// Violations that stay: a moment after its size or its content has changed a pane learns that it scrolls, so what is
/// found is looked for again, at most twice.
fn settled(window: &Window) -> Vec<String> {
    let mut found = violations(window);
    for _ in 0..2 {
        if found.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(700));
        found = violations(window);
    }
    found
}
