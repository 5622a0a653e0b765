//! Whether words hold a number: the laws' own reading, so that the reader is not its own judge.

/// Whether words hold a number, in digits or in words, whole or in parts of a scale.
///
/// It shares nothing with the reader's grammar: it writes the number in each way it can be written, and looks for that.
pub(crate) fn holds(words: &str, number: u64) -> bool {
    let words = words.to_lowercase().replace(['-', '\u{2013}', '\u{2014}', '\u{a0}'], " ");
    let has = |needle: &str| {
        words.match_indices(needle).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(words[..at].chars().next_back()) && !letter(words[at + needle.len()..].chars().next())
        })
    };
    let digits = runs(&words).any(|run| run.parse() == Ok(number));
    let spelled = spellings(number).iter().any(|spelling| has(spelling));
    let one = number == 1 && ["a", "an", "another"].iter().any(|word| has(word));
    let scaled = SCALES.iter().any(|(scale, names)| {
        names.iter().any(|name| words.contains(name)) && in_scale(&words, number, *scale)
    });
    let half = words.contains("half")
        && number.checked_mul(2).is_some_and(|twice| SCALES.iter().any(|(scale, _)| twice == *scale));
    digits || spelled || one || scaled || half || cents(&words).any(|rounded| rounded == number)
}

/// The amounts with cents, without them: "$3.50" is 4.
fn cents(words: &str) -> impl Iterator<Item = u64> {
    runs(words).filter_map(|run| {
        let (whole, cents) = run.split_once('.').filter(|(_, cents)| cents.len() == 2)?;
        Some(whole.parse::<u64>().ok()? + u64::from(cents.parse::<u64>().ok()? >= 50))
    })
}

const SCALES: &[(u64, &[&str])] = &[
    (12, &["dozen"]),
    (20, &["score"]),
    (100, &["hundred"]),
    (1_000, &["thousand", "k"]),
    (1_000_000, &["million", "m"]),
    (1_000_000_000, &["billion", "bn", "b"]),
    (1_000_000_000_000, &["trillion", "tn"]),
];

/// The numbers in words, written in digits: their decimal points stay, the commas before each three digits go.
fn runs(words: &str) -> impl Iterator<Item = String> {
    let runs = words
        .split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|run| run.trim_matches(['.', ',']));
    runs.flat_map(|run| {
        let groups = run.split('.').next().unwrap_or_default().split(',').skip(1);
        let is_grouped = groups.clone().next().is_some() && groups.clone().all(|group| group.len() == 3);
        let parts: Vec<String> =
            if is_grouped { vec![run.replace(',', "")] } else { run.split(',').map(str::to_owned).collect() };
        parts
    })
}

/// Whether some number of the words, which may have a decimal point, times this scale is the number.
fn in_scale(words: &str, number: u64, scale: u64) -> bool {
    let decimal = runs(words).any(|run| {
        let (whole, part) = run.split_once('.').unwrap_or((&run, ""));
        let (Ok(value), Ok(places)) = (format!("{whole}{part}").parse::<u64>(), u32::try_from(part.len()))
        else {
            return false;
        };
        let tenths = 10_u64.checked_pow(places);
        tenths.is_some_and(|tenths| value.checked_mul(scale) == number.checked_mul(tenths))
    });
    let spelled =
        number >= scale && number.is_multiple_of(scale) && (number == scale || holds(words, number / scale));
    decimal || spelled
}

/// The ways in which a number below a million is written in words.
fn spellings(number: u64) -> Vec<String> {
    const SMALL: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] =
        &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = |n: u64| SMALL[usize::try_from(n).expect("below twenty")].to_owned();
    match number {
        0..20 => vec![small(number)],
        20..100 => {
            let ten = TENS[usize::try_from(number / 10).expect("below ten")];
            vec![if number.is_multiple_of(10) {
                ten.to_owned()
            } else {
                format!("{ten} {}", small(number % 10))
            }]
        }
        100..1_000_000 => {
            let (scale, name) = if number < 1_000 { (100, "hundred") } else { (1_000, "thousand") };
            let rest =
                if number.is_multiple_of(scale) { vec![String::new()] } else { spellings(number % scale) };
            let heads = spellings(number / scale);
            let heads = heads.iter().cloned().chain((number / scale == 1).then(|| "a".to_owned()));
            heads
                .flat_map(|head| {
                    rest.iter()
                        .flat_map(move |rest| {
                            [format!("{head} {name} {rest}"), format!("{head} {name} and {rest}")]
                        })
                        .map(|words| words.trim_end().trim_end_matches(" and").to_owned())
                        .collect::<Vec<_>>()
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn the_law_of_numbers_can_be_broken() {
    for (words, number) in [
        ("about 1,900 police", 1_900),
        ("twenty-four men", 24),
        ("one hundred and fifty", 150),
        ("two dozen", 24),
        ("$13.3 million", 13_300_000),
        ("half a million", 500_000),
        ("A contingent", 1),
        ("four hundred thousand", 400_000),
        ("$3.50", 4),
    ] {
        assert!(holds(words, number), "{words}: {number}");
    }
    for (words, number) in [
        ("about 1,900 police", 900),
        ("twenty-four men", 4_000),
        ("1400", 400),
        ("$96.8", 97),
        ("two dozen", 12_000),
        ("13.3 million", 13_000_000),
        ("officers", 1),
    ] {
        assert!(!holds(words, number), "{words}: {number}");
    }
}
