//! How soon the form answers a key, in the real window.

use crate::measure::Samples;
use crate::report::Report;
use loket_tests::counter;

/// Types a text into every field that takes one, and measures from the event of each letter until its handlers have
/// ended and the page is laid out anew. Nothing between the two waits for the program.
const TYPE: &str = "
    const done = arguments[arguments.length - 1];
    const takes = (e) => e.offsetParent && !e.readOnly && !e.disabled && !['radio', 'checkbox', 'file', 'button'].includes(e.type);
    const took = [];
    const set = (e, text) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(e), 'value').set.call(e, text);
    (async () => {
        for (const field of [...document.querySelectorAll('main input, main textarea')].filter(takes)) {
            field.focus();
            for (const letter of 'Antrean loket 3 lama sekali') {
                const began = performance.now();
                set(field, field.value + letter);
                field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
                await null;
                document.body.getBoundingClientRect();
                took.push(performance.now() - began);
                await new Promise((next) => setTimeout(next, 10));
            }
        }
        done(took);
    })();";

/// Types into the whole form.
pub fn typing(report: &mut Report) {
    let register = tempfile::tempdir().expect("a folder");
    let mut window = counter::new_office("ketik", register.path());
    counter::new_draft(&mut window);
    let took = window.run_async(TYPE, &[]);
    window.close();
    let took: Vec<f64> = took.as_array().expect("times").iter().filter_map(serde_json::Value::as_f64).collect();
    let samples = Samples::from(took.as_slice());
    report.at_most("form, input event to handlers and layout done, p95", samples.p95(), 4.0, "ms");
    let mean = took.iter().sum::<f64>() / took.len() as f64;
    report.note(format!(
        "The form: {} letters in all its text fields, {mean:.2} ms each on average; WebKit's clock has steps of 1 ms.",
        took.len()
    ));
}
