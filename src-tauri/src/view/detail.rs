//! One complaint for one officer's eyes.

use super::rows::{Today, row};
use super::timeline::{Sight, item};
use super::{deadlines, facts, together};
use crate::attachment::AttachmentKey;
use crate::dto::detail::{ComplaintDetail, May};
use crate::dto::form::{AttachmentView, CompletenessItem, ItemState, Messages, ReceiptKind};
use crate::dto::together::Together;
use loket_desk::detail::Detail;
use loket_desk::store::unit::Officer;
use loket_domain::checks::{self, Element, Presence, Reception, Stated};
use loket_domain::complaint::Complaint;
use loket_domain::dates;
use loket_domain::facts::UnitMatter;
use loket_domain::rights::Right;
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::IdentityMode;
use uuid::Uuid;

/// What a detail is read against.
pub struct Around<'a> {
    /// The office in plain words.
    pub office: &'a UnitMatter,
    /// All officers, left ones too.
    pub officers: &'a [Officer],
    /// The day.
    pub today: &'a Today,
}

impl Around<'_> {
    /// The name of an officer.
    pub fn name(&self, officer: Uuid) -> Option<String> {
        self.officers.iter().find(|o| o.id == officer).map(|o| o.matter.name.clone())
    }
}

/// How much the officer may read.
pub fn sight(d: &Detail) -> Sight {
    let read = d.rights.may(Right::Read);
    Sight { content: read, identity: read && d.complaint.identity_mode() == IdentityMode::Open }
}

/// May the officer open the identity?
pub fn may_open_identity(d: &Detail) -> bool {
    let known = d.complaint.identity.is_some() && d.complaint.identity_mode() != IdentityMode::None;
    known && d.rights.may(Right::OpenIdentity)
}

/// The complaint as the pane shows it.
pub fn detail(d: &Detail, around: &Around<'_>) -> ComplaintDetail {
    let (c, today) = (&d.complaint, around.today);
    let sight = sight(d);
    let matter = c.matter.clone().unwrap_or_default();
    let receiver = around.name(c.registered_by).unwrap_or_default();
    let at = Reception { place: &around.office.name, receiver: &receiver, received: deadlines::received_on(c, today) };
    let stated = Stated::of(c, &at);
    let rest = c.clocks_rest();
    let papers = d.rights.may(Right::Papers);
    let accused = matter.accused_officer.and_then(|id| around.name(id));
    let name_of = |id: &str| Uuid::parse_str(id).ok().and_then(|id| around.name(id));
    let program = || "Program".to_owned();
    let told = ComplaintDetail {
        row: row(&d.row, today),
        closed: !sight.content,
        tracking_code: tracking(c),
        facts: facts::of_matter(c, sight.content, accused, today.zone),
        reporter: if sight.identity || c.identity_mode() == IdentityMode::None { facts::masked(c) } else { Vec::new() },
        identity_hidden: !sight.identity && c.identity_mode() != IdentityMode::None,
        may_open_identity: may_open_identity(d),
        identity_needs_reason: d.rights.asks_reason(c.identity_mode()),
        description: if sight.content { matter.description.unwrap_or_default() } else { String::new() },
        deadlines: together::running(d, today),
        day_counts: deadlines::day_counts(c, today),
        attachments: if papers { attachments(c) } else { Vec::new() },
        timeline: d
            .timeline
            .iter()
            .map(|i| item(i, around.name(i.actor).unwrap_or_else(program), sight, today.zone, &name_of))
            .collect(),
        completeness: checks::completeness(&stated).into_iter().map(completeness_item).collect(),
        handed_over: c.handed_over.is_some(),
        signed: c.signed,
        printed: u32::try_from(c.prints.len()).unwrap_or(u32::MAX),
        may: may(d, sight, papers),
        receipt: receipt_kind(c),
        messages: messages(c, rest, around.office),
        void_reason: c.void_reason.clone(),
        together: together::together(d, around),
    };
    if told.closed { stub(told) } else { told }
}

/// What everybody at the office may know of a complaint that is closed to them.
fn stub(d: ComplaintDetail) -> ComplaintDetail {
    ComplaintDetail {
        tracking_code: String::new(),
        facts: Vec::new(),
        reporter: Vec::new(),
        day_counts: Vec::new(),
        attachments: Vec::new(),
        timeline: Vec::new(),
        completeness: Vec::new(),
        messages: Messages { whatsapp: String::new(), sms: String::new() },
        void_reason: None,
        together: Together { links: Vec::new(), reporters: Vec::new(), may: false },
        ..d
    }
}

