//! `GET /api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}`: one figure, and every claim behind it.

use axum::{extract::State, response::Response};
use ledger::Ledger;
use picture::{Asked, Figure, HowTaken, Line, Picture};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        looking::{Days, Wants},
        problem::{Code, Problem},
        taken::{Path, Query},
        who::Who,
    },
    shapes::{AskedShape, BoundShape, ClaimCard, FigureShape, WhoseShape, claims::ids},
};

/// A figure with everything behind it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureSources {
    asked: AskedShape,
    whose: WhoseShape,
    figure: FigureShape,
    /// Every claim that bears on it, in the order of the days they speak of: those that it was weighed from, and those on the
    /// same balance that were left out.
    claims: Vec<BehindShape>,
    /// What its bounds hang on.
    bounds: Vec<BoundHangs>,
    /// What a reader of its line must know.
    notes: Vec<String>,
}

/// A claim behind a figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimBehind)]
struct BehindShape {
    #[serde(flatten)]
    card: ClaimCard,
    /// The text around the quote, within its paragraph.
    around: Option<Around>,
    /// How the reading took it.
    taken: TakenBehind,
    /// Why, in a sentence, where there is more to say.
    why: Option<String>,
    /// Claims that would be left further if it were right.
    outvoted_by: Vec<String>,
}

/// The text before and behind a quote.
#[derive(Debug, Serialize, ToSchema)]
struct Around {
    /// Before it.
    before: String,
    /// Behind it.
    after: String,
}

/// How the reading took a claim.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum TakenBehind {
    /// It stands, or is met within its bounds.
    Stands,
    /// The reading leaves it.
    Outvoted,
    /// It counts named units only, and others count the whole.
    PartOnly,
    /// Nothing was weighed with it.
    NotWeighed,
    /// A person ruled it out.
    RuledOut,
    /// A person put another claim in its place.
    Replaced,
}

/// A bound, and the source that it hangs on.
#[derive(Debug, Serialize, ToSchema)]
struct BoundHangs {
    /// Its least, its most, or all of it.
    bound: BoundShape,
    /// What it would be without the source; none where nothing would be said of it.
    without: Option<u64>,
    /// What the source is called, if it has a name.
    source: Option<String>,
    /// Its claims on this resource.
    claims: Vec<String>,
}

/// The parts of the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    mission: String,
    whose: String,
    resource: String,
    stage: String,
}

/// One figure, and what is behind it
#[utoipa::path(
    get, path = "/missions/{mission}/figures/{whose}/{resource}/{stage}", tag = "missions",
    params(
        ("mission" = String, Path, description = "The mission's code", example = "MSS"),
        ("whose" = String, Path, description = "Whose, by code", example = "KEN"),
        ("resource" = String, Path, description = "Of what; a `/` in it is written `%2F`", example = "people"),
        ("stage" = String, Path, description = "In which stage, or `promised-in-all`", example = "deployed"),
        Days,
    ),
    responses((status = 200, body = FigureSources), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn figure(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(named): Path<Named>,
    Query(query): Query<Days>,
) -> Result<Response, Problem> {
    let asked = desk.asked(who, &named.mission, query.as_of, query.known_on)?;
    let Named { whose, resource, stage, .. } = named;
    let stage = stage.replace('-', " ");
    let route = format!("figures {whose:?} {resource:?} {stage:?}");
    desk.answer(&wants, asked, Form::Json, route, move |kept, asked| {
        let picture = kept.picture(asked);
        let (line, figure) = found(&picture, &whose, &resource, &stage)
            .ok_or_else(|| unknown(&picture, asked, &whose, &format!("{whose}/{resource}/{stage}")))?;
        Answer::json(&FigureSources::of(kept.ledger(), &picture, line, &stage, figure))
    })
    .await
}

fn found<'p>(
    picture: &'p Picture,
    whose: &str,
    resource: &str,
    stage: &str,
) -> Option<(&'p Line, &'p Figure)> {
    let is_it = |line: &&Line| line.whose.to_string() == whose && line.resource.to_string() == resource;
    let line = picture.lines.iter().find(is_it)?;
    let (_, figure) = line.figures().find(|(called, _)| called == stage)?;
    Some((line, figure))
}

fn unknown(picture: &Picture, asked: &Asked, whose: &str, named: &str) -> Problem {
    let own = picture.lines.iter().filter(|line| line.whose.to_string() == whose);
    let near: Vec<_> = own
        .flat_map(|line| line.figures().map(move |(stage, _)| format!("{whose}/{}/{stage}", line.resource)))
        .collect();
    let problem = Problem::new(
        Code::UnknownFigure,
        format!("the picture of {} on {} has no figure `{named}`", asked.mission, asked.as_of),
    );
    problem.hint(if near.is_empty() {
        format!("`/api/v1/missions/{}/rows` lists its figures", asked.mission)
    } else {
        format!("of {whose} it has {}", near.join(", "))
    })
}

impl FigureSources {
    fn of(ledger: &Ledger, picture: &Picture, line: &Line, stage: &str, figure: &Figure) -> Self {
        let behind = picture.behind(ledger, line, stage, figure);
        let mut behind: Vec<_> =
            behind.into_iter().filter_map(|it| Some((ledger.claim(it.claim)?, it.taken))).collect();
        behind.sort_by_key(|(held, _)| {
            let day = held.claim.statement.span().latest().unwrap_or(held.claim.published.day);
            (day, held.claim.published.day, held.id)
        });
        Self {
            asked: (&picture.asked).into(),
            whose: (&line.whose).into(),
            figure: FigureShape::of(&line.whose, &line.resource, stage, figure),
            claims: behind.into_iter().map(|(held, taken)| BehindShape::of(ledger, held, taken)).collect(),
            bounds: figure
                .hangings()
                .map(|(bound, without, on)| BoundHangs {
                    bound: bound.into(),
                    without,
                    source: on.source.clone(),
                    claims: ids(&on.claims),
                })
                .collect(),
            notes: line.notes.iter().map(|note| note.words.clone()).collect(),
        }
    }
}

impl BehindShape {
    fn of(ledger: &Ledger, held: &ledger::Held, taken: HowTaken) -> Self {
        let quoted =
            held.claim.quote().and_then(|quote| Some((quote.at.range(), ledger.document(quote.document)?)));
        let around = quoted.and_then(|(at, document)| crate::quoted::around(&document.text, at));
        let (taken, why, by) = match taken {
            HowTaken::Stands => (TakenBehind::Stands, None, Vec::new()),
            HowTaken::Outvoted { by, instead, why, untold_if_right } => {
                let why = why.map_or_else(
                    || match untold_if_right {
                        0 => format!("{instead} was taken"),
                        untold => format!(
                            "{instead} was taken; if this were right, {untold} more would have moved untold"
                        ),
                    },
                    |why| format!("{instead} was taken, because {why}"),
                );
                (TakenBehind::Outvoted, Some(why), ids(&by))
            }
            HowTaken::PartOnly => (TakenBehind::PartOnly, None, Vec::new()),
            HowTaken::NotWeighed { words } => (TakenBehind::NotWeighed, Some(words), Vec::new()),
            HowTaken::RuledOut => (TakenBehind::RuledOut, None, Vec::new()),
            HowTaken::Replaced => (TakenBehind::Replaced, None, Vec::new()),
        };
        Self {
            card: ClaimCard::of(ledger, held, ledger.standing(held.id)),
            around: around.map(|(before, after)| Around { before, after }),
            taken,
            why,
            outvoted_by: by,
        }
    }
}
