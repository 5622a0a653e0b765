//! A line of a pack file: surface forms, a tab and their value, by the file's name.

use model::{Currency, EquipmentType, Finding, MissionCode, Name, Party, Service};

use crate::{
    Cue, MissionMention, OfficeKind, PartyForm, PartyMention, Sense, VerbForm, VerbReading, WordClass,
    clause::Small,
    layout::Abbreviation,
    meaning::{DateWord, Hedge, Length, Meaning, NamePart, NumberWord, Side, Sign},
    order::Order,
    spelling::Spelling,
    vocabulary::Tells,
};
/// Reads the columns behind the forms of a line in the file with this stem; the error says what was expected.
pub(crate) fn read(stem: &str, forms: &[&str], columns: &[&str]) -> Result<Vec<(String, Meaning)>, String> {
    if stem == "verbs" {
        return verb(forms, columns);
    }
    let first = columns.first().copied().unwrap_or_default();
    let second = columns.get(1).copied().unwrap_or_default();
    let meaning = match stem {
        "parties" => party_by(first, second)?,
        "missions" if first == "generic" => Meaning::Mission(MissionMention::Generic),
        "missions" => {
            Meaning::Mission(MissionMention::Named(first.parse::<MissionCode>().map_err(|e| e.to_string())?))
        }
        "units" => Meaning::Unit { name: name(first)?, party: party(second)? },
        "places" => Meaning::Place { party: party(first)? },
        "sites" if first == "head" => Meaning::SiteHead,
        "sites" if first == "name" => Meaning::Site,
        "sites" => return Err(wrong(first, "head or name")),
        "offices" => Meaning::Office { kind: office_kind(first)?, party: party(second)? },
        "speakers" => {
            let office = Some(first).filter(|office| !office.is_empty()).map(name).transpose()?;
            let full = name(forms.first().copied().unwrap_or_default())?;
            Meaning::Person { name: full, office, party: party(second)? }
        }
        "services" => Meaning::People(service(first)?),
        "groups" if columns.is_empty() => Meaning::Group,
        "equipment" => Meaning::Equipment(EquipmentType(name(first)?)),
        "money" if columns.is_empty() => Meaning::MoneyNoun,
        "currencies" if first == "dollar" => Meaning::Currency(Sign::BareDollar),
        "currencies" => Meaning::Currency(Sign::Of(Currency::new(first).map_err(|e| e.to_string())?)),
        "words" => Meaning::Word(first.parse().map_err(|_| {
            let names: Vec<_> = WordClass::ALL.iter().map(|class| class.name()).collect();
            wrong(first, &names.join(", "))
        })?),
        "numbers" if first == "glued" => {
            Meaning::GluedScale(second.parse().map_err(|_| wrong(second, "a number above zero"))?)
        }
        "numbers" => Meaning::Number(number_word(first)?),
        "hedges" => Meaning::Hedge { side: side(first)?, hedge: hedge(second)? },
        "ordinals" if first == "ending" => Meaning::OrdinalEnding,
        "ordinals" => Meaning::Ordinal(first.parse().map_err(|_| wrong(first, "a number above zero"))?),
        "dates" => Meaning::Date(date_word(columns)?),
        "measures" if columns.is_empty() => Meaning::Measure,
        "labels" if first.is_empty() => Meaning::Label,
        "labels" if first == "instrument" => Meaning::Instrument,
        "labels" => return Err(wrong(first, "nothing, or instrument")),
        "names" => Meaning::NamePart(name_part(first)?),
        "abbreviations" => Meaning::Abbreviation(abbreviation(first)?),
        "openers" if columns.is_empty() => Meaning::Opener,
        "grammar" => Meaning::Tells(Tells::Small(class(first)?)),
        "cues" => Meaning::Tells(Tells::Cue(cue(first)?)),
        "endings" => Meaning::Ending {
            letters: second.parse().map_err(|_| format!("`{second}` is not a number of letters"))?,
            tells: class(first).map(Tells::Small).or_else(|_| cue(first).map(Tells::Cue))?,
        },
        _ => return Err(format!("`{}` is not expected here", columns.join(" "))),
    };
    Ok(forms.iter().map(|form| ((*form).to_owned(), meaning.clone())).collect())
}

fn class(name: &str) -> Result<Small, String> {
    Small::named(name).ok_or_else(|| {
        let names: Vec<_> = Small::NAMES.iter().map(|(name, _)| *name).collect();
        wrong(name, &names.join(", "))
    })
}

