//! What a picture's figures hang on: what the movements alone say, and the one source without which a bound would be
//! another.

use model::Stage;
use picture::{Contributor, Figure, Line};

use crate::{
    Fault, World,
    contradictions::{number, of_whom},
    picture_page::Page,
    prose::{self, PLAIN, QUIET, STRONG},
    sentence,
    table::counted,
};

/// A bound is wide that is further from its figure than one part in so many.
const WIDE: u64 = 20;

/// Prints what the movements say, what wide bounds hang on, and how many figures rest on one source.
pub(crate) fn print(world: &mut World, page: &Page) -> Result<(), Fault> {
    by_movements(world, page)?;
    wide_bounds(world, page)?;
    let alone =
        figures(page).filter(|(line, _, figure)| figure.rests_on.is_some() && line.whose != Contributor::Sum);
    let not_weighed = page.picture.left_out.not_weighed.len();
    let words = [
        (alone.count(), "on one source alone", ["figure rests", "figures rest"]),
        (not_weighed, "may repeat others, or count a part, and is not weighed", ["claim", "claims"]),
    ];
    let words: Vec<_> = words
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, what, [one, several])| format!("{} {what}", counted(n, one, several)))
        .collect();
    if words.is_empty() {
        return Ok(());
    }
    writeln!(world.out)?;
    prose::line(world, 1, &[(QUIET, &words.join("; "))])
}

/// Every figure with its line and what it is called there.
fn figures<'p>(page: &'p Page) -> impl Iterator<Item = (&'p Line, &'static str, &'p Figure)> {
    page.picture.lines.iter().flat_map(|line| {
        let total = line.promised_in_all.iter().map(|figure| ("promised in all", figure));
        let stages = line.stages.iter().map(|(stage, figure)| {
            let called = if *stage == Stage::Promised { "still owed" } else { sentence::standing(*stage) };
            (called, figure)
        });
        total.chain(stages).map(move |(called, figure)| (line, called, figure))
    })
}

fn by_movements(world: &mut World, page: &Page) -> Result<(), Fault> {
    let differ: Vec<_> = figures(page)
        .filter_map(|(line, called, figure)| {
            let (told, best) = (figure.by_movements?, figure.best?);
            (told != best).then(|| (of_whom(&line.whose, &line.resource), called, told, best))
        })
        .collect();
    if differ.is_empty() {
        return Ok(());
    }
    prose::heading(world, "What the movements alone say", "")?;
    for (whose, called, told, best) in page.first(&differ) {
        let head = format!("{whose}, {called}: {} by the movements told,", number(*told));
        prose::line(world, 1, &[(PLAIN, &head), (STRONG, &format!("{} taken", number(*best)))])?;
    }
    page.rest(world, differ.len())
}

fn wide_bounds(world: &mut World, page: &Page) -> Result<(), Fault> {
    let mut wide = Vec::new();
    for (line, called, figure) in figures(page) {
        let Some(best) = figure.best else { continue };
        for (_, bound, on) in figure.hangings() {
            let Some(bound) = bound else { continue };
            if bound.abs_diff(best).saturating_mul(WIDE) > best.max(1) {
                wide.push((
                    bound.abs_diff(best),
                    of_whom(&line.whose, &line.resource),
                    called,
                    best,
                    bound,
                    on,
                ));
            }
        }
    }
    if wide.is_empty() {
        return Ok(());
    }
    wide.sort_by_key(|(width, ..)| std::cmp::Reverse(*width));
    prose::heading(world, "What a wide bound hangs on", "the widest first")?;
    for (_, whose, called, best, bound, on) in page.first(&wide) {
        let head = format!("{whose}, {called}: {},", number(*best));
        let source = on.source.as_deref().unwrap_or("an unnamed source");
        let (bound, without) = (number(*bound), format!("without {source}"));
        let ids = page.ids.list(&on.claims);
        prose::line(world, 1, &[(PLAIN, &head), (STRONG, &bound), (PLAIN, &without), (QUIET, &ids)])?;
    }
    page.rest(world, wide.len())
}
