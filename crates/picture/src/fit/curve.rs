//! A cost curve: convex, in straight runs, on whole numbers; the one thing that the fit reckons with.
//!
//! All of it is whole-number arithmetic, so equal inputs give equal answers to the last digit.

/// A convex cost on the whole numbers from `from` on, as runs of growing slope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Curve {
    from: i64,
    /// The cost at `from`.
    at_from: i128,
    runs: Vec<Run>,
}

/// A stretch on which each step up costs the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) slope: i128,
    pub(super) len: i64,
}

impl Curve {
    /// Nothing but this number, at no cost.
    pub(super) fn point(at: i64) -> Self {
        Self { from: at, at_from: 0, runs: Vec::new() }
    }

    /// Every number from one to the other; each step up costs `slope`.
    pub(super) fn line(from: i64, to: i64, slope: i128) -> Self {
        let runs = if to > from { vec![Run { slope, len: to - from }] } else { Vec::new() };
        Self { from, at_from: 0, runs }
    }

    /// Free between `low` and `high`, and `slope` for each step outside.
    pub(super) fn outside(low: i64, high: Option<i64>, slope: i128, from: i64, to: i64) -> Self {
        let low = low.clamp(from, to);
        let high = high.unwrap_or(to).clamp(low, to);
        let mut curve = Self { from, at_from: slope * i128::from(low - from), runs: Vec::with_capacity(3) };
        curve.push(-slope, low - from);
        curve.push(0, high - low);
        curve.push(slope, to - high);
        curve
    }

    /// Nothing at 0, and from there so much for each step down and for each step up, as far as `most` either way.
    pub(super) fn around_zero(down: i128, up: i128, most: i64) -> Self {
        let mut curve = Self { from: -most, at_from: down * i128::from(most), runs: Vec::with_capacity(2) };
        curve.push(-down, most);
        curve.push(up, most);
        curve
    }

    fn push(&mut self, slope: i128, len: i64) {
        match self.runs.last_mut() {
            _ if len <= 0 => {}
            Some(last) if last.slope == slope => last.len += len,
            _ => self.runs.push(Run { slope, len }),
        }
    }

