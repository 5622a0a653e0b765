//! The day that a page's or a feed's own data name, in the forms they use.

use jiff::{
    civil::Date,
    fmt::{rfc2822, strtime},
};

/// No page is older than the web; an earlier year is an unset clock.
const FIRST_YEAR: i16 = 1990;

/// The day written in `words`, as it stands there: `2024-10-11T23:30:00-04:00` is 11 October wherever it is read.
///
/// A day such as `11/10/2024`, which reads two ways, is none.
pub(crate) fn day(words: &str) -> Option<Date> {
    let words = words.trim();
    iso(words).or_else(|| of_mail(words)).or_else(|| in_words(words)).filter(|day| day.year() >= FIRST_YEAR)
}

/// `2024-10-11…`, `2024/10/11…`, `20241011`.
fn iso(words: &str) -> Option<Date> {
    let digits = |at: std::ops::Range<usize>| -> Option<i16> {
        let part = words.get(at)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let date = |y: i16, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    let ends = |at: usize| !words.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    match (words.as_bytes().get(4), words.as_bytes().get(7)) {
        (Some(b'-'), Some(b'-')) | (Some(b'/'), Some(b'/')) if ends(10) => {
            date(digits(0..4)?, digits(5..7)?, digits(8..10)?)
        }
        _ if ends(8) => date(digits(0..4)?, digits(4..6)?, digits(6..8)?),
        _ => None,
    }
}

/// `Fri, 11 Oct 2024 10:00:00 GMT`.
fn of_mail(words: &str) -> Option<Date> {
    rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(words).ok().map(|zoned| zoned.date())
}

/// `October 11, 2024`, `11 Oct 2024`, with what may stand behind it.
fn in_words(words: &str) -> Option<Date> {
    const FORMS: &[&str] =
        &["%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%a, %d %b %Y"];
    let words: String = words.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let day = |words: &str| FORMS.iter().find_map(|form| strtime::parse(form, words).ok()?.to_date().ok());
    day(&words).or_else(|| day(words.rsplit_once(' ')?.0))
}

/// The day in an address: `https://…/2024/10/11/…`.
pub(crate) fn in_address(address: &str) -> Option<Date> {
    let mut parts = address.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_year = part.len() == 4 && part.starts_with(['1', '2']);
        if is_year && let (Some(month), Some(day)) = (parts.next(), parts.peek()) {
            let date = (|| Date::new(part.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())();
            if date.is_some_and(|date| date.year() >= FIRST_YEAR) {
                return date;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<&str>) {
        assert_eq!(day(words).map(|day| day.to_string()).as_deref(), want, "{words}");
    }

    #[test]
    fn a_day_is_read_as_it_stands() {
        check("2024-10-11", Some("2024-10-11"));
        check("2024-10-11T23:30:00-04:00", Some("2024-10-11"));
        check("2024-10-11 23:30", Some("2024-10-11"));
        check("20241011", Some("2024-10-11"));
        check("2024/10/11", Some("2024-10-11"));
        check("Fri, 11 Oct 2024 10:00:00 GMT", Some("2024-10-11"));
        check("Mon, 11 Oct 2024 10:00:00 +0300", Some("2024-10-11"));
        check("October 11, 2024", Some("2024-10-11"));
        check("11 October 2024", Some("2024-10-11"));
        check("Oct 11, 2024 10:00 AM", Some("2024-10-11"));
        check("Friday, October 11, 2024", Some("2024-10-11"));
        check("11/10/2024", None);
        check("1970-01-01", None);
        check("2024-13-41", None);
        check("1728640000", None);
        check("yesterday", None);
        check("", None);
    }

    #[test]
    fn an_address_may_hold_a_day() {
        let day = |address| in_address(address).map(|day| day.to_string());
        assert_eq!(day("https://example.org/2024/10/11/kenya"), Some("2024-10-11".to_owned()));
        assert_eq!(day("https://example.org/news/2024/10/kenya"), None);
        assert_eq!(day("https://example.org/2024/10/99/"), None);
        assert_eq!(day("https://example.org/1000/10/11/"), None);
    }
}
