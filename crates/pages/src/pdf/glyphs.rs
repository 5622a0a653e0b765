//! What a page draws as text, and where on it: the operators of text, of position, and of forms that are drawn again.

use std::{collections::BTreeMap, rc::Rc};

use lopdf::{
    Dictionary, Document, Object, ObjectId, Stream,
    content::{Content, Operation},
};

use super::{MOST_UNPACKED, font::Font};

/// Forms drawn within forms go no deeper.
const MOST_DEPTH: usize = 12;

/// Operations of one document that are followed.
const MOST_OPERATIONS: usize = 20_000_000;

/// Fonts of one document that are looked at.
const MOST_FONTS: usize = 10_000;

/// Letters that are drawn in one go, on one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) letters: String,
    /// Where it begins and ends, from the left.
    pub(super) from: f32,
    pub(super) to: f32,
    /// How high it stands, from below.
    pub(super) height: f32,
    pub(super) size: f32,
}

/// The pages of a document, as they are drawn one by one.
pub(super) struct Drawing<'d> {
    document: &'d Document,
    left: usize,
    fonts: usize,
    /// The forms that are being drawn; none of them may draw itself.
    open: Vec<*const Stream>,
    /// More is drawn than is followed.
    pub(super) is_spent: bool,
}

/// A matrix as PDF writes it: `a b c d e f`.
type Matrix = [f32; 6];

const ONE: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `inner`, then `outer`.
fn times(inner: Matrix, outer: Matrix) -> Matrix {
    let along = |x: f32, y: f32| [x * outer[0] + y * outer[2], x * outer[1] + y * outer[3]];
    let ([a, b], [c, d]) = (along(inner[0], inner[1]), along(inner[2], inner[3]));
    let [right, up] = along(inner[4], inner[5]);
    [a, b, c, d, right + outer[4], up + outer[5]]
}

/// The state of text and of the page, which `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State<'d> {
    page: Matrix,
    font: Option<Rc<Font<'d>>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// One stream of operations as it is followed.
struct Pen<'d> {
    state: State<'d>,
    kept: Vec<State<'d>>,
    text: Matrix,
    line: Matrix,
    fonts: BTreeMap<Vec<u8>, Rc<Font<'d>>>,
}

impl<'d> Drawing<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, left: MOST_OPERATIONS, fonts: 0, open: Vec::new(), is_spent: false }
    }

    /// What a page draws, in order.
    pub(super) fn page(&mut self, id: ObjectId) -> Vec<Run> {
        let mut runs = Vec::new();
        let Ok(content) = self.document.get_page_content_with_limit(id, MOST_UNPACKED) else { return runs };
        let state = State {
            page: ONE,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let resources = self.resources(id);
        self.follow(&content, resources, state, &mut runs);
        runs
    }

    /// A page's resources, its own or of the nearest above it.
    fn resources(&self, page: ObjectId) -> Option<&'d Dictionary> {
        let mut at = self.document.get_dictionary(page).ok()?;
        for _ in 0..MOST_DEPTH * 4 {
            if let Ok(found) = at.get_deref(b"Resources", self.document).and_then(Object::as_dict) {
                return Some(found);
            }
            at = at.get_deref(b"Parent", self.document).and_then(Object::as_dict).ok()?;
        }
        None
    }

    fn follow(
        &mut self,
        content: &[u8],
        resources: Option<&'d Dictionary>,
        state: State<'d>,
        runs: &mut Vec<Run>,
    ) {
        let mut pen = Pen { state, kept: Vec::new(), text: ONE, line: ONE, fonts: BTreeMap::new() };
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { break };
            let Some(left) = self.left.checked_sub(1) else {
                self.is_spent = true;
                return;
            };
            self.left = left;
            match operation.operator.as_str() {
                "Tf" => self.take_font(&mut pen, &operation, resources),
                "Do" => self.form(&pen, &operation, resources, runs),
                _ => pen.follow(&operation, runs),
            }
        }
    }

    fn take_font(&mut self, pen: &mut Pen<'d>, operation: &Operation, resources: Option<&'d Dictionary>) {
        let [name, size] = operation.operands.as_slice() else { return };
        pen.state.size = size.as_float().unwrap_or(1.0);
        let Ok(name) = name.as_name() else { return };
        if let Some(font) = pen.fonts.get(name) {
            pen.state.font = Some(Rc::clone(font));
            return;
        }
        let found = resources
            .and_then(|all| all.get_deref(b"Font", self.document).and_then(Object::as_dict).ok())
            .and_then(|fonts| fonts.get_deref(name, self.document).and_then(Object::as_dict).ok());
        self.fonts += 1;
        if self.fonts > MOST_FONTS {
            self.is_spent = true;
            self.left = 0;
            return;
        }
        pen.state.font = found.map(|font| Rc::new(Font::of(font, self.document)));
        if let Some(font) = &pen.state.font {
            pen.fonts.insert(name.to_vec(), Rc::clone(font));
        }
    }

    /// Draws a form: a piece that may be drawn many times, and may draw others.
    fn form(
        &mut self,
        pen: &Pen<'d>,
        operation: &Operation,
        resources: Option<&'d Dictionary>,
        runs: &mut Vec<Run>,
    ) {
        let form = operation.operands.first().and_then(|name| {
            let all = resources?.get_deref(b"XObject", self.document).and_then(Object::as_dict).ok()?;
            all.get_deref(name.as_name().ok()?, self.document).and_then(Object::as_stream).ok()
        });
        let is_form = |form: &&Stream| {
            form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
        };
        let Some(form) = form.filter(is_form) else { return };
        if self.open.len() >= MOST_DEPTH || self.open.contains(&std::ptr::from_ref(form)) {
            return;
        }
        let Ok(content) = form.get_plain_content_with_limit(MOST_UNPACKED) else { return };
        // What it costs to unpack counts as well, or a form of nothing drawn a million times would be free.
        self.left = self.left.saturating_sub(content.len() / 64);
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let mut state = pen.state.clone();
        if let Some(matrix) =
            form.dict.get(b"Matrix").and_then(Object::as_array).ok().and_then(|list| matrix(list))
        {
            state.page = times(matrix, state.page);
        }
        self.open.push(form);
        self.follow(&content, own.or(resources), state, runs);
        self.open.pop();
    }
}

