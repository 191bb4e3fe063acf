//! Tables: columns of one width, and rows that may go on on the next page.

use sanad_text::{Alignment, Cell, Direction};

use super::{Area, Flow, Look, MARGIN, PAGE, Tag, beginning};
use crate::pdf::line::Line;
use crate::pdf::styled::lines_of;

const CELL_PADDING: f32 = 4.0;

impl Flow {
    pub(super) fn table(
        &mut self,
        direction: Direction,
        columns: &[Alignment],
        head: &[Cell],
        rows: &[Vec<Cell>],
        area: Area,
        look: Look,
    ) {
        let count = columns.len().max(head.len()).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        let width = area.width() / count as f32;
        let places: Vec<Area> = (0..count)
            .map(|at| {
                #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
                let before = at as f32 * width;
                match direction {
                    Direction::Ltr => Area {
                        left: area.left + before,
                        right: area.left + before + width,
                    },
                    Direction::Rtl => Area {
                        left: area.right - before - width,
                        right: area.right - before,
                    },
                }
            })
            .collect();
        self.y += 2.0;
        let head_look = Look {
            strong: true,
            ..look
        };
        if !head.is_empty() {
            self.row(head, columns, &places, head_look);
        }
        for cells in rows {
            self.row(cells, columns, &places, look);
        }
        self.y += look.size * 0.6;
    }

    /// A row that is higher than the page goes on on the next.
    fn row(&mut self, cells: &[Cell], columns: &[Alignment], places: &[Area], look: Look) {
        let mut laid: Vec<(usize, Area, &Cell, Alignment, std::vec::IntoIter<Line>)> = Vec::new();
        for (at, (cell, place)) in cells.iter().zip(places).enumerate() {
            let room = Area {
                left: place.left + CELL_PADDING,
                right: place.right - CELL_PADDING,
            };
            let stored = lines_of(&cell.spans, look.strong, &self.fonts);
            let lines = self.broken(&stored, cell.direction, room.width(), look);
            let alignment = columns.get(at).copied().unwrap_or(Alignment::Natural);
            let paragraph = self.begin_paragraph(Tag::Paragraph);
            laid.push((paragraph, room, cell, alignment, lines.into_iter()));
        }
        let height = look.line_height();
        loop {
            let left = laid.iter().map(|cell| cell.4.len()).max().unwrap_or(0);
            if left == 0 {
                return;
            }
            #[expect(clippy::cast_precision_loss, reason = "a row has few lines")]
            let wanted = left as f32 * height;
            self.need(wanted.min(PAGE.1 - 2.0 * MARGIN));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a page has few lines, and room for one after `need`"
            )]
            let fitting = ((PAGE.1 - MARGIN - self.y) / height).floor().max(1.0) as usize;
            let slice = left.min(fitting);
            let top = self.y;
            for (paragraph, room, cell, alignment, lines) in &mut laid {
                self.y = top;
                for line in lines.by_ref().take(slice) {
                    let x = beginning(&line, cell.direction, *alignment, *room, look);
                    self.draw_line(line, x, *paragraph, look);
                    self.y += height;
                }
            }
            #[expect(clippy::cast_precision_loss, reason = "a page has few lines")]
            let tall = slice as f32 * height;
            self.frames(places, top, tall);
            self.y = top + tall;
        }
    }

    fn frames(&mut self, places: &[Area], top: f32, height: f32) {
        for place in places {
            for y in [top, top + height] {
                self.rectangle(place.left, y, place.width(), 0.5, 150);
            }
            for x in [place.left, place.right] {
                self.rectangle(x, top, 0.5, height, 150);
            }
        }
    }
}
