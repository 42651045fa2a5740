//! What the sentences of rules are filled with: what a rule tells, each thing by its name, in words.

use time::Date;

use super::pieces::{Grouped, written};
use super::words::{
    body, consulted, directory_day, fiche_parts, label, levels, list, named, post_part, priority,
    siren, status, validity,
};
use super::{amount, day};
use crate::campaign::Label;
use crate::check::{Consultations, Departements, FicheParts, Lang, PostPart, Priorities, Regions};
use crate::directory::Epci;
use crate::dossier::OpinionBody;
use crate::funding::MAX_MONTHS;
use crate::money::Cents;
use crate::scale::Scale;

/// One thing that a rule tells.
#[derive(Clone, Copy)]
enum Told<'a> {
    Number(u64),
    Day(&'a Date),
    Amount(&'a Cents),
    Epci(&'a Epci),
    Label(&'a Label),
    Region(&'a str),
    Body(&'a OpinionBody),
    Regions(&'a Regions),
    Departements(&'a Departements),
    Priorities(&'a Priorities),
    Consultations(&'a Consultations),
    FicheParts(&'a FicheParts),
    Part(&'a PostPart),
}

/// What can be told.
pub(super) trait Tell {
    fn tell<'a>(&'a self, name: &'static str, slots: &mut Slots<'a>);
}

macro_rules! tells {
    (numbers($( $Number:ty )*) $( $Type:ty => $Told:ident; )*) => {
        $( impl Tell for $Number {
            fn tell<'a>(&'a self, name: &'static str, slots: &mut Slots<'a>) {
                slots.number(name, u64::try_from(*self).unwrap_or_default());
            }
        } )*
        $( impl Tell for $Type {
            fn tell<'a>(&'a self, name: &'static str, slots: &mut Slots<'a>) {
                slots.take(name, Told::$Told(self));
            }
        } )*
    };
}

tells! {
    numbers(usize u32 i32 i64)
    Date => Day;
    Cents => Amount;
    &'static Epci => Epci;
    &'static Label => Label;
    &'static str => Region;
    OpinionBody => Body;
    Regions => Regions;
    Departements => Departements;
    Priorities => Priorities;
    Consultations => Consultations;
    FicheParts => FicheParts;
    PostPart => Part;
}

/// What the slots of a template are filled from.
pub(super) struct Slots<'a> {
    told: Vec<(&'static str, Told<'a>)>,
    lang: Lang,
    scale: &'a Scale,
}

impl<'a> Slots<'a> {
    pub fn new(lang: Lang, scale: &'a Scale) -> Self {
        Self { told: Vec::new(), lang, scale }
    }

    // Apart from what tells them: it would stand there a hundred times.
    #[inline(never)]
    fn number(&mut self, name: &'static str, number: u64) {
        self.take(name, Told::Number(number));
    }

    #[inline(never)]
    fn take(&mut self, name: &'static str, told: Told<'a>) {
        self.told.push((name, told));
    }

    fn find(&self, name: &str) -> Option<Told<'a>> {
        self.told.iter().find(|(told, _)| *told == name).map(|(_, told)| *told)
    }

    /// What stands in the place of a slot: its name, then its forms.
    pub fn fill(&self, slot: &str) -> String {
        let Self { lang, scale, .. } = *self;
        let mut forms = slot.split('|');
        let name = forms.next().unwrap_or_default();
        let told = match name {
            "digits" => "siren",
            name => name,
        };
        match (name, self.find(told)) {
            ("directory_day", _) => directory_day(lang),
            ("post_months", _) => MAX_MONTHS.to_string(),
            ("levels", _) => levels(scale, lang),
            ("scale", _) => label(&scale.label, lang),
            ("status", _) => status(scale.status, lang).to_owned(),
            ("validity", _) => validity(scale, lang),
            ("row", Some(Told::Number(row))) => (row + 1).to_string(),
            ("siren", Some(Told::Number(number))) => named(number, lang),
            ("digits", Some(Told::Number(number))) => siren(number),
            (_, Some(Told::Number(number))) => {
                let forms: Vec<&str> = forms.collect();
                let form = match (number, forms.as_slice()) {
                    (_, []) => "#",
                    (0, [none, _, _]) => none,
                    (0 | 1, [one, _] | [_, one, _]) => one,
                    (_, [.., several]) => several,
                };
                form.replace('#', &written(&Grouped(number, lang)))
            }
            (_, Some(Told::Day(date))) => day(*date, lang),
            (_, Some(Told::Amount(cents))) => amount(*cents, lang),
            (_, Some(Told::Epci(epci))) => epci.label().to_owned(),
            (_, Some(Told::Label(told))) => label(told, lang),
            (_, Some(Told::Body(of))) => match self.find("region") {
                Some(Told::Region(region)) => body(region, *of, lang),
                _ => String::new(),
            },
            (_, Some(Told::Regions(regions))) => list(regions.iter().map(|region| region.name)),
            (_, Some(Told::Departements(departements))) => {
                list(departements.iter().map(|departement| departement.name))
            }
            (_, Some(Told::Priorities(priorities))) => {
                list(priorities.iter().map(|word| priority(word, lang)))
            }
            (_, Some(Told::Consultations(words))) => {
                list(words.iter().map(|word| consulted(word, lang)))
            }
            (_, Some(Told::FicheParts(parts))) => fiche_parts(*parts, lang),
            (_, Some(Told::Part(part))) => post_part(*part, lang).to_owned(),
            (_, Some(Told::Region(code))) => code.to_owned(),
            (_, None) => String::new(),
        }
    }
}
