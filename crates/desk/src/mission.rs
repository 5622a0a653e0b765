//! The missions that this program carries: their area's clock and their sample reports.

use jiff::{civil::Date, tz::TimeZone};
use model::MissionCode;

use crate::embedded;

/// Days are days in the mission's area. All missions carried so far lie in one.
const AREA: &str = "America/Port-au-Prince";

/// The mission that `muster demo` shows.
pub(crate) const DEMO: &str = "MSS";

/// A sample report, and what its index tells of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Report {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    pub(crate) published: Date,
    pub(crate) address: &'static str,
}

/// The clock of the mission's area.
pub(crate) fn area_clock() -> TimeZone {
    // The zone is in jiff's own tables; UTC would be off by some hours, and never fatal.
    TimeZone::get(AREA).unwrap_or(TimeZone::UTC)
}

/// The name of a mission, as its pack has it first and in full.
pub(crate) fn name(code: &MissionCode) -> Option<String> {
    let names =
        embedded::file(&format!("missions/{}/lexicon/missions.tsv", code.to_string().to_lowercase()))?;
    let first = names.lines().find(|line| !line.is_empty() && !line.starts_with('#'))?;
    let mut names = first.split('\t').next()?.split('|');
    names.find(|name| name.contains(' ')).map(str::to_owned)
}

/// Where a place lies, as the mission's table of sites has it.
#[derive(Clone, Debug)]
pub(crate) struct Position {
    /// Its name, and others that it goes by.
    names: String,
    /// North of the equator, in degrees.
    pub(crate) latitude: f64,
    /// East of Greenwich, in degrees.
    pub(crate) longitude: f64,
    /// How far off that may be.
    pub(crate) within_km: f64,
    /// Where it is from.
    pub(crate) source: String,
}

impl Position {
    /// Whether a site of this name lies here.
    pub(crate) fn is_of(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.names.split('|').any(|known| known.to_lowercase() == name)
    }
}

/// The places of a mission's sites, as its `positions.tsv` lists them: names, latitude, longitude, kilometres, source.
pub(crate) fn positions(code: &MissionCode) -> Vec<Position> {
    let table = embedded::file(&format!("missions/{}/positions.tsv", code.to_string().to_lowercase()));
    let lines = table.unwrap_or_default().lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let names = cells.next()?.to_owned();
            let mut degrees = || cells.next()?.parse::<f64>().ok();
            let (latitude, longitude, within_km) = (degrees()?, degrees()?, degrees()?);
            Some(Position { names, latitude, longitude, within_km, source: cells.next()?.to_owned() })
        })
        .collect()
}

/// The sample reports of a mission, as its `reports/index.tsv` lists them: file, day of publication, source.
pub(crate) fn reports(code: &str) -> Vec<Report> {
    let folder = format!("missions/{}/reports/", code.to_lowercase());
    let index = embedded::file(&format!("{folder}index.tsv")).unwrap_or_default();
    let lines = index.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (name, published, address) = (cells.next()?, cells.next()?, cells.next()?);
            let text = embedded::file(&format!("{folder}{name}"))?;
            Some(Report { name, text, published: published.parse().ok()?, address })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_report_is_in_the_index_and_every_line_of_it_is_read() {
        let mut missions = std::collections::BTreeMap::<&str, usize>::new();
        for (name, _) in embedded::below("missions/") {
            if !name.contains("/reports/") || name.ends_with("/index.tsv") {
                continue;
            }
            let (mission, _) = name["missions/".len()..].split_once('/').expect("a folder");
            *missions.entry(mission).or_default() += 1;
        }
        assert!(missions.len() > 3 && missions.contains_key(&*DEMO.to_lowercase()));
        for (mission, texts) in missions {
            assert_eq!(reports(mission).len(), texts, "{mission}");
        }
    }

    #[test]
    fn the_clock_of_the_area_is_known() {
        assert_ne!(area_clock(), TimeZone::UTC);
    }
}
