//! Who may do what: one table of roles, and the complaint's own circumstances that narrow it.
//!
//! The table is the whole rule; the desk asks it before every use case and the settings screen prints it. One person
//! may hold several roles: the widest reach counts. Sources: UU 25/2009 Pasal 42 ayat (5) (identity kept confidential),
//! Pasal 45 (the one complained of does not handle the complaint).

use crate::complaint::Complaint;
use crate::vocabulary::{Classification, IdentityMode, Role, closed_list};
use uuid::Uuid;

closed_list! {
    /// Something that not everybody may do.
    Right {
        /// Register a complaint and hand over its receipt; reserve numbers on blank forms.
        Register = "register",
        /// Find complaints and read what is open in them.
        Read = "read",
        /// Read what is restricted (*isi dibatasi*).
        ReadRestricted = "read_restricted",
        /// Open an identity: a NIK always, everything where it is kept confidential.
        OpenIdentity = "open_identity",
        /// Print and save the papers and files of a complaint.
        Papers = "papers",
        /// Record steps: notes, answers, the end.
        Step = "step",
        /// Link, merge, separate.
        Tie = "tie",
        /// Correct what was written; void and take a void back before Lembar 1 is handed over.
        Correct = "correct",
        /// Void after Lembar 1 was handed over, move the received time.
        Manage = "manage",
        /// Class of a complaint (*berkadar pengawasan* or not).
        Classify = "classify",
        /// Print and save lists of complaints.
        Lists = "lists",
        /// Print and save the register book with the office's columns.
        Book = "book",
        /// Print and save the register book without persons.
        PublicBook = "public_book",
        /// Read who did what (*jejak akses*), verify the log, hand out a bundle for verification.
        ReadLog = "read_log",
        /// Services and other lists of choices.
        Choices = "choices",
        /// Office, numbering, days off, officers, keys, copies, import.
        Settings = "settings",
    }
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    None,
    /// Complaints that this officer registered, until the manager has taken over.
    Own,
    /// Complaints that this officer registered, until Lembar 1 is handed over.
    OwnUnsigned,
    /// All complaints but those of the class *berkadar pengawasan*.
    Ordinary,
    /// Complaints of the class *berkadar pengawasan* alone.
    Supervisory,
    /// All complaints; of what concerns no complaint, simply yes.
    All,
}

use Reach::{All, None as No, Ordinary, Own, OwnUnsigned, Supervisory};

/// Roles in the order of [`Role::ALL`]: petugas, pengelola, pimpinan, pengawas, auditor, admin.
#[rustfmt::skip]
const TABLE: [(Right, [Reach; 6]); 16] = [
    (Right::Register,       [All,      All, No,  Supervisory, No,       No]),
    (Right::Read,           [Ordinary, All, All, Supervisory, Ordinary, No]),
    (Right::ReadRestricted, [Own,      All, All, Supervisory, No,       No]),
    (Right::OpenIdentity,   [Own,      All, All, Supervisory, No,       No]),
    (Right::Papers,         [Ordinary, All, All, Supervisory, No,       No]),
    (Right::Step,           [Ordinary, All, All, Supervisory, No,       No]),
    (Right::Tie,            [Ordinary, All, All, Supervisory, No,       No]),
    (Right::Correct,        [OwnUnsigned, All, All, Supervisory, No,       No]),
    (Right::Manage,         [No,       All, No,  No,          No,       No]),
    (Right::Classify,       [No,       All, All, Supervisory, No,       No]),
    (Right::Lists,          [All,      All, All, All,         No,       No]),
    (Right::Book,           [No,       All, All, No,          No,       No]),
    (Right::PublicBook,     [No,       All, All, No,          All,      No]),
    (Right::ReadLog,        [No,       All, All, Supervisory, All,      No]),
    (Right::Choices,        [No,       All, No,  No,          No,       All]),
    (Right::Settings,       [No,       No,  No,  No,          No,       All]),
];

/// What of a complaint decides over a right, for one officer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "six independent circumstances, each a word of the rule")]
pub struct Circumstances {
    /// Of the class *berkadar pengawasan*.
    pub supervisory: bool,
    /// *Isi dibatasi*.
    pub restricted: bool,
    /// Registered by this officer.
    pub own: bool,
    /// A manager other than the registering officer has acted on it.
    pub taken_over: bool,
    /// Lembar 1 was handed over.
    pub handed_over: bool,
    /// It complains of this officer.
    pub accused: bool,
}

impl Circumstances {
    /// Those of a complaint for one officer. A part that is withheld here counts as restricted, the safe side.
    #[must_use]
    pub fn of(complaint: &Complaint, officer: Uuid) -> Self {
        let facts = &complaint.facts;
        Self {
            supervisory: facts.classification == Some(Classification::Supervisory),
            restricted: facts.restricted.unwrap_or(complaint.matter.is_none()),
            own: complaint.registered_by == officer,
            taken_over: complaint.taken_over,
            handed_over: complaint.handed_over.is_some(),
            accused: complaint.matter.as_ref().and_then(|m| m.accused_officer) == Some(officer),
        }
    }
}

