//! What several rules need to know of a dossier, worked out once.

use time::Date;

use super::post::Asked;
use crate::campaign::{self, Campaign};
use crate::check::Lang;
use crate::check::{Departements, Regions};
use crate::directory::Epci;
use crate::dossier::{
    Action, ChefDeProjet, Dossier, Field, Kind, MemberSiren, Priority, ScaleChoice, Theme,
};
use crate::funding::Plan;
use crate::read::{Siren, YearMonth};
use crate::scale::{self, Level, Scale};

/// What a dossier is looked at with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Context<'a> {
    /// The day of reference. The caller gives it: the engine has no clock.
    pub day: Date,
    /// The language of the sentences.
    pub lang: Lang,
    /// The caller's scale; it wins over the dossier's.
    pub scale: Option<&'a Scale>,
}

impl Context<'_> {
    /// In French, with the dossier's own scale.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { day, lang: Lang::Fr, scale: None }
    }
}

/// A distinct member of the perimeter, fully read.
#[derive(Clone, Copy)]
pub(crate) struct Member {
    pub row: usize,
    pub siren: u32,
    pub key_holds: bool,
    pub epci: Option<&'static Epci>,
}

/// An action, with what several rules ask of it.
#[derive(Clone, Copy)]
pub(crate) struct ActionFacts<'a> {
    pub row: usize,
    pub action: &'a Action,
    /// Its first and last month, when it gives both.
    pub dates: Option<(YearMonth, YearMonth)>,
    pub under_way: bool,
    /// Its priorities, then its themes, one bit for each of [`Subject::ALL`].
    ///
    /// [`Subject::ALL`]: crate::campaign::Subject::ALL
    pub subjects: u8,
}

impl<'a> ActionFacts<'a> {
    fn of((row, action): (usize, &'a Action)) -> Self {
        let priorities = action.priorities.rows().iter().filter_map(Field::copied);
        let themes = action.themes.rows().iter().filter_map(Field::copied);
        let subjects = priorities.fold(0, |all, priority: Priority| all | 1 << priority as u8);
        let bit = |theme: Theme| 1 << (Priority::ALL.len() + theme as usize);
        Self {
            row,
            action,
            dates: action.start.copied().zip(action.end.copied()),
            under_way: action.under_way.copied() == Some(true),
            subjects: themes.fold(subjects, |all, theme| all | bit(theme)),
        }
    }
}

pub(crate) struct Facts<'a> {
    pub dossier: &'a Dossier,
    pub day: Date,
    pub campaign: &'static Campaign,
    pub scale: &'a Scale,
    pub is_amendment: bool,
    /// Distinct members, in order.
    pub members: Vec<Member>,
    /// The rows whose SIREN came before, with it.
    pub repeated: Vec<(usize, u32)>,
    /// Where the communes of the members are.
    pub departements: Departements,
    /// Likewise.
    pub regions: Regions,
    /// The first row whose SIREN is half typed.
    pub half_typed: Option<usize>,
    /// Something stands among the members that is not fully read: who is no member is unknown.
    pub members_open: bool,
    /// The actions that count.
    pub actions: Vec<ActionFacts<'a>>,
    /// The post, once something of it is answered.
    pub chef_de_projet: Option<&'a ChefDeProjet>,
    /// What a plan is made from, once the post can be simulated.
    pub asked: Option<Asked>,
    pub plan: Option<Plan>,
}

/// What is known of a place among the members.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Membership {
    Member,
    NoMember(u32),
    /// Its own SIREN is half typed.
    HalfTyped,
    /// The members are not all given, or not fully read.
    MembersOpen,
}

