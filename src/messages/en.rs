//! Every sentence in English.

use super::{amount, body, count, day, directory_day, list, others, siren};
use crate::campaign::{self, Offer, Service};
use crate::check::Lang::En;
use crate::check::{FicheParts, PostPart, Say};
use crate::directory;
use crate::dossier::{Consulted, Expected, Priority};
use crate::funding::MAX_MONTHS;
use crate::scale::{Scale, Status};

pub(super) fn say(say: &Say, scale: &Scale) -> String {
    let fixed = match *say {
        Say::CampaignSilent => {
            "The documents of this campaign that we know say nothing about this: to be checked with the services that examine applications."
        }
        Say::NotForAmendments => {
            "For applications only, not for amending a labelled perimeter or governance."
        }
        // C1
        Say::WindowNotForAmendments => {
            "The filing period is for applications, not for amending a labelled perimeter or governance."
        }
        Say::FiledInTime { filed } => {
            return format!("The filing date, {}, is within the call.", day(filed, En));
        }
        Say::CallIsOpen { closes, days: 0 } => {
            return format!("The call ends today, {}.", day(closes, En));
        }
        Say::CallIsOpen { closes, days } => {
            return format!(
                "The call is open until {} included: {} left.",
                day(closes, En),
                count(days, "day", "days")
            );
        }
        Say::FiledTooEarly { filed, opens, days } => {
            return format!(
                "To correct: the filing date, {}, is {} before the call opens, on {}.",
                day(filed, En),
                count(days, "day", "days"),
                day(opens, En)
            );
        }
        Say::FiledTooLate { filed, closes, days } => {
            return format!(
                "To correct: the filing date, {}, is {} after the call ended, on {}.",
                day(filed, En),
                count(days, "day", "days"),
                day(closes, En)
            );
        }
        Say::CallIsOver { closes, days } => {
            return format!(
                "The call ended on {}, {} ago. The other checks remain useful to prepare a project.",
                day(closes, En),
                count(days, "day", "days")
            );
        }
        Say::CallNotOpenYet { opens, days } => {
            return format!(
                "The call opens on {}, in {}.",
                day(opens, En),
                count(days, "day", "days")
            );
        }
        Say::CallIsOverAndNoCampaign { closes, day: on } => {
            return format!(
                "The call ended on {} and no known campaign covers {}. The other checks remain useful to prepare a project.",
                day(closes, En),
                day(on, En)
            );
        }
        Say::DayWithoutCampaign { day: on } => {
            return format!(
                "No known campaign covers {}: check the day of reference, or the rules in force on that day.",
                day(on, En)
            );
        }
        // C2
        Say::FormerTerritory => {
            "A territory that was labelled applies again, by the same form; sort the actions carried over under the four priorities."
        }
        Say::NotFormerTerritory => {
            "Concerns only the application of a territory labelled in the former phase."
        }
        // C3
        Say::OpinionsNotForApplications => {
            "Regional opinions are asked here only to amend a labelled perimeter or governance."
        }
        Say::OpinionsFavourable => {
            "The favourable opinions of each regional council and of the State's services are given."
        }
        Say::OpinionUnfavourable { region, body: of } => {
            return format!(
                "To correct: the opinion of {} is unfavourable, and an amendment needs a favourable one.",
                body(region, of, En)
            );
        }
        Say::OpinionMissing { region, body: of, others: more } => {
            return format!(
                "A favourable opinion is missing: {}{}. An amendment needs one of the regional council and one of the State's services in each région of the perimeter.",
                body(region, of, En),
                others(more, " (and one other)", " (and # others)")
            );
        }
        Say::OpinionsNeedMembers => {
            "First give the member intercommunalités: the opinions asked for depend on their régions."
        }
        // C4 to C7
        Say::Contacts { regions } if regions.count() == 0 => {
            "For your questions: the Délégation aux Territoires d'industrie and, in each région, the regional council (or the collectivité in its place), the SGAR and the State's economic services."
        }
        Say::Contacts { regions } => {
            return format!(
                "For your questions: the Délégation aux Territoires d'industrie and, in the région ({}), the regional council (or the collectivité in its place), the SGAR and the State's economic services.",
                list(regions.iter().map(|region| region.name))
            );
        }
        Say::ThreeParts => {
            "The application holds a perimeter, a governance and an outline of the action plan; the methodological guide details what is expected."
        }
        Say::AfterFiling { selection, map } => {
            return format!(
                "After filing: regional opinions, national selection ({}), announcement of the map ({}), notification on the filing platform.",
                selection.en, map.en
            );
        }
        Say::AmendmentScope => {
            "An amendment is at the margin, of the perimeter or of the governance."
        }
        Say::OnlyForAmendments => {
            "Concerns only the amendment of a labelled perimeter or governance."
        }
        // P1
        Say::NoMember => {
            "Give the member intercommunalités: the usual perimeter is a group of them."
        }
        Say::MembersGiven { count: 1 } => "One member intercommunalité is given.",
        Say::MembersGiven { count: members } => {
            return format!("{members} member intercommunalités are given.");
        }
        // P2, P3
        Say::SirenHalfTyped { row } => {
            return format!("Member no. {}: the SIREN is incomplete, it has nine digits.", row + 1);
        }
        Say::SirenKeyWrong { row } => {
            return format!(
                "To correct: member no. {}, the key of the SIREN does not hold; a digit was probably miscopied.",
                row + 1
            );
        }
        Say::SirenKeysHold => "The SIREN of the members are well formed.",
        Say::NoMemberYet => "No member is given yet.",
        Say::MemberNotComparable { row } => {
            return format!(
                "Member no. {}: complete the SIREN to know whether it is an intercommunalité.",
                row + 1
            );
        }
        Say::MembersAreEpci => {
            return format!(
                "Each member is among the EPCI à fiscalité propre of {}.",
                directory_day(En)
            );
        }
        Say::EptNeedsReason { epci, others: more } => {
            return format!(
                "{} is no EPCI à fiscalité propre{}: say why this member belongs to the perimeter.",
                epci.label(),
                others(more, " (nor is one other member)", " (nor are # other members)")
            );
        }
        Say::UnknownMemberNeedsReason { row, siren: number, others: more } => {
            return format!(
                "Member no. {}: SIREN {} is not one of the EPCI à fiscalité propre of {}{}. Check it, or say why this member belongs to the perimeter.",
                row + 1,
                siren(number),
                directory_day(En),
                others(more, " (nor is one other member)", " (nor are # other members)")
            );
        }
        Say::OtherMembersExplained { count: 1 } => {
            "Why a member that is no EPCI à fiscalité propre belongs to the perimeter is explained."
        }
        Say::OtherMembersExplained { count: members } => {
            return format!(
                "Why {members} members that are no EPCI à fiscalité propre belong to the perimeter is explained."
            );
        }
        // P4
        Say::MemberRepeated { row, siren: number, others: more } => {
            return format!(
                "Member no. {}: {} stands above already and counts once{}. Remove the row.",
                row + 1,
                named(number),
                others(more, " (so does one other member)", " (so do # other members)")
            );
        }
        Say::MembersDistinct => "Each member is given once.",
        // P5
        Say::SeveralMembers => "Concerns only a perimeter of a single intercommunalité.",
        Say::SingleEpciReasonMissing => {
            "A single intercommunalité is an exception: say how its perimeter has a critical size, for instance by its industrial specificities."
        }
        Say::SingleEpciReasonGiven => {
            "The critical size of the single intercommunalité is explained."
        }
        // P6
        Say::NoMetropole => "Concerns only perimeters with a métropole.",
        Say::MetropoleReasonMissing { epci } => {
            return format!(
                "{} is a métropole, admitted by exception: give the industrial transitions at stake and the ambition of the project beyond the métropole.",
                epci.label()
            );
        }
        Say::MetropoleReasonGiven => "Why a métropole is in the perimeter is explained.",
        // P7
        Say::EmploymentAreaMissing => {
            "Say how the perimeter is one employment area with an industrial logic of its own; it may go beyond administrative borders."
        }
        Say::EmploymentAreaGiven => "The logic of the employment area is explained.",
        // P8
        Say::CrteMissing => {
            "Say how the perimeter fits with the CRTE: it is recommended, to keep public action consistent."
        }
        Say::NoCrte => {
            "The perimeter does not fit with a CRTE: bring it closer to one or several of them if you can, as recommended."
        }
        Say::CrteGiven => "The perimeter fits with one or several CRTE.",
        // P9, P10
        Say::SeveralDepartements { departements } => {
            return format!(
                "The perimeter lies in several départements ({}), which is allowed.",
                list(departements.iter().map(|departement| departement.name))
            );
        }
        Say::OneDepartement => "The perimeter lies in one département.",
        Say::SeveralRegions { regions } => {
            return format!(
                "The perimeter lies in several régions ({}), which is allowed; the actors of each are invited to the steering bodies.",
                list(regions.iter().map(|region| region.name))
            );
        }
        Say::OneRegion => "The perimeter lies in one région.",
        // P11
        Say::ProjectPerimetersMissing => {
            "Give the project perimeters or governances that the perimeter matches: PETR, pôle métropolitain, SCoT, former territoire d'industrie…"
        }
        Say::ProjectPerimetersGiven => {
            "Existing project perimeters are given; a homogeneous perimeter that matches them is expected."
        }
        // G1
        Say::BinomeNamed => "The binôme of an élu and an industriel is named.",
        Say::BinomeForEachMember => {
            "Each intercommunalité has its binôme; a common one can come later."
        }
        Say::BinomeBeingIdentified => {
            "The binôme is being identified, which blocks nothing: the partners can advise, the aim remains one binôme."
        }
        Say::EluMissing => {
            "The élu of the binôme is missing: name them, or say that the binôme is being identified."
        }
        Say::IndustrielMissing => {
            "The industriel of the binôme is missing: name them, or say that the binôme is being identified."
        }
        Say::BinomeMissing => {
            "Name an élu and an industriel, or a binôme for each intercommunalité, or say that the binôme is being identified."
        }
        // G2
        Say::OnlyABinome => "The governance is no more than an élu and an industriel.",
        Say::EnlargedReasonMissing { elus, industriels } => {
            return format!(
                "The governance has {} and {}: say why and how it works; a binôme is still to be named.",
                count(elus, "élu", "élus"),
                count(industriels, "industriel", "industriels")
            );
        }
        Say::EnlargedReasonGiven => "The enlarged governance is explained.",
        // G3
        Say::NoEluEpci => "No intercommunalité is given for the élus.",
        Say::ElusOfTerritory => "Each élu holds a mandate in a member intercommunalité.",
        Say::EluOutside { row, siren: number } => {
            return format!(
                "Élu no. {}: {} is no member of the perimeter; the binôme is meant to stand for the territory.",
                row + 1,
                named(number)
            );
        }
        Say::EluNotComparable { row } => {
            return format!(
                "Élu no. {}: complete the SIREN to know whether their intercommunalité is a member.",
                row + 1
            );
        }
        // G4
        Say::SteeringCommitteeMissing => {
            "Say whether the binôme leads a regular steering committee that gathers the partners."
        }
        Say::NoSteeringCommittee => {
            "Plan a regular steering committee, led by the binôme: it gathers the partners of the territory."
        }
        Say::SteeringCommittee => "A regular steering committee is planned.",
        // G5
        Say::LetterNotForAmendments => "The letter of intent is for applications.",
        Say::LetterSigned { count: 1 } => "One letter of intent is signed.",
        Say::LetterSigned { count: letters } => {
            return format!("{letters} letters of intent are signed.");
        }
        Say::LettersDeclined => {
            "To correct: all expected signatories declined, and a signed letter of intent is asked for."
        }
        Say::LettersToSign => {
            "The letters of intent are still to be signed: at least one is asked for with the application."
        }
        Say::NoLetter => {
            "Give who signs the letter of intent: binôme, other élus and industriels, economic actors."
        }
        // G6, G7
        Say::ReportingMissing => {
            "Say whether the parties' agreement provides for follow-up, reporting and evaluation of the action plan."
        }
        Say::NoReporting => {
            "Provide for follow-up, reporting and evaluation of the action plan in the parties' agreement: this commitment is expected."
        }
        Say::Reporting => "The commitment to follow-up, reporting and evaluation is made.",
        Say::FreeForm => {
            "No contract is required: the form of the agreement is free, provided that it binds the parties to follow and support the action plan."
        }
        // G8, G9
        Say::NotConsulted { missing } => {
            return format!(
                "For consensus, also note the exchange with: {}.",
                list(missing.iter().map(consulted))
            );
        }
        Say::AllConsulted => {
            "Local and regional élus, services of the State and industriels were involved."
        }
        Say::NetworkWished => {
            "The wish to contribute to the network of territories is given; habits of work with the State, the Région and the operators count too."
        }
        Say::Network => {
            "Worth putting forward: the wish to contribute to the network of territories, and habits of work with the State, the Région and the operators."
        }
        // A1 to A3
        Say::PlanNotForAmendments => "The action plan is for applications.",
        Say::NoAction => {
            "Add at least one action: the application presents an outline of the action plan."
        }
        Say::ActionsGiven { count: 1 } => "The plan has one action.",
        Say::ActionsGiven { count: actions } => return format!("The plan has {actions} actions."),
        Say::ActionNotDescribed { row, others: more } => {
            return format!(
                "Action no. {}{}: the title or a few lines on its operational aims are missing.",
                row + 1,
                others(more, " and one other", " and # others")
            );
        }
        Say::ActionsDescribed => "Each action has a title and a summary.",
        Say::ActionWithoutPriority { row, others: more } => {
            return format!(
                "Action no. {}{}: give at least one of the four priorities that it serves.",
                row + 1,
                others(more, " and one other", " and # others")
            );
        }
        Say::ActionsServePriorities => "Each action serves a priority of the programme.",
        // A4, A5, A9
        Say::ActionsWithoutDates => "To be checked once actions have both dates.",
        Say::ActionTooLong { row, months, max, others: more } => {
            return format!(
                "Action no. {}{}: {months} months, {max} at most are advised; tighten the calendar or keep a first phase.",
                row + 1,
                others(more, " (and one other)", " (and # others)")
            );
        }
        Say::ActionsShortEnough { max } => {
            return format!("Each action with dates lasts {max} months at most.");
        }
        Say::ActionEndsTooLate { row, others: more, end } => {
            return format!(
                "Action no. {}{}: it ends after the end of the programme, {}; actions are expected to be feasible in that time.",
                row + 1,
                others(more, " (and one other)", " (and # others)"),
                day(end, En)
            );
        }
        Say::ActionsEndInTime => "Each action with dates ends within the programme.",
        Say::ActionDatesInverted { row, others: more } => {
            return format!(
                "Action no. {}{}: it ends before it starts. Check both months.",
                row + 1,
                others(more, " (and one other)", " (and # others)")
            );
        }
        Say::ActionDatesInOrder => "The dates of the actions are in order.",
        // A6, A7, A8
        Say::ActionToPhase { row, others: more } => {
            return format!(
                "Action no. {}{}: long and without phases; splitting the most complex projects into phases is advised.",
                row + 1,
                others(more, " (and one other)", " (and # others)")
            );
        }
        Say::NoActionToPhase => "No long action is given in a single phase.",
        Say::ManyActions { count: actions } => {
            return format!(
                "The plan has {actions} actions: keeping the most mature and structuring ones is advised; others can be added later."
            );
        }
        Say::FewActions => "The number of actions is moderate.",
        Say::PrioritiesUnserved { unserved } => {
            return format!(
                "Without an action so far: {}. Covering the four priorities is not required.",
                list(unserved.iter().map(priority))
            );
        }
        Say::PrioritiesServed => "An action serves each priority of the programme.",
        // A10, A11
        Say::FichesIncomplete { actions, complete, row, missing } => {
            return format!(
                "Future fiches-actions that are complete: {complete} of {actions}. No. {} lacks: {}. None of it is asked for at this stage.",
                row + 1,
                fiche_parts(missing)
            );
        }
        Say::FichesComplete => "Each action has what its fiche-action will ask for.",
        Say::ActionsUnderWay => "Actions already under way are in the plan, as recommended.",
        Say::NoActionUnderWay => {
            "Actions already under way can be in the plan: it is recommended, notably when they look for support."
        }
        // A12 to A15
        Say::SrdeiiMissing => {
            "Give the orientation of the regional scheme (SRDEII) that the action plan serves: consistency with it is looked for."
        }
        Say::SrdeiiGiven => "The orientation of the regional scheme is given.",
        Say::LocalStakesMissing => "Give the local stakes that the action plan answers.",
        Say::LocalStakesGiven => "The local stakes of the action plan are given.",
        Say::StrategyMissing => {
            "Present the industrial strategy of the territory in a few lines: the action plan carries it out."
        }
        Say::StrategyGiven => "The industrial strategy is presented.",
        Say::AnyLead => {
            "Any structure of local industrial development may lead an action: collectivité, company, association…; an action may be regional, interregional, or aim at a zone or a sector."
        }
        // F
        Say::NoPost => {
            "No post of chef de projet is described; the application does not ask for it."
        }
        // F1
        Say::HostKindMissing => {
            "Give who carries the post: an intercommunalité by default, several, or another structure if the intercommunalités wish it."
        }
        Say::HostEpciMissing => "Give the intercommunalité that carries the post.",
        Say::HostsTooFew => "A shared post has at least two intercommunalités: give the others.",
        Say::HostsTooMany => "Several intercommunalités carry the post: choose “shared”.",
        Say::HostOutside { row, siren: number } => {
            return format!(
                "Host no. {}: {} is no member of the perimeter. Choose a member, or “other structure”.",
                row + 1,
                named(number)
            );
        }
        Say::HostNotComparable { row } => {
            return format!(
                "Host no. {}: complete the SIREN to know whether this intercommunalité is a member.",
                row + 1
            );
        }
        Say::HostIsMember => "A member intercommunalité carries the post.",
        Say::HostsAreMembers => "Member intercommunalités carry the post.",
        Say::HostNameMissing => "Give the name of the structure that carries the post.",
        Say::HostWishMissing => {
            "Say whether the intercommunalités wish another structure to carry the post."
        }
        Say::HostNotWished => {
            "Another structure can carry the post if the intercommunalités wish it."
        }
        Say::OtherHostWished => {
            "Another structure carries the post, as the intercommunalités wish."
        }
        // F2
        Say::HostOpinionsMissing => {
            "Say whether the opinion of the intercommunalités on the host and the profile is sought."
        }
        Say::HostOpinionsNotSought => {
            "The opinion of the intercommunalités on the host and the profile is expected, whatever the host."
        }
        Say::HostOpinionsSought => "The opinion of the intercommunalités is sought.",
        // F3
        Say::WholeTerritoryMissing => {
            "Say whether the chef de projet works for the whole labelled territory."
        }
        Say::NotWholeTerritory => {
            "The chef de projet works for the whole labelled territory, not for a part of it."
        }
        Say::WholeTerritory => "The chef de projet works for the whole territory.",
        // F4
        Say::LevelMissing => {
            return format!("Give the level of fragility to simulate: {}.", levels(scale));
        }
        Say::LevelNotInScale => {
            return format!(
                "The level of fragility is not one of this scale. Its levels: {}.",
                levels(scale)
            );
        }
        Say::LevelWithoutRate => {
            "No rate is published for this level: choose another one, or another scale."
        }
        Say::ScaleWithoutRate => {
            return format!(
                "No simulation with “{}”: choose another scale, or give the rate and the ceiling of your agreement.",
                scale.label.en
            );
        }
        Say::LevelGiven => "The level of fragility is given; the FAQ publishes no criteria for it.",
        // F5
        Say::PostPartMissing { part, others: more } => {
            return format!(
                "To simulate, give {}{}.",
                post_part(part),
                others(more, " and one other part of the post", " and # other parts of the post")
            );
        }
        Say::PostPartOutOfRange { part, others: more } => {
            let range = match part {
                PostPart::AnnualCost => "the annual cost is above €0".to_owned(),
                PostPart::WorkingTime => {
                    "the working time is a part of full time, between 0 and 1 (0.8 or 80 %)"
                        .to_owned()
                }
                PostPart::Start => "the first day does not fit".to_owned(),
                PostPart::Months => format!("the duration is 1 to {MAX_MONTHS} months"),
            };
            return format!(
                "To correct: {range}{}.",
                others(
                    more,
                    "; one other part is to be reviewed",
                    "; # other parts are to be reviewed"
                )
            );
        }
        Say::PostGiven => "The post is described.",
        // F6, F7, F9
        Say::NoPlan => "To be checked once the post and the level of fragility are given.",
        Say::OtherFundingAmountMissing { row } => {
            return format!("Other funder no. {}: give the amount.", row + 1);
        }
        Say::OverFunded { excess } => {
            return format!(
                "Funding exceeds the cost of the post by {}: reduce another funding.",
                amount(excess, En)
            );
        }
        Say::NotOverFunded => "Funding does not exceed the cost of the post.",
        Say::StartOutsideScale => {
            return format!(
                "The post starts outside the period of the scale ({}). It is computed all the same.",
                validity(scale)
            );
        }
        Say::MonthsNotCofinanced { months } => {
            return format!(
                "{} not cofinanced, by hypothesis: beyond the end of the programme or the duration of the scale.",
                if months == 1 {
                    "One month is".to_owned()
                } else {
                    format!("{months} months are")
                }
            );
        }
        Say::WithinProgramme => "All months of the post are within the programme.",
        Say::CollectiviteKeepsAShare => "A collectivité keeps a share of the cost.",
        Say::FunderKindDecides { row } => {
            return format!(
                "Other funder no. {}: say whether it is a collectivité; the State and collectivités fund together.",
                row + 1
            );
        }
        Say::NoShareOfCollectivites => {
            "No collectivité keeps a share: the State and collectivités fund together."
        }
        // F8
        Say::NotShared => "The post is not shared with another programme.",
        Say::SharedPost => {
            "Sharing with a post of another ANCT programme is looked for; only the part given to Territoires d'industrie counts here."
        }
        // F10
        Say::OfficialScale => "The scale is official.",
        Say::ScaleStatus => {
            return format!(
                "Scale “{}”: {}. The State's aid is an operating subsidy.",
                scale.label.en,
                match scale.status {
                    Status::Official => "official",
                    Status::Hypothesis => "working hypothesis, no amount by level is published",
                    Status::Case => "a case reported by the press",
                    Status::Comparison => "comparison with another scheme",
                    Status::Unpublished => "rate and ceiling not published",
                    Status::Custom => "typed by you",
                }
            );
        }
        // F11, F12
        Say::Missions => {
            "For the job description: lead the process with the binôme, move the action plan forward, spot projects, link companies, Région, State services and operators."
        }
        Say::Objective => {
            "A chef de projet in each territory is an objective of the programme, not an entitlement."
        }
        // W
        Say::IndustrialMutation => {
            "Particular attention is given to territories in industrial change: describe it; it says nothing of the selection."
        }
        Say::NoIndustrialMutation => "No industrial change is pointed out.",
        Say::FragileTerritory => {
            "Particular attention is given to fragile industrial territories: describe how; it changes no level and says nothing of the selection."
        }
        Say::NotFragileTerritory => "No particular fragility is pointed out.",
    };
    fixed.to_owned()
}