fn cue(name: &str) -> Result<Cue, String> {
    name.parse().map_err(|_| {
        // There are too many to list.
        let alike = Cue::ALL.iter().map(|cue| cue.name()).max_by_key(|known| pairs_in_common(name, known));
        format!(
            "`{name}` is no cue; the most like it is `{}`, and cue.rs lists all",
            alike.unwrap_or_default()
        )
    })
}

/// How many of the pairs of neighbouring letters of one word the other has.
fn pairs_in_common(word: &str, other: &str) -> usize {
    word.as_bytes().windows(2).filter(|pair| other.as_bytes().windows(2).any(|own| own == *pair)).count()
}

fn party(code: &str) -> Result<Option<Party>, String> {
    if code.is_empty() { Ok(None) } else { Party::new(code).map(Some).map_err(|e| e.to_string()) }
}

fn name(words: &str) -> Result<Name, String> {
    Name::new(words).map_err(|e| e.to_string())
}

fn party_by(form: &str, code: &str) -> Result<Meaning, String> {
    let form = match form {
        "name" => PartyForm::Name,
        "demonym" => PartyForm::Demonym,
        "people" => PartyForm::People,
        "capital" => PartyForm::Capital,
        "organ" => PartyForm::Organ,
        other => return Err(wrong(other, "name, demonym, people, capital or organ")),
    };
    Party::new(code).map(|party| Meaning::Party(PartyMention { party, form })).map_err(|e| e.to_string())
}

fn office_kind(words: &str) -> Result<OfficeKind, String> {
    match words {
        "role" => Ok(OfficeKind::Role),
        "organ" => Ok(OfficeKind::Organ),
        "source" => Ok(OfficeKind::Source),
        other => Err(wrong(other, "role, organ or source")),
    }
}

fn service(words: &str) -> Result<Service, String> {
    match words {
        "police" => Ok(Service::Police),
        "troops" => Ok(Service::Troops),
        "civilians" => Ok(Service::Civilians),
        "people" => Ok(Service::Unstated),
        other => Err(wrong(other, "police, troops, civilians or people")),
    }
}

fn number_word(words: &str) -> Result<NumberWord, String> {
    if let Some(n) = words.strip_prefix('~').and_then(|digits| digits.parse().ok()) {
        return Ok(NumberWord::About(n));
    }
    let (scale, digits) = words.strip_prefix('x').map_or((false, words), |digits| (true, digits));
    match (words, digits.parse()) {
        ("vague", _) => Ok(NumberWord::Vague),
        ("percent", _) => Ok(NumberWord::Percent),
        ("half", _) => Ok(NumberWord::Half),
        (_, Ok(n)) if scale => Ok(NumberWord::Scale(n)),
        (_, Ok(n)) => Ok(NumberWord::Unit(n)),
        _ => Err(wrong(words, "a number, x and a number, ~ and a number, vague, percent or half")),
    }
}

fn side(words: &str) -> Result<Side, String> {
    match words {
        "before" => Ok(Side::Before),
        "after" => Ok(Side::After),
        other => Err(wrong(other, "before or after")),
    }
}

fn hedge(words: &str) -> Result<Hedge, String> {
    match words {
        "about" => Ok(Hedge::About),
        "nearly" => Ok(Hedge::Nearly),
        "over" => Ok(Hedge::Over),
        "at-least" => Ok(Hedge::AtLeast),
        "up-to" => Ok(Hedge::UpTo),
        "under" => Ok(Hedge::Under),
        other => Err(wrong(other, "about, nearly, over, at-least, up-to or under")),
    }
}

fn name_part(words: &str) -> Result<NamePart, String> {
    match words {
        "particle" => Ok(NamePart::Particle),
        "unit" => Ok(NamePart::UnitHead),
        "body" => Ok(NamePart::BodyHead),
        "before-place" => Ok(NamePart::BeforePlace),
        "courtesy" => Ok(NamePart::Courtesy),
        "ordinary" => Ok(NamePart::Ordinary),
        other => Err(wrong(other, "particle, unit, body, before-place, courtesy or ordinary")),
    }
}

fn abbreviation(words: &str) -> Result<Abbreviation, String> {
    match words {
        "never" => Ok(Abbreviation::Never),
        "before-number" => Ok(Abbreviation::BeforeNumber),
        "may-end" => Ok(Abbreviation::MayEnd),
        other => Err(wrong(other, "never, before-number or may-end")),
    }
}