impl<'a> Facts<'a> {
    pub fn new(dossier: &'a Dossier, context: &Context<'a>) -> Self {
        let mut facts = Self {
            dossier,
            day: context.day,
            campaign: campaign_in_force(dossier),
            scale: scale_in_force(dossier, context),
            is_amendment: dossier.kind.copied() == Some(Kind::Amendment),
            members: Vec::with_capacity(dossier.perimeter.epcis.rows().len()),
            repeated: Vec::new(),
            departements: Departements::default(),
            regions: Regions::default(),
            half_typed: None,
            members_open: false,
            actions: Vec::with_capacity(dossier.action_plan.actions.rows().len()),
            chef_de_projet: dossier.post(),
            asked: None,
            plan: None,
        };
        facts.actions.extend(dossier.action_plan.actions.iter().map(ActionFacts::of));
        for (row, field) in dossier.perimeter.epcis.rows().iter().enumerate() {
            match field.copied() {
                Some(MemberSiren { siren: Siren::Full { number, key_holds, .. }, epci }) => {
                    facts.members.push(Member { row, siren: number, key_holds, epci });
                }
                Some(MemberSiren { siren: Siren::HalfTyped, .. }) => {
                    facts.half_typed.get_or_insert(row);
                    facts.members_open = true;
                }
                None => facts.members_open |= field.is_unreadable(),
            }
        }
        keep_first(&mut facts.members, &mut facts.repeated);
        // Neighbours are mostly of one département: it is looked up once for them.
        let mut last = "";
        for epci in facts.members.iter().filter_map(|member| member.epci) {
            for departement in epci.departements() {
                if departement.code != last {
                    facts.departements.insert(departement);
                    facts.regions.insert(departement.region);
                    last = departement.code;
                }
            }
        }
        facts.asked = Asked::of(&facts);
        facts.plan = facts.asked.as_ref().and_then(|asked| asked.plan(facts.scale));
        // An over-funded post is not split: who its members are changes nothing in the report.
        if let (Some(asked), Some(Plan { excess: Some(_), .. })) = (&mut facts.asked, &facts.plan) {
            asked.members.clear();
        }
        facts
    }

    /// What a plan is made from, and the plan; the other facts are let go of.
    pub fn funded(dossier: &'a Dossier, context: &Context<'a>) -> (Option<Asked>, Option<Plan>) {
        let Self { asked, plan, .. } = Self::new(dossier, context);
        (asked, plan)
    }

    /// The level that the dossier asks for, when the scale in force has it.
    pub fn level(&self) -> Option<&'a Level> {
        let id = self.chef_de_projet?.fragility_level.get()?;
        self.scale.level(&id.0)
    }

    /// Whether the EPCI of a field is a member; nothing when the field is not answered.
    pub fn membership(&self, field: &Field<MemberSiren>) -> Option<Membership> {
        Some(match field.copied()?.siren.number() {
            None => Membership::HalfTyped,
            Some(siren) if self.members.iter().any(|member| member.siren == siren) => {
                Membership::Member
            }
            Some(_) if self.members_open || self.members.is_empty() => Membership::MembersOpen,
            Some(siren) => Membership::NoMember(siren),
        })
    }
}

/// The newest one, unless the dossier says which.
pub(crate) fn campaign_in_force(dossier: &Dossier) -> &'static Campaign {
    dossier.campaign.copied().unwrap_or_else(campaign::newest)
}

/// The scale that a dossier is looked at with: the caller's wins over the dossier's, which wins over the default one.
#[must_use]
pub fn scale_in_force<'a>(dossier: &'a Dossier, context: &Context<'a>) -> &'a Scale {
    context
        .scale
        .or_else(|| dossier.chef_de_projet.scale.get().map(ScaleChoice::scale))
        .unwrap_or_else(|| scale::default_scale())
}

/// Drops the members whose SIREN came before: a table with room for twice as many tells.
fn keep_first(members: &mut Vec<Member>, repeated: &mut Vec<(usize, u32)>) {
    const FREE: u32 = u32::MAX;
    let mut seen = vec![FREE; (members.len() * 2).next_power_of_two()];
    let last = seen.len() - 1;
    members.retain(|member| {
        let mut at = member.siren.wrapping_mul(0x9E37_79B1) as usize & last;
        loop {
            match seen.get_mut(at) {
                Some(place) if *place == FREE => {
                    *place = member.siren;
                    return true;
                }
                Some(place) if *place == member.siren => {
                    repeated.push((member.row, member.siren));
                    return false;
                }
                _ => at = (at + 1) & last,
            }
        }
    });
}
