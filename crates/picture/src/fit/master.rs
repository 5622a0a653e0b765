//! The small linear program that prices the ties between chains: a revised simplex on dense columns.
//!
//! One row a chain ("one path, or a mixture"), one or two rows a tie. Columns are paths that the chains propose and
//! the slacks of the ties (G. B. Dantzig, P. Wolfe, "Decomposition Principle for Linear Programs", 1960).
#![allow(
    clippy::cast_precision_loss,
    reason = "prices steer the search; what is answered is whole numbers again"
)]

/// A column that enters with a cost and takes part in some rows.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) cost: f64,
    pub(super) rows: Vec<(usize, f64)>,
}

/// `minimise cost x, rows x = right, x >= 0`.
#[derive(Clone, Debug)]
pub(super) struct Master {
    right: Vec<f64>,
    columns: Vec<Column>,
    basis: Vec<usize>,
    /// The inverse of the basis, row by row.
    inverse: Vec<Vec<f64>>,
    at: Vec<f64>,
}

const TINY: f64 = 1e-9;
/// After so many pivots that gain nothing, the first column that may enter does (Bland's rule), so that it ends.
const PATIENCE: usize = 50;
/// Pivots after which the inverse is reckoned afresh.
const REFRESH: usize = 200;

impl Master {
    /// Starts from columns that form a basis which is lower triangular in the order of the rows.
    pub(super) fn new(right: Vec<f64>, columns: Vec<Column>, basis: Vec<usize>) -> Self {
        let mut master = Self { right, columns, basis, inverse: Vec::new(), at: Vec::new() };
        master.refresh();
        master
    }

    pub(super) fn add(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// The amount of each column that is in the basis.
    pub(super) fn amounts(&self) -> Vec<(usize, f64)> {
        self.basis.iter().copied().zip(self.at.iter().copied()).collect()
    }

    /// What the amounts cost.
    pub(super) fn value(&self) -> f64 {
        self.amounts().into_iter().map(|(column, amount)| self.columns[column].cost * amount).sum()
    }

    /// The price of each row.
    pub(super) fn prices(&self) -> Vec<f64> {
        let mut prices = vec![0.0; self.right.len()];
        for (row, column) in self.basis.iter().enumerate() {
            let cost = self.columns[*column].cost;
            if cost != 0.0 {
                for (price, inverse) in prices.iter_mut().zip(&self.inverse[row]) {
                    *price += cost * inverse;
                }
            }
        }
        prices
    }

    /// Gauss and Jordan, with the largest pivot of each column.
    fn refresh(&mut self) {
        let m = self.right.len();
        let mut work = vec![vec![0.0; 2 * m]; m];
        for (place, column) in self.basis.iter().enumerate() {
            for (row, value) in &self.columns[*column].rows {
                work[*row][place] += value;
            }
        }
        for (row, line) in work.iter_mut().enumerate() {
            line[m + row] = 1.0;
        }
        for place in 0..m {
            let best = (place..m)
                .max_by(|a, b| work[*a][place].abs().total_cmp(&work[*b][place].abs()).then(b.cmp(a)));
            work.swap(place, best.unwrap_or(place));
            let pivot = work[place][place];
            if pivot.abs() < TINY {
                continue;
            }
            work[place].iter_mut().for_each(|value| *value /= pivot);
            let own = work[place].clone();
            for (row, line) in work.iter_mut().enumerate() {
                let factor = line[place];
                if row != place && factor != 0.0 {
                    line.iter_mut().zip(&own).for_each(|(value, own)| *value -= factor * own);
                }
            }
        }
        self.inverse = work.into_iter().map(|line| line[m..].to_vec()).collect();
        self.at = self.inverse.iter().map(|row| dot(row, &self.right)).collect();
    }

    /// Pivots until no column gains.
    pub(super) fn solve(&mut self) {
        let mut stalled = 0;
        for turn in 1.. {
            if turn % REFRESH == 0 {
                self.refresh();
            }
            let prices = self.prices();
            let gain = |column: &Column| {
                column.rows.iter().map(|(row, value)| prices[*row] * value).sum::<f64>() - column.cost
            };
            let gains = self.columns.iter().enumerate().map(|(i, column)| (i, gain(column)));
            let mut gains = gains.filter(|(_, gain)| *gain > TINY);
            let entering = if stalled > PATIENCE {
                gains.next()
            } else {
                gains.max_by(|(a, one), (b, two)| one.total_cmp(two).then(b.cmp(a)))
            };
            let Some((entering, _)) = entering else { return };
            let rows = &self.columns[entering].rows;
            let way: Vec<f64> = (self.inverse.iter())
                .map(|line| rows.iter().map(|(row, value)| line[*row] * value).sum())
                .collect();
            let steps = (0..way.len()).filter(|row| way[*row] > TINY);
            let step = |row: &usize| self.at[*row].max(0.0) / way[*row];
            let leaving =
                steps.min_by(|a, b| step(a).total_cmp(&step(b)).then(self.basis[*a].cmp(&self.basis[*b])));
            // Every tie can be left at its price, so no column gains without end.
            let Some(leaving) = leaving else { return };
            stalled = if step(&leaving) > TINY { 0 } else { stalled + 1 };
            self.pivot(entering, leaving, &way);
            if stalled > 100 * PATIENCE {
                return;
            }
        }
    }

    fn pivot(&mut self, entering: usize, leaving: usize, way: &[f64]) {
        let pivot = way[leaving];
        self.inverse[leaving].iter_mut().for_each(|value| *value /= pivot);
        self.at[leaving] /= pivot;
        let (own, at) = (self.inverse[leaving].clone(), self.at[leaving]);
        for (row, line) in self.inverse.iter_mut().enumerate() {
            let factor = way[row];
            if row != leaving && factor != 0.0 {
                line.iter_mut().zip(&own).for_each(|(value, own)| *value -= factor * own);
                self.at[row] -= factor * at;
            }
        }
        self.basis[leaving] = entering;
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
