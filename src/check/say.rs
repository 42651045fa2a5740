//! Everything that a rule can say, as data: the sentences are made from it in `messages`.

use time::Date;

use super::{Consultations, Departements, FicheParts, PostPart, Priorities, Regions};
use crate::campaign::Label;
use crate::directory::Epci;
use crate::dossier::OpinionBody;
use crate::money::Cents;

/// Everything that a rule can say. Rows count from 0, as in the form; sentences count from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Say {
    /// The rule stands in no text of the campaign.
    CampaignSilent,
    NotForAmendments,
    /// Who the members are is still open.
    MembersToComplete,
    // C1
    WindowNotForAmendments,
    FiledInTime {
        filed: Date,
    },
    CallEndsToday {
        closes: Date,
    },
    CallIsOpen {
        closes: Date,
        days: i64,
    },
    FiledTooEarly {
        filed: Date,
        opens: Date,
        days: i64,
    },
    FiledTooLate {
        filed: Date,
        closes: Date,
        days: i64,
    },
    CallIsOver {
        closes: Date,
        days: i64,
    },
    CallNotOpenYet {
        opens: Date,
        days: i64,
    },
    CallIsOverAndNoCampaign {
        closes: Date,
        day: Date,
    },
    DayWithoutCampaign {
        day: Date,
    },
    // C2
    FormerTerritory,
    NotFormerTerritory,
    // C3
    OpinionsNotForApplications,
    OpinionsFavourable,
    OpinionUnfavourable {
        region: &'static str,
        body: OpinionBody,
    },
    OpinionOfNobody,
    OpinionMissing {
        region: &'static str,
        body: OpinionBody,
        others: usize,
    },
    // C4 to C7
    ContactsOfAnyRegion,
    Contacts {
        regions: Regions,
    },
    ThreeParts,
    AfterFiling {
        selection: &'static Label,
        map: &'static Label,
    },
    AmendmentScope,
    OnlyForAmendments,
    // P1
    NoMember,
    MembersGiven {
        count: usize,
    },
    // P2, P3
    SirenHalfTyped {
        row: usize,
    },
    SirenKeyWrong {
        row: usize,
    },
    SirenKeysHold,
    NoMemberYet,
    MemberNotComparable {
        row: usize,
    },
    MembersAreEpci,
    EptNeedsReason {
        epci: &'static Epci,
        others: usize,
    },
    UnknownMemberNeedsReason {
        row: usize,
        siren: u32,
        others: usize,
    },
    OtherMembersExplained {
        count: usize,
    },
    // P4
    MemberRepeated {
        row: usize,
        siren: u32,
        others: usize,
    },
    MembersDistinct,
    // P5
    SeveralMembers,
    SingleEpciReasonMissing,
    SingleEpciReasonGiven,
    // P6
    NoMetropole,
    MetropoleReasonMissing {
        epci: &'static Epci,
    },
    MetropoleReasonGiven,
    // P7
    EmploymentAreaMissing,
    EmploymentAreaGiven,
    // P8
    CrteMissing,
    NoCrte,
    CrteGiven,
    // P9, P10
    SeveralDepartements {
        departements: Departements,
    },
    OneDepartement,
    SeveralRegions {
        regions: Regions,
    },
    OneRegion,
    // P11
    ProjectPerimetersMissing,
    ProjectPerimetersGiven,
    // G1
    BinomeNamed,
    BinomeForEachMember,
    BinomeBeingIdentified,
    EluMissing,
    IndustrielMissing,
    BinomeMissing,
    // G2
    OnlyABinome,
    EnlargedReasonMissing {
        elus: usize,
        industriels: usize,
    },
    EnlargedReasonGiven,
    // G3
    NoEluEpci,
    ElusOfTerritory,
    EluOutside {
        row: usize,
        siren: u32,
    },
    EluNotComparable {
        row: usize,
    },
    // G4
    SteeringCommitteeMissing,
    NoSteeringCommittee,
    SteeringCommittee,
    // G5
    LetterNotForAmendments,
    LetterSigned {
        count: usize,
    },
    LettersDeclined,
    LettersToSign,
    NoLetter,
    // G6, G7
    ReportingMissing,
    NoReporting,
    Reporting,
    FreeForm,
    // G8, G9
    NotConsulted {
        missing: Consultations,
    },
    AllConsulted,
    NetworkWished,
    Network,
    // A1 to A3
    PlanNotForAmendments,
    NoAction,
    ActionsGiven {
        count: usize,
    },
    ActionNotDescribed {
        row: usize,
        others: usize,
    },
    ActionsDescribed,
    ActionWithoutPriority {
        row: usize,
        others: usize,
    },
    ActionsServePriorities,
    // A4, A5, A9
    ActionsWithoutDates,
    ActionTooLong {
        row: usize,
        months: i32,
        max: u32,
        others: usize,
    },
    ActionsShortEnough {
        max: u32,
    },
    ActionEndsTooLate {
        row: usize,
        others: usize,
        end: Date,
    },
    ActionsEndInTime,
    ActionDatesInverted {
        row: usize,
        others: usize,
    },
    ActionDatesInOrder,
    // A6, A7, A8
    ActionToPhase {
        row: usize,
        others: usize,
    },
    NoActionToPhase,
    ManyActions {
        count: usize,
    },
    FewActions,
    PrioritiesUnserved {
        unserved: Priorities,
    },
    PrioritiesServed,
    // A10, A11
    FichesIncomplete {
        actions: usize,
        complete: usize,
        row: usize,
        missing: FicheParts,
    },
    FichesComplete,
    ActionsUnderWay,
    NoActionUnderWay,
    // A12 to A15
    SrdeiiMissing,
    SrdeiiGiven,
    LocalStakesMissing,
    LocalStakesGiven,
    StrategyMissing,
    StrategyGiven,
    AnyLead,
    // F
    NoPost,
    // F1
    HostKindMissing,
    HostEpciMissing,
    HostsTooFew,
    HostsTooMany,
    HostOutside {
        row: usize,
        siren: u32,
    },
    HostNotComparable {
        row: usize,
    },
    HostIsMember,
    HostsAreMembers,
    HostNameMissing,
    HostWishMissing,
    HostNotWished,
    OtherHostWished,
    // F2
    HostOpinionsMissing,
    HostOpinionsNotSought,
    HostOpinionsSought,
    // F3
    WholeTerritoryMissing,
    NotWholeTerritory,
    WholeTerritory,
    // F4
    LevelMissing,
    LevelNotInScale,
    LevelWithoutRate,
    ScaleWithoutRate,
    LevelGiven,
    // F5
    PostPartMissing {
        part: PostPart,
        others: usize,
    },
    AnnualCostOutOfRange {
        others: usize,
    },
    WorkingTimeOutOfRange {
        others: usize,
    },
    StartOutOfRange {
        others: usize,
    },
    MonthsOutOfRange {
        others: usize,
    },
    PostGiven,
    // F6, F7, F9
    NoPlan,
    OtherFundingAmountMissing {
        row: usize,
    },
    OverFunded {
        excess: Cents,
    },
    NotOverFunded,
    StartOutsideScale,
    MonthsNotCofinanced {
        months: u32,
    },
    WithinProgramme,
    CollectiviteKeepsAShare,
    FunderKindDecides {
        row: usize,
    },
    NoShareOfCollectivites,
    // F8
    NotShared,
    SharedPost,
    // F10
    OfficialScale,
    ScaleStatus,
    // F11, F12
    Missions,
    Objective,
    // W
    IndustrialMutation,
    NoIndustrialMutation,
    FragileTerritory,
    NotFragileTerritory,
}