fn named(number: u32) -> String {
    match directory::find(number) {
        Some(epci) => epci.label().to_owned(),
        None => format!("SIREN {}", siren(number)),
    }
}

/// An offer of the toolbox.
pub(super) fn offer(offer: &Offer) -> String {
    let figure = offer.figure.unwrap_or_default();
    let what = match offer.service {
        Service::Training => {
            "Support for écoles de production and technical platforms, with the actors of training"
        }
        Service::PoleEmploi => {
            "Pôle emploi (France Travail since 2024), a partner of the programme, for recruitment"
        }
        Service::ActionLogement => {
            "Action Logement, a partner of the programme, for the housing of employees"
        }
        Service::Sites => {
            "Sites found and prepared with the Banque des Territoires, without net land take"
        }
        Service::Ademe => "ADEME, a partner of the programme",
        Service::France2030 => "Guidance to the funding of France 2030",
        Service::Bpifrance => "Bpifrance, a partner of the programme",
        Service::BusinessFrance => {
            "Business France, a partner of the programme, for export and attractiveness"
        }
        Service::RebondIndustriel => {
            "The extension of Rebond industriel to territories that met an industrial shock"
        }
        Service::Investment => {
            "Support for structuring industrial investments, in concert with the Région"
        }
    };
    let figure = match offer.service {
        _ if offer.figure.is_none() => String::new(),
        Service::Investment => format!(" (€{figure} million a year)"),
        _ => format!(" ({figure} in all)"),
    };
    let ours = if offer.ours { " (matched by us)" } else { "" };
    format!(
        "{what}{figure}: announced in {}{ours}, to be checked before relying on it.",
        offer.announced.en
    )
}

