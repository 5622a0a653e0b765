//! Rows that tell what became of a site: retaken, opened, lost, handed over.

use model::{Modality, Name, Site, SiteName, SiteStatus, Statement};

use super::{Refused, Taken, row::Row, unit::Yield};

/// A site taken back, or newly opened and so held.
pub(super) fn gained(row: &Row) -> Yield {
    site(row, if row.says(&["opened"]) { SiteStatus::Held } else { SiteStatus::Retaken })
}

pub(super) fn lost(row: &Row) -> Yield {
    site(row, SiteStatus::Lost)
}

pub(super) fn held(row: &Row) -> Yield {
    site(row, SiteStatus::Held)
}

pub(super) fn handed_over(row: &Row) -> Yield {
    site(row, SiteStatus::HandedOver)
}

fn site(row: &Row, status: SiteStatus) -> Yield {
    let name = name(&row.summary).and_then(|name| Name::new(name).ok()).ok_or_else(|| Refused {
        code: "no-site",
        why: "its summary does not name the site".to_owned(),
        hint: "begin the summary with the site's name: `National port (APN) retaken from gangs`".to_owned(),
    })?;
    let statement =
        Statement::Site(Site { site: SiteName(name), status, holder: row.whose(), span: row.span() });
    Ok(vec![Taken { statement, modality: Modality::Fact }])
}

/// The site's name: what is taken or passed on, up to the words that say where it lies or what became of it.
fn name(summary: &str) -> Option<&str> {
    const TAKES: &[&str] = &["seize ", "seizes ", "passes ", "retakes ", "enters ", "closes ", "opens "];
    const ENDS: &[&str] = &[
        " (",
        " in ",
        " at ",
        " back ",
        " retaken",
        " recaptured",
        " opened",
        " closed",
        " above ",
        " to ",
        " but ",
        " secured",
        " told",
        " lost",
        ",",
        ".",
        ";",
    ];
    let from = TAKES.iter().find_map(|verb| summary.split_once(verb)).map_or(summary, |(_, rest)| rest);
    let from = from.strip_prefix("the ").unwrap_or(from);
    let end = ENDS.iter().filter_map(|end| from.find(end)).min().unwrap_or(from.len());
    let name = &from[..end];
    // "Same recapture told as about two hours": the site stands in another row.
    (!name.is_empty() && !name.starts_with("Same ")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(summary: &str, want: Option<&str>) {
        assert_eq!(name(summary), want);
    }

    #[test]
    fn a_site_is_named_before_or_behind_its_verb() {
        check("National port (APN) retaken from gangs.", Some("National port"));
        check("General hospital in the capital back under police control.", Some("General hospital"));
        check("Gangs seize the radio mast above the town.", Some("radio mast"));
        check("Kenya passes the third forward base to the Guatemalans.", Some("third forward base"));
        check("Same recapture told as about two hours.", None);
        check("", None);
    }
}