fn may(d: &Detail, sight: Sight, papers: bool) -> May {
    let voided = d.complaint.void_reason.is_some();
    let why = if d.complaint.needs_newer {
        Some("Aduan ini memuat entri dari program yang lebih baru.")
    } else if !sight.content {
        Some("Isi dibatasi. Hubungi pengelola pengaduan.")
    } else if voided {
        Some("Aduan ini dibatalkan.")
    } else if !d.rights.may(Right::Correct) && d.complaint.handed_over.is_some() {
        Some("Lembar 1 sudah diserahkan: pembetulan dilakukan oleh pengelola.")
    } else {
        None
    };
    let may = |right| d.rights.may(right) && !d.complaint.needs_newer;
    let strike = may(if d.complaint.handed_over.is_some() { Right::Manage } else { Right::Correct });
    May {
        correct: may(Right::Correct) && !voided,
        void: strike && !voided,
        unvoid: strike && voided,
        step: may(Right::Step) && !voided,
        classify: may(Right::Classify) && !voided,
        // An imported complaint has no receipt of this program.
        print: papers && d.complaint.imported.is_none(),
        why: why.map(str::to_owned),
    }
}

/// Attachments of a complaint, each with an id that names both.
pub fn attachments(c: &Complaint) -> Vec<AttachmentView> {
    let view = |(fact, name): (loket_domain::facts::AttachmentFact, String)| AttachmentView {
        id: AttachmentKey { complaint: c.id, attachment: fact.id }.to_string(),
        name,
        size: u32::try_from(fact.size).unwrap_or(u32::MAX),
        mime: fact.mime,
    };
    c.attachments().into_iter().map(view).collect()
}

/// `C0NT-0H42-T`.
pub fn tracking(c: &Complaint) -> String {
    let code = c.matter.as_ref().and_then(|m| m.tracking.clone()).unwrap_or_default();
    code.parse::<TrackingCode>().map(|t| t.to_string()).unwrap_or(code)
}

/// Tanda terima or bukti pencatatan, as the last paper that was made says.
pub fn receipt_kind(c: &Complaint) -> ReceiptKind {
    match c.receipts.last() {
        Some((_, made)) if made.receipt => ReceiptKind::Receipt,
        _ => ReceiptKind::RecordSlip,
    }
}

/// Words for the complainant: number, code and date, never the content. A void that reached nobody would leave a
/// receipt in somebody's hand that is no longer true, so a void complaint has words of its own.
pub fn messages(c: &Complaint, rest: bool, office: &UnitMatter) -> Messages {
    if c.imported.is_some() {
        // What this program never received it has no words of receipt for.
        return Messages { whatsapp: String::new(), sms: String::new() };
    }
    let (number, code) = (c.facts.number.clone().unwrap_or_default(), tracking(c));
    if c.void_reason.is_some() {
        let phone = if office.manager_phone.is_empty() { &office.phone } else { &office.manager_phone };
        let ask = [office.manager_name.as_str(), phone].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
        return Messages {
            whatsapp: format!(
                "Aduan nomor {number} sudah kami batalkan; tanda terimanya tidak berlaku lagi. Alasannya dapat ditanyakan kepada {}. Aduan baru tetap kami terima. {}.",
                ask.join(", "),
                office.name
            ),
            sms: format!("Aduan {number} kami batalkan. Tanyakan alasannya kepada {}. {}", ask.join(", "), office.name),
        };
    }
    let due = c.facts.answer_due.filter(|_| !rest && c.answered_on().is_none());
    let promise =
        due.map(|d| format!(" Kami memberi kabar paling lambat {}.", dates::weekday_date(d))).unwrap_or_default();
    let short = due.map(|d| format!(" Kabar paling lambat {}.", dates::long_date(d))).unwrap_or_default();
    Messages {
        whatsapp: format!(
            "Aduan Anda sudah kami terima dengan nomor {number}, kode lacak {code}.{promise} {}.",
            office.name
        ),
        sms: format!("Aduan {number} kami terima. Kode lacak {code}.{short} {}", office.name),
    }
}

/// One element of Pasal 42 ayat (3).
pub fn completeness_item((element, presence): (Element, Presence)) -> CompletenessItem {
    CompletenessItem {
        key: element.code().to_owned(),
        label: element.label().to_owned(),
        state: match presence {
            Presence::Present => ItemState::Present,
            Presence::Missing => ItemState::Missing,
            Presence::Automatic => ItemState::Automatic,
            Presence::WhenPrinted => ItemState::WhenPrinted,
            Presence::Withheld => ItemState::Withheld,
        },
    }
}