fn matrix(numbers: &[Object]) -> Option<Matrix> {
    let mut matrix = ONE;
    for (place, number) in matrix.iter_mut().zip(numbers.get(..6)?) {
        *place = number.as_float().ok()?;
    }
    Some(matrix)
}

impl Pen<'_> {
    fn follow(&mut self, operation: &Operation, runs: &mut Vec<Run>) {
        let operands = operation.operands.as_slice();
        let number =
            |at: usize| operands.get(at).and_then(|operand| operand.as_float().ok()).unwrap_or_default();
        match operation.operator.as_str() {
            "q" if self.kept.len() < 256 => self.kept.push(self.state.clone()),
            "Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.page = times(matrix, self.state.page);
                }
            }
            "BT" => (self.text, self.line) = (ONE, ONE),
            "Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tc" => self.state.letter_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.stretch = number(0) / 100.0,
            "TL" => self.state.leading = number(0),
            "Ts" => self.state.rise = number(0),
            "Tj" => self.show(operands, runs),
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands, runs);
            }
            "\"" => {
                (self.state.word_space, self.state.letter_space) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default(), runs);
            }
            "TJ" => {
                if let Some(Ok(list)) = operands.first().map(Object::as_array) {
                    self.show(list, runs);
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, right: f32, up: f32) {
        self.line = times([1.0, 0.0, 0.0, 1.0, right, up], self.line);
        self.text = self.line;
    }

    /// Strings, and between them how far to move back.
    fn show(&mut self, items: &[Object], runs: &mut Vec<Run>) {
        let Some(font) = self.state.font.clone() else { return };
        let State { size, letter_space, word_space, stretch, rise, .. } = self.state;
        for item in items {
            let Ok(string) = item.as_str() else {
                let back = item.as_float().unwrap_or_default();
                self.text = times([1.0, 0.0, 0.0, 1.0, -back / 1000.0 * size * stretch, 0.0], self.text);
                continue;
            };
            let (width, count, spaces) = font.advance(string);
            let right = (width / 1000.0 * size + count * letter_space + spaces * word_space) * stretch;
            let place = times(times([1.0, 0.0, 0.0, 1.0, 0.0, rise], self.text), self.state.page);
            self.text = times([1.0, 0.0, 0.0, 1.0, right, 0.0], self.text);
            let end = times(self.text, self.state.page);
            let [_, _, c, d, from, height] = place;
            let letters = font.letters(string);
            if !letters.is_empty() && from.is_finite() && height.is_finite() && end[4].is_finite() {
                let size = (size * c.hypot(d)).abs().max(0.01);
                runs.push(Run { letters, from, to: end[4], height, size });
            }
        }
    }
}
