//! Linked complaints and further reporters, as far as this officer may see them.

use super::detail::{Around, may_open_identity, messages, receipt_kind, sight, tracking};
use super::rows::{Today, row};
use super::{deadlines, facts};
use crate::dto::form::RunningDeadline;
use crate::dto::together::{LinkView, ReporterView, SimilarHit, Together};
use crate::error::words_of;
use chrono::DateTime;
use loket_desk::detail::Detail;
use loket_desk::duplicates::Hit;
use loket_desk::store::complaints::Row;
use loket_domain::rights::Right;
use loket_domain::similar::Reason;
use loket_domain::vocabulary::IdentityMode;
use loket_domain::{dates, person};

/// A hint in words.
pub fn hit(h: &Hit, today: &Today) -> SimilarHit {
    SimilarHit {
        complaint: link(&h.row, today),
        reasons: h.reasons.iter().copied().map(Reason::label).map(str::to_owned).collect(),
        linked: h.linked,
        merge_refused: h.merge_refused.map(|why| words_of(why).unwrap_or_default().to_owned()),
    }
}

/// Another complaint in one line, masked as lists are.
pub fn link(r: &Row, today: &Today) -> LinkView {
    let shown = row(r, today);
    LinkView {
        id: shown.id,
        number: shown.number,
        received_short: shown.received_short,
        subject: shown.subject,
        person: shown.person,
        state_label: shown.state_label,
    }
}

/// Links and further reporters.
pub fn together(d: &Detail, around: &Around<'_>) -> Together {
    Together {
        links: d.links.iter().map(|r| link(r, around.today)).collect(),
        reporters: d.others.iter().map(|(place, d)| reporter(*place, d, around)).collect(),
        may: d.rights.may(Right::Tie) && !d.complaint.needs_newer,
    }
}

/// The clocks of all reporters, the nearest first.
pub fn running(d: &Detail, today: &Today) -> Vec<RunningDeadline> {
    let c = &d.complaint;
    let mut all = deadlines::running(c, c.clocks_rest(), today);
    for (place, other) in &d.others {
        let c = &other.complaint;
        let own = deadlines::running(c, c.clocks_rest(), today).into_iter();
        all.extend(own.map(|r| RunningDeadline { what: format!("{}, pelapor ke-{place}", r.what), ..r }));
    }
    all.sort_by(|a, b| a.date.cmp(&b.date));
    all
}

fn reporter(place: u32, d: &Detail, around: &Around<'_>) -> ReporterView {
    let (c, sight, zone) = (&d.complaint, sight(d), around.today.zone);
    let rest = c.clocks_rest();
    let name = c.identity.as_ref().and_then(|i| i.name.clone()).unwrap_or_default();
    let received = c.facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let matter = c.matter.clone().unwrap_or_default();
    let running = deadlines::running(c, rest, around.today);
    let deadline = match (running.first(), c.answered_on()) {
        (Some(clock), _) => format!("Tanggapan paling lambat {}", clock.date_text),
        (None, Some(day)) => format!("Ditanggapi {}", dates::long_date(day)),
        (None, None) => "Tidak ada tenggat yang berjalan".to_owned(),
    };
    ReporterView {
        id: c.id.to_string(),
        label: format!("Pelapor ke-{place}"),
        person: match c.identity_mode() {
            IdentityMode::Open => person::short_name(&name),
            IdentityMode::Confidential => "Identitas dirahasiakan".to_owned(),
            IdentityMode::None => "Tanpa identitas".to_owned(),
        },
        received_text: received.map(|t| dates::date_time(t, zone)).unwrap_or_default(),
        tracking_code: tracking(c),
        facts: if sight.identity { facts::masked(c) } else { Vec::new() },
        may_open_identity: may_open_identity(d),
        identity_needs_reason: d.rights.asks_reason(c.identity_mode()),
        description: if sight.content { matter.description.unwrap_or_default() } else { String::new() },
        deadline,
        receipt: receipt_kind(c),
        printed: u32::try_from(c.prints.len()).unwrap_or(u32::MAX),
        signed: c.signed,
        handed_over: c.handed_over.is_some(),
        may_print: d.rights.may(Right::Papers),
        messages: messages(c, rest, around.office),
    }
}