/// B1.
pub(super) fn overlap(epcis: usize) -> String {
    match epcis {
        0 => "No intercommunalité stands in several dossiers.".to_owned(),
        _ => format!(
            "{} in several dossiers: the documents do not forbid it; to be looked at by the territories concerned.",
            count(epcis, "intercommunalité stands", "intercommunalités stand")
        ),
    }
}

/// B2.
pub(super) fn by_region(order_of_magnitude: Option<u32>) -> String {
    match order_of_magnitude {
        Some(territories) => format!(
            "Dossiers by région. Beside them, a national order of magnitude: about {territories} territories, as in the first phase; it is neither a quota nor a forecast."
        ),
        None => "Dossiers by région; it is neither a quota nor a forecast.".to_owned(),
    }
}

/// B3.
pub(super) fn budget(posts: u64) -> String {
    match posts {
        0 => "No post is described enough to be simulated.".to_owned(),
        _ => format!(
            "{}: the State's aid simulated by the scale of each dossier, of no official value; a territory over several régions counts in the one where most of its population lives.",
            count(posts, "post simulated", "posts simulated")
        ),
    }
}

/// What a priority is called.
fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::EcologicalTransition => "ecological transition",
        Priority::Innovation => "innovation",
        Priority::Skills => "skills",
        Priority::Land => "land",
    }
}

