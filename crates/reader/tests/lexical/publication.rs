//! The publication day of a text.

use jiff::civil::date;
use reader::published;

use crate::LEXICONS;

#[track_caller]
fn check(text: &str, want: &str) {
    let published = published(text, None, date(2026, 1, 1), &LEXICONS);
    assert_eq!(format!("{published} {:?}", published.basis), want);
}

#[test]
fn a_dateline_tells_the_day() {
    check("KIGALI, November 18, 2024 - Rwanda sent troops on December 1, 2024.", "~2024-11-18 Dateline");
    check("Feb 6, 2025 - Money is blocked.", "~2025-02-06 Dateline");
    check("Force grows\nWASHINGTON, Oct 2, 2023 (Reuters) - It may deploy.", "~2023-10-02 Dateline");
    check("NAIROBI, Kenya, 3 May 2024 \u{2014} They left.", "~2024-05-03 Dateline");
}

#[test]
fn else_the_latest_past_date_does() {
    check("They left on 3 May 2024 and arrived on 4 May 2024.", "~2024-05-04 LatestDate");
    check("They left on 3 May 2024. They will return on 4 May 2025.", "~2024-05-03 LatestDate");
    check("It lasts until 2 October 2025. It began on 2 October 2023.", "~2023-10-02 LatestDate");
    check("They left on 3 May 2027.", "~2026-01-01 DayRead");
    check("They left in May 2024.", "~2026-01-01 DayRead");
    check("", "~2026-01-01 DayRead");
}

#[test]
fn a_given_day_is_not_doubted() {
    let day = date(2024, 10, 11);
    let published = published("KIGALI, November 18, 2024 - It left.", Some(day), date(2026, 1, 1), &LEXICONS);
    assert_eq!(published, model::Published::given(day));
}
