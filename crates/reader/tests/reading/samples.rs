//! The sample reports of every mission are read, in their language, as reports on that mission.

use std::{fs, path::Path};

use jiff::civil::Date;
use model::{Document, Form, Marking, Name, Published};
use reader::read;

use crate::project_packs::PACKS;

#[test]
fn each_sample_report_tells_of_its_mission_in_a_language_with_a_pack() {
    let missions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions");
    let mut languages = [0, 0];
    for mission in fs::read_dir(missions).expect("the missions").flatten() {
        let reports = mission.path().join("reports");
        let code = mission.file_name().to_string_lossy().to_uppercase();
        let index = fs::read_to_string(reports.join("index.tsv")).expect("an index of the reports");
        for line in index.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (file, day) = (cells.next().expect("a file"), cells.next().expect("a day"));
            let text = fs::read_to_string(reports.join(file)).expect("a report");
            let day: Date = day.parse().unwrap_or_else(|e| panic!("{file}: {e}"));
            let document = Document {
                title: Name::new(file).expect("a name"),
                publisher: None,
                address: None,
                published: Published::given(day),
                form: Form::Report,
                marking: Marking::Public,
                text,
            };
            let (lexicons, no_pack) = PACKS.of(&document.text, None);
            assert_eq!(no_pack, None, "{file}");
            let claims = read(&document, lexicons).claims;
            assert!(!claims.is_empty(), "{code}/{file} tells nothing");
            for claim in &claims {
                let of = claim.mission.as_ref().map(ToString::to_string);
                assert_eq!(of.as_deref(), Some(&*code), "{file}: {}", claim.statement);
            }
            languages[usize::from(document.text.contains("é"))] += 1;
        }
    }
    assert!(languages.iter().all(|count| *count > 1), "{languages:?}: reports in two languages");
}