fn consulted(consulted: Consulted) -> &'static str {
    match consulted {
        Consulted::LocalElus => "local élus",
        Consulted::RegionalElus => "regional élus",
        Consulted::StateServices => "services of the State",
        Consulted::Industriels => "industriels",
    }
}

fn fiche_parts(missing: FicheParts) -> String {
    let names =
        ["description", "lead", "partners", "cost and financing need", "calendar", "indicators"];
    list(missing.of(names))
}

fn levels(scale: &Scale) -> String {
    let labels: Vec<&str> = scale.levels.iter().map(|level| level.label.en.as_str()).collect();
    labels.join(", ")
}

fn validity(scale: &Scale) -> String {
    match (scale.valid_from, scale.valid_to) {
        (Some(from), Some(to)) => format!("{} to {}", day(from, En), day(to, En)),
        (Some(from), None) => format!("from {} on", day(from, En)),
        (None, Some(to)) => format!("until {}", day(to, En)),
        (None, None) => String::new(),
    }
}

fn post_part(part: PostPart) -> &'static str {
    match part {
        PostPart::AnnualCost => "the employer's loaded yearly cost of a full-time post",
        PostPart::WorkingTime => "the part of a full-time post given to the programme",
        PostPart::Start => "the first day of the post",
        PostPart::Months => "the duration of the post in months",
    }
}