    /// Whether the other differs by the same cost on every number.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.from == other.from && self.runs == other.runs
    }

    pub(super) fn from(&self) -> i64 {
        self.from
    }

    pub(super) fn to(&self) -> i64 {
        self.from + self.runs.iter().map(|run| run.len).sum::<i64>()
    }

    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Both costs together, where both are given; `None` where no number is.
    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to().min(other.to()));
        if from > to {
            return None;
        }
        let runs = Vec::with_capacity(self.runs.len() + other.runs.len());
        let mut sum = Self { from, at_from: self.at(from)? + other.at(from)?, runs };
        let (mut left, mut right) = (self.runs_from(from), other.runs_from(from));
        let (mut a, mut b) = (left.next(), right.next());
        while let (Some(one), Some(two)) = (a, b) {
            let len = one.len.min(two.len);
            sum.push(one.slope + two.slope, len);
            let rest = |run: Run| (run.len > len).then_some(Run { len: run.len - len, ..run });
            a = rest(one).or_else(|| left.next());
            b = rest(two).or_else(|| right.next());
        }
        Some(sum)
    }

    /// All of these costs together, on the numbers where all are given; pair by pair, so that many are soon added.
    ///
    /// Curves that have no number in common with those before them are left out.
    pub(super) fn sum(mut curves: Vec<Self>) -> Self {
        while curves.len() > 1 {
            let pairs = curves.chunks(2).map(|pair| match pair {
                [one, other] => one.plus(other).unwrap_or_else(|| one.clone()),
                _ => pair[0].clone(),
            });
            curves = pairs.collect();
        }
        curves.pop().unwrap_or_else(|| Self::point(0))
    }

    /// The runs, those before `at` cut off.
    fn runs_from(&self, at: i64) -> impl Iterator<Item = Run> + '_ {
        let mut skip = at - self.from;
        self.runs.iter().filter_map(move |run| {
            let cut = skip.min(run.len);
            skip -= cut;
            (run.len > cut).then_some(Run { len: run.len - cut, ..*run })
        })
    }

    /// The same with `slope` more for each step up.
    pub(super) fn tilted(mut self, slope: i128) -> Self {
        self.at_from += slope * i128::from(self.from);
        for run in &mut self.runs {
            run.slope += slope;
        }
        self
    }

    /// The cost of what is `by` less.
    pub(super) fn shifted(mut self, by: i64) -> Self {
        self.from += by;
        self
    }

    /// The least cost of a sum that is split between both (their infimal convolution): runs in order of slope.
    pub(super) fn join(&self, other: &Self) -> Self {
        let runs = Vec::with_capacity(self.runs.len() + other.runs.len());
        let mut joint = Self { from: self.from + other.from, at_from: self.at_from + other.at_from, runs };
        let (mut i, mut j) = (0, 0);
        loop {
            let next = match (self.runs.get(i), other.runs.get(j)) {
                (Some(a), Some(b)) if a.slope <= b.slope => (&mut i, a),
                (Some(a), None) => (&mut i, a),
                (_, Some(b)) => (&mut j, b),
                (None, None) => return joint,
            };
            *next.0 += 1;
            joint.push(next.1.slope, next.1.len);
        }
    }

    /// The cost of the number with its sign turned.
    pub(super) fn mirrored(&self) -> Self {
        let at_from =
            self.at_from + self.runs.iter().map(|run| run.slope * i128::from(run.len)).sum::<i128>();
        let runs = self.runs.iter().rev().map(|run| Run { slope: -run.slope, len: run.len }).collect();
        Self { from: -self.to(), at_from, runs }
    }

    /// The same, on numbers between the two ends alone; `None` where there is none.
    pub(super) fn within(&self, from: i64, to: i64) -> Option<Self> {
        self.plus(&Self::line(from, to, 0))
    }

    /// The cost of this number; `None` outside the curve.
    pub(super) fn at(&self, x: i64) -> Option<i128> {
        let mut left = x.checked_sub(self.from).filter(|left| *left >= 0)?;
        let mut cost = self.at_from;
        for run in &self.runs {
            let len = run.len.min(left);
            cost += run.slope * i128::from(len);
            left -= len;
        }
        (left == 0).then_some(cost)
    }

    /// What one less and one more cost than this number, and for how many each is so; `None` at an end.
    pub(super) fn around(&self, x: i64) -> (Option<Run>, Option<Run>) {
        let (mut below, mut left) = (None, x - self.from);
        for run in &self.runs {
            if left < run.len {
                if left > 0 {
                    below = Some(Run { slope: -run.slope, len: left });
                }
                return (below, Some(Run { slope: run.slope, len: run.len - left }));
            }
            left -= run.len;
            below = Some(Run { slope: -run.slope, len: run.len });
        }
        (below, None)
    }

    /// The numbers of least cost: the first and the last.
    pub(super) fn cheapest(&self) -> (i64, i64) {
        let falling: i64 = self.runs.iter().take_while(|run| run.slope < 0).map(|run| run.len).sum();
        let level: i64 = self.runs.iter().filter(|run| run.slope == 0).map(|run| run.len).sum();
        (self.from + falling, self.from + falling + level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curves() -> Vec<Curve> {
        let mut curves = vec![Curve::point(2), Curve::line(-2, 3, 2), Curve::line(0, 0, 5)];
        for low in 0..3 {
            for high in [None, Some(low), Some(low + 2)] {
                curves.push(Curve::outside(low, high, 3, 0, 5));
                curves.push(Curve::outside(low, high, 2, -3, 4).tilted(-1));
            }
        }
        curves
    }

    #[test]
    fn each_operation_is_what_it_says_on_every_number() {
        for a in curves() {
            for x in -12..12 {
                assert_eq!(a.mirrored().at(x), a.at(-x));
                assert_eq!(a.clone().tilted(4).at(x), a.at(x).map(|cost| cost + 4 * i128::from(x)));
            }
            let every: Vec<_> = (-12..12).filter_map(|x| Some((a.at(x)?, x))).collect();
            let least = every.iter().map(|(cost, _)| *cost).min().unwrap();
            let at: Vec<_> = every.iter().filter(|(cost, _)| *cost == least).map(|(_, x)| *x).collect();
            assert_eq!(a.cheapest(), (at[0], at[at.len() - 1]));
            for b in curves() {
                let (sum, joint) = (a.plus(&b), a.join(&b));
                for x in -12..12 {
                    let want = a.at(x).zip(b.at(x)).map(|(a, b)| a + b);
                    assert_eq!(sum.as_ref().and_then(|sum| sum.at(x)), want);
                    let want = (-12..12).filter_map(|y| Some(a.at(y)? + b.at(x - y)?)).min();
                    assert_eq!(joint.at(x), want, "{a:?} {b:?} at {x}");
                }
            }
        }
    }
}