impl Reach {
    /// Is this complaint within reach?
    #[must_use]
    pub const fn covers(self, of: Circumstances) -> bool {
        match self {
            Self::None => false,
            Self::Own => of.own && !of.taken_over,
            Self::OwnUnsigned => of.own && !of.handed_over,
            Self::Ordinary => !of.supervisory,
            Self::Supervisory => of.supervisory,
            Self::All => true,
        }
    }
}

/// How far each of these roles carries a right.
pub fn reaches(roles: &[Role], right: Right) -> impl Iterator<Item = Reach> {
    let row = TABLE.iter().find(|(known, _)| *known == right).map_or([No; 6], |(_, row)| *row);
    Role::ALL.iter().zip(row).filter(|(role, _)| roles.contains(role)).map(|(_, reach)| reach)
}

/// How far one role carries a right: a cell of the table.
#[must_use]
pub fn reach(role: Role, right: Right) -> Reach {
    reaches(&[role], right).next().unwrap_or(No)
}

/// May somebody with these roles do this at all?
#[must_use]
pub fn may(roles: &[Role], right: Right) -> bool {
    reaches(roles, right).any(|reach| reach != No)
}

/// May somebody with these roles do this to a complaint of these circumstances? What is restricted is closed altogether
/// without the right to read it, and everything is closed to the one complained of (Pasal 45). But whoever took a
/// complaint down hands over its receipt.
#[must_use]
pub fn may_of(roles: &[Role], right: Right, of: Circumstances) -> bool {
    let reaches = |right| reaches(roles, right).any(|reach| reach.covers(of));
    let own_receipt = right == Right::Papers && of.own && !of.handed_over;
    reaches(right) && (own_receipt || !of.accused && (!of.restricted || reaches(Right::ReadRestricted)))
}

/// Must who opens an identity say why? Always where it is kept confidential; head and inspector, who do not work at the
/// counter, in any case.
#[must_use]
pub fn asks_reason(roles: &[Role], mode: IdentityMode) -> bool {
    let at_work = roles.iter().any(|role| matches!(role, Role::CounterOfficer | Role::ComplaintManager));
    mode != IdentityMode::Open || !at_work
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_right_once_in_order() {
        assert_eq!(TABLE.map(|(right, _)| right).as_slice(), Right::ALL);
        assert_eq!(Role::ALL.len(), TABLE[0].1.len());
    }

    #[test]
    fn several_roles_reach_as_far_as_the_widest() {
        let stranger = Circumstances::default();
        let counter = [Role::CounterOfficer];
        let both = [Role::CounterOfficer, Role::ComplaintManager];
        assert!(!may_of(&counter, Right::OpenIdentity, stranger));
        assert!(may_of(&both, Right::OpenIdentity, stranger));
        assert!(!may(&[], Right::Read));
    }

    #[test]
    fn a_counter_officer_loses_what_the_manager_takes_over() {
        let own = Circumstances { own: true, ..Circumstances::default() };
        let counter = [Role::CounterOfficer];
        assert!(may_of(&counter, Right::OpenIdentity, own));
        assert!(!may_of(&counter, Right::OpenIdentity, Circumstances { taken_over: true, ..own }));
        assert!(may_of(&counter, Right::Correct, Circumstances { taken_over: true, ..own }));
        assert!(!may_of(&counter, Right::Correct, Circumstances { handed_over: true, ..own }));
    }

    #[test]
    fn the_one_complained_of_only_hands_over_the_own_receipt() {
        let accused = Circumstances { accused: true, own: true, restricted: true, ..Circumstances::default() };
        for right in Right::ALL.iter().filter(|right| **right != Right::Papers) {
            assert!(!may_of(Role::ALL, *right, accused), "{right:?}");
        }
        assert!(may_of(Role::ALL, Right::Papers, accused));
        assert!(!may_of(Role::ALL, Right::Papers, Circumstances { handed_over: true, ..accused }));
        assert!(!may_of(Role::ALL, Right::Papers, Circumstances { own: false, ..accused }));
    }

    #[test]
    fn what_is_restricted_is_closed_to_colleagues_at_the_counter() {
        let restricted = Circumstances { restricted: true, ..Circumstances::default() };
        assert!(!may_of(&[Role::CounterOfficer], Right::Read, restricted));
        assert!(may_of(&[Role::CounterOfficer], Right::Read, Circumstances { own: true, ..restricted }));
        assert!(may_of(&[Role::ComplaintManager], Right::Read, restricted));
        assert!(!may_of(&[Role::Auditor], Right::Read, restricted));
    }

    #[test]
    fn what_is_berkadar_pengawasan_is_closed_to_the_counter_and_all_that_the_inspector_sees() {
        let supervisory = Circumstances { supervisory: true, ..Circumstances::default() };
        for right in [Right::Read, Right::Papers, Right::Step, Right::Tie] {
            assert!(!may_of(&[Role::CounterOfficer, Role::Auditor], right, supervisory), "{right:?}");
            assert!(may_of(&[Role::Inspector], right, supervisory), "{right:?}");
            assert!(!may_of(&[Role::Inspector], right, Circumstances::default()), "{right:?}");
        }
    }
}