/// What a line in the missions' file tells of its mission.
pub(crate) struct MissionLine {
    pub(crate) mission: MissionCode,
    /// The state it is in.
    pub(crate) host: Option<Party>,
    /// The party that leads it.
    pub(crate) leader: Option<Party>,
    /// The body that gives it its mandate.
    pub(crate) body: Option<Party>,
}

/// The mission of a line in the missions' file, with what its other columns tell.
pub(crate) fn mission_line(columns: &[&str]) -> Result<Option<MissionLine>, String> {
    let [code, _, ..] = columns else { return Ok(None) };
    let mission: MissionCode = code.parse().map_err(|e: model::NotAMissionCode| e.to_string())?;
    let cell = |at: usize| party(columns.get(at).copied().unwrap_or_default());
    Ok(Some(MissionLine { mission, host: cell(1)?, leader: cell(2)?, body: cell(3)? }))
}

/// The file stems that [`read`] knows.
pub(crate) const STEMS: [&str; 29] = [
    "abbreviations",
    "cues",
    "currencies",
    "dates",
    "endings",
    "equipment",
    "grammar",
    "groups",
    "hedges",
    "labels",
    "language",
    "measures",
    "missions",
    "money",
    "names",
    "numbers",
    "offices",
    "openers",
    "ordinals",
    "parties",
    "places",
    "services",
    "sites",
    "speakers",
    "tagger",
    "units",
    "verbs",
    "weights",
    "words",
];

/// The stem of the file that says how a language is written and ordered.
pub(crate) const LANGUAGE: &str = "language";

/// The stem of the file that tells parts of speech.
pub(crate) const TAGGER: &str = "tagger";

/// The stem of the file that tells what numbers count.
pub(crate) const WEIGHTS: &str = "weights";

/// The stem of a pack file, if it is one.
pub(crate) fn stem(name: &str) -> Option<&'static str> {
    let file = name.rsplit('/').next().unwrap_or(name).strip_suffix(".tsv")?;
    STEMS.into_iter().find(|stem| *stem == file)
}

/// Says of a file that it is none of a pack.
pub(crate) fn unknown_file(name: &str) -> Finding {
    let hint = format!("name it one of {}, with .tsv behind", STEMS.join(", "));
    Finding::new("unknown-lexicon", format!("`{name}` is no lexicon file")).hint(hint)
}

/// What stands behind the forms in the file with this stem: its columns by what they hold, one string each.
fn columns_of(stem: &str) -> &'static [&'static str] {
    match stem {
        "parties" => &["name, demonym, people, capital or organ", "the party's code"],
        "missions" => &[
            "the mission's code or generic",
            "the state it is in",
            "the party that leads it",
            "the body that mandates it",
        ],
        "units" => &["the full name", "the party's code"],
        "places" => &["the state's code"],
        "sites" => &["head or name"],
        "offices" => &["role, organ or source", "the party's code"],
        "speakers" => &["the office", "the party's code"],
        "endings" | "hedges" | "numbers" | "dates" | "verbs" | "ordinals" => &["what it is", "its value"],
        "groups" | "money" | "measures" | "openers" => &[],
        _ => &["its value"],
    }
}

/// Says of a line with more columns than its file has what they are.
pub(crate) fn too_many(stem: &str, columns: &[&str]) -> Result<(), String> {
    let known = columns_of(stem);
    match columns.get(known.len()) {
        None => Ok(()),
        Some(extra) if known.is_empty() => {
            Err(format!("`{extra}` stands in a column; {stem}.tsv has forms and no columns"))
        }
        Some(extra) => {
            let known = known.join("; ");
            Err(format!("`{extra}` stands in a column too many; behind the forms {stem}.tsv has: {known}"))
        }
    }
}

/// Takes in a line of `language.tsv`.
pub(crate) fn habit(
    forms: &[&str],
    columns: &[&str],
    spelling: &mut Spelling,
    order: &mut Order,
) -> Result<(), String> {
    match columns {
        ["order"] => forms.iter().try_for_each(|form| order.learn(form)),
        [kind] if spelling.learn(forms, kind)? => Ok(()),
        _ => Err(wrong(&columns.join(" "), "clitic, elision, decimal, group or order")),
    }
}

fn wrong(found: &str, expected: &str) -> String {
    format!("`{found}` is not one of: {expected}")
}