/// What was expected where something could not be read.
pub(super) fn expected(expected: Expected, scale: &Scale) -> String {
    let fixed = match expected {
        Expected::Amount => {
            "an amount in euros from 0 to 1 000 000 000 with at most two decimals, such as 62000.50"
        }
        Expected::Share => "a share such as 0.8 or 80 %",
        Expected::Whole => "a whole number, without decimals",
        Expected::Date => "a date such as 15/09/2023 or 2023-09-15",
        Expected::Month => "a month such as 01/2024 or 2024-01",
        Expected::YesNo => "yes or no",
        Expected::Siren => "a SIREN of nine digits",
        Expected::Word(words) => return format!("one of: {}", words.join(", ")),
        Expected::Text => "a text",
        Expected::List => "a list of at most 10 000 rows",
        Expected::Group => "a group of fields",
        Expected::Campaign => {
            return format!("a known campaign, such as {}", campaign::newest().id);
        }
        Expected::Scale => "the name of a shipped scale, or a whole scale without errors",
        Expected::Region => "the code of a région, such as 53",
        Expected::LevelOfScale => return format!("a level of the scale: {}", levels(scale)),
    };
    fixed.to_owned()
}

pub(super) fn unreadable(expected: &str) -> String {
    format!("Not read. Expected: {expected}.")
}

pub(super) fn siren_of_siret() -> &'static str {
    "Fourteen digits are a SIRET: the first nine, the SIREN, are taken."
}