/// A line of verbs: five forms (base, third person, past, participle, gerund), or any number of nouns or adjectives.
fn verb(forms: &[&str], columns: &[&str]) -> Result<Vec<(String, Meaning)>, String> {
    let (kind, sense) = match columns {
        [kind, sense] => (*kind, *sense),
        _ => {
            return Err(
                "two columns are needed behind the forms: verb, noun or adjective, and the sense".to_owned()
            );
        }
    };
    let sense: Sense = sense.parse().map_err(|_| {
        let names: Vec<_> = Sense::ALL.iter().map(|sense| sense.name()).collect();
        wrong(sense, &names.join(", "))
    })?;
    let entry = |form: &str, as_form: VerbForm| {
        (form.to_owned(), Meaning::Verb(VerbReading { sense, form: as_form }))
    };
    match (kind, forms) {
        ("verb", &[base, third, past, participle, gerund]) => {
            let mut entries = vec![entry(third, VerbForm::Third), entry(gerund, VerbForm::Gerund)];
            if base == past && past == participle {
                entries.push(entry(base, VerbForm::BaseOrPast));
            } else if base == participle {
                entries.extend([entry(base, VerbForm::BaseOrParticiple), entry(past, VerbForm::Past)]);
            } else if past == participle {
                entries.extend([entry(base, VerbForm::Base), entry(past, VerbForm::PastOrParticiple)]);
            } else {
                entries.extend([entry(base, VerbForm::Base), entry(past, VerbForm::Past)]);
                entries.push(entry(participle, VerbForm::Participle));
            }
            Ok(entries)
        }
        ("verb", _) => Err("a verb needs five forms: base|third person|past|participle|gerund".to_owned()),
        ("base", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Base)).collect()),
        ("third", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Third)).collect()),
        ("past", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Past)).collect()),
        ("participle", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Participle)).collect()),
        ("gerund", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Gerund)).collect()),
        ("future", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Future)).collect()),
        ("conditional", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Conditional)).collect()),
        ("noun", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Noun)).collect()),
        ("adjective", _) => Ok(forms.iter().map(|form| entry(form, VerbForm::Adjective)).collect()),
        (other, _) => Err(wrong(
            other,
            "verb, base, third, past, participle, gerund, future, conditional, noun or adjective",
        )),
    }
}

fn date_word(columns: &[&str]) -> Result<DateWord, String> {
    let number = |words: &str| {
        let n = words.parse::<i32>().ok().filter(|n| (-1_000..=1_000).contains(n));
        n.ok_or_else(|| format!("`{words}` is not a whole number between -1000 and 1000"))
    };
    let small = |words: &str, most: i8| {
        let n = words.parse::<i8>().ok().filter(|n| (0..=most).contains(n));
        n.ok_or_else(|| format!("`{words}` is not a number up to {most}"))
    };
    Ok(match *columns {
        ["month", n] => DateWord::Month(small(n, 12)?.max(1)),
        ["season", n] => DateWord::Season(small(n, 12)?.max(1)),
        ["quarter", n] => DateWord::Quarter(small(n, 4)?),
        ["weekday", n] => DateWord::Weekday(small(n, 6)?),
        ["day", n] => DateWord::Day(number(n)?),
        ["which", n] => DateWord::Which(number(n)?),
        ["which-behind", n] => DateWord::WhichBehind(number(n)?),
        ["told", n] => DateWord::Told(number(n)?),
        ["told-in", words] => DateWord::ToldIn(length(words)?),
        ["period", words] => DateWord::Period(length(words)?),
        ["now", words] => DateWord::Now(length(words)?),
        ["edge", edge] => DateWord::Edge(match edge {
            "by" => crate::Edge::By,
            "since" => crate::Edge::Since,
            "until" => crate::Edge::Until,
            "as-of" => crate::Edge::AsOf,
            other => return Err(wrong(other, "by, since, until or as-of")),
        }),
        ["part"] => DateWord::Part,
        ["time-of-day"] => DateWord::TimeOfDay,
        ["ago"] => DateWord::Ago,
        ["ago-before"] => DateWord::AgoBefore,
        ["clock"] => DateWord::Clock,
        ["age"] => DateWord::Age,
        ["aged"] => DateWord::Aged,
        _ => {
            let known = "now LENGTH, month N, season N, quarter N, weekday N, day N, which N, which-behind N, told N, told-in LENGTH, period LENGTH, edge EDGE, part, time-of-day, ago, ago-before, clock, age, aged";
            return Err(wrong(&columns.join(" "), known));
        }
    })
}

fn length(words: &str) -> Result<Length, String> {
    Ok(match words {
        "hour" => Length::Hour,
        "day" => Length::Day,
        "week" => Length::Week,
        "month" => Length::Month,
        "year" => Length::Year,
        other => return Err(wrong(other, "hour, day, week, month or year")),
    })
}
