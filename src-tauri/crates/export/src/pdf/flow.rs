//! Lines to pages: where each block stands.

mod table;

use sanad_text::{Alignment, Block, Direction};

use super::direction_of;
use super::fonts::Fonts;
use super::line::{Line, Run, lines};
use super::styled::{Character, code, lines_of};

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
const MARGIN: f32 = 56.7;
const INDENT: f32 = 20.0;

/// How a block is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Points.
    pub(super) size: f32,
    /// From baseline to baseline, in sizes.
    leading: f32,
    /// 0 is black.
    pub(super) grey: u8,
    strong: bool,
    /// Points above the section.
    above: f32,
    /// Whether the next section stands on the same page.
    keeps_next: bool,
    is_tinted: bool,
    tag: Tag,
}

impl Look {
    pub(super) const TEXT: Self = Self {
        size: 10.5,
        leading: 1.6,
        grey: 20,
        strong: false,
        above: 2.0,
        keeps_next: false,
        is_tinted: false,
        tag: Tag::Paragraph,
    };
    pub(super) const QUESTION: Self = Self {
        is_tinted: true,
        ..Self::TEXT
    };
    pub(super) const TITLE: Self = Self {
        size: 18.0,
        strong: true,
        keeps_next: true,
        tag: Tag::Heading(1),
        ..Self::TEXT
    };
    pub(super) const LABEL: Self = Self {
        strong: true,
        above: 12.0,
        keeps_next: true,
        tag: Tag::Heading(2),
        ..Self::TEXT
    };
    pub(super) const REMARK: Self = Self {
        size: 8.5,
        grey: 85,
        ..Self::TEXT
    };
    const CODE: Self = Self {
        size: 9.0,
        is_tinted: true,
        tag: Tag::Code,
        ..Self::TEXT
    };

    fn line_height(self) -> f32 {
        self.size * self.leading
    }
}

/// What a stretch of text is to those who do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    Heading(u16),
    Code,
}

/// A mark on a page.
pub(super) enum Mark {
    Text {
        run: Run,
        x: f32,
        baseline: f32,
        size: f32,
        grey: u8,
    },
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        grey: u8,
    },
}

/// A mark and the paragraph (by its number) that it belongs to; lines and tints belong to none.
pub(super) struct Placed {
    pub(super) mark: Mark,
    pub(super) paragraph: Option<usize>,
}

/// The columns that a block may fill, in points from the page's left edge.
#[derive(Clone, Copy)]
struct Area {
    left: f32,
    right: f32,
}

impl Area {
    fn width(self) -> f32 {
        self.right - self.left
    }

    /// One step in from the side where lines begin.
    fn inward(self, direction: Direction) -> Self {
        match direction {
            Direction::Ltr => Self {
                left: self.left + INDENT,
                ..self
            },
            Direction::Rtl => Self {
                right: self.right - INDENT,
                ..self
            },
        }
    }
}

/// Pages as far as they are filled.
pub(super) struct Flow {
    pub(super) fonts: Fonts,
    pub(super) pages: Vec<Vec<Placed>>,
    /// What each paragraph is.
    pub(super) paragraphs: Vec<Tag>,
    /// Where the next line begins, from the page's upper edge.
    y: f32,
    /// The bars of the quotations around, as their distances from the left.
    bars: Vec<f32>,
    /// The number or bullet that stands at the next line.
    marker: Option<(Vec<Character>, Direction, Area)>,
}

impl Flow {
    pub(super) fn new(fonts: Fonts) -> Self {
        Self {
            fonts,
            pages: vec![Vec::new()],
            paragraphs: Vec::new(),
            y: MARGIN,
            bars: Vec::new(),
            marker: None,
        }
    }

    pub(super) fn section(&mut self, blocks: &[Block], look: Look) {
        self.y += look.above;
        if look.keeps_next {
            self.need(look.line_height() + 2.0 * Look::TEXT.line_height());
        }
        let area = Area {
            left: MARGIN,
            right: PAGE.0 - MARGIN,
        };
        self.blocks(blocks, area, look);
    }

    fn blocks(&mut self, blocks: &[Block], area: Area, look: Look) {
        for block in blocks {
            self.block(block, area, look);
        }
    }

    fn block(&mut self, block: &Block, area: Area, look: Look) {
        match block {
            Block::Paragraph { direction, spans } => {
                let stored = lines_of(spans, look.strong, &self.fonts);
                self.paragraph(&stored, *direction, Alignment::Natural, area, look);
                self.y += look.size * 0.3;
            }
            Block::Heading {
                level,
                direction,
                spans,
            } => {
                let look = Look {
                    size: look.size + 4.0 - 0.6 * f32::from((*level).min(6)),
                    strong: true,
                    tag: Tag::Heading(u16::from(*level) + 2),
                    ..look
                };
                self.y += look.size * 0.5;
                self.need(look.line_height() + Look::TEXT.line_height());
                let stored = lines_of(spans, true, &self.fonts);
                self.paragraph(&stored, *direction, Alignment::Natural, area, look);
            }
            Block::List {
                direction,
                start,
                items,
                ..
            } => {
                let inner = area.inward(*direction);
                let mut number = *start;
                for item in items {
                    let marker = match number {
                        Some(number) => format!("{number}."),
                        None => "•".to_owned(),
                    };
                    let spans =
                        sanad_text::line(&marker, *direction, sanad_text::Language::English);
                    let marker = lines_of(&spans, false, &self.fonts).concat();
                    let beside = match direction {
                        Direction::Ltr => Area {
                            right: inner.left,
                            ..area
                        },
                        Direction::Rtl => Area {
                            left: inner.right,
                            ..area
                        },
                    };
                    self.marker = Some((marker, *direction, beside));
                    self.blocks(&item.blocks, inner, look);
                    if self.marker.is_some() {
                        self.paragraph(&[Vec::new()], *direction, Alignment::Natural, inner, look);
                    }
                    number = number.map(|number| number.saturating_add(1));
                }
            }
            Block::Quote { direction, blocks } => {
                self.bars.push(match direction {
                    Direction::Ltr => area.left + 4.0,
                    Direction::Rtl => area.right - 5.0,
                });
                self.blocks(blocks, area.inward(*direction), look);
                self.bars.pop();
            }
            Block::Code { text, .. } => {
                let look = Look::CODE;
                let stored: Vec<Vec<Character>> = text
                    .trim_end_matches('\n')
                    .split('\n')
                    .map(|line| code(line, &self.fonts))
                    .collect();
                self.paragraph(&stored, Direction::Ltr, Alignment::Natural, area, look);
                self.y += look.size * 0.5;
            }
            Block::Table {
                direction,
                columns,
                head,
                rows,
                ..
            } => self.table(*direction, columns, head, rows, area, look),
            Block::Rule => {
                self.need(look.line_height());
                let y = self.y + look.line_height() / 2.0;
                self.rectangle(area.left, y, area.width(), 0.7, 150);
                self.y += look.line_height();
            }
        }
    }

    fn paragraph(
        &mut self,
        stored: &[Vec<Character>],
        direction: Direction,
        alignment: Alignment,
        area: Area,
        look: Look,
    ) {
        let number = self.begin_paragraph(look.tag);
        for line in self.broken(stored, direction, area.width(), look) {
            self.need(look.line_height());
            if look.is_tinted {
                let height = look.line_height();
                self.rectangle(area.left - 3.0, self.y, area.width() + 6.0, height, 243);
            }
            for bar in self.bars.clone() {
                self.rectangle(bar, self.y, 1.2, look.line_height(), 170);
            }
            self.draw_marker(number, look);
            let x = beginning(&line, direction, alignment, area, look);
            self.draw_line(line, x, number, look);
            self.y += look.line_height();
        }
    }

    fn broken(
        &self,
        stored: &[Vec<Character>],
        direction: Direction,
        width: f32,
        look: Look,
    ) -> Vec<Line> {
        stored
            .iter()
            .flat_map(|line| lines(line, direction, width / look.size, &self.fonts))
            .collect()
    }

    fn draw_marker(&mut self, paragraph: usize, look: Look) {
        let Some((characters, direction, area)) = self.marker.take() else {
            return;
        };
        for line in lines(&characters, direction, f32::MAX, &self.fonts) {
            let room = Area {
                left: area.left + 4.0,
                right: area.right - 4.0,
            };
            let x = beginning(&line, direction, Alignment::Natural, room, look);
            self.draw_line(line, x, paragraph, look);
        }
    }

    fn draw_line(&mut self, line: Line, x: f32, paragraph: usize, look: Look) {
        // Letters with dots below and marks above both have room.
        let baseline = self.y + look.line_height() * 0.68;
        let (size, grey) = (look.size, look.grey);
        for run in line.runs {
            let from = x + run.x * size;
            let width = run.width * size;
            if run.style.underlined {
                self.rectangle(from, baseline + size * 0.18, width, 0.6, grey);
            }
            if run.style.struck {
                self.rectangle(from, baseline - size * 0.28, width, 0.6, grey);
            }
            self.put(Placed {
                paragraph: Some(paragraph),
                mark: Mark::Text {
                    run,
                    x: from,
                    baseline,
                    size,
                    grey,
                },
            });
        }
    }

    fn begin_paragraph(&mut self, tag: Tag) -> usize {
        self.paragraphs.push(tag);
        self.paragraphs.len() - 1
    }

    /// Begins a page unless so many points are left on this one.
    fn need(&mut self, height: f32) {
        if self.y + height > PAGE.1 - MARGIN && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, grey: u8) {
        self.put(Placed {
            paragraph: None,
            mark: Mark::Box {
                x,
                y,
                width,
                height,
                grey,
            },
        });
    }

    fn put(&mut self, placed: Placed) {
        if let Some(page) = self.pages.last_mut() {
            page.push(placed);
        }
    }

    /// Writes the line at the foot of a page.
    pub(super) fn foot(&mut self, page: usize, blocks: &[Block]) {
        let Some(Block::Paragraph { spans, .. }) = blocks.first() else {
            return;
        };
        let direction = direction_of(blocks);
        let area = Area {
            left: MARGIN,
            right: PAGE.0 - MARGIN,
        };
        let look = Look::REMARK;
        let characters = lines_of(spans, false, &self.fonts).concat();
        for line in lines(&characters, direction, f32::MAX, &self.fonts) {
            let x = beginning(&line, direction, Alignment::Center, area, look);
            for run in line.runs {
                let mark = Mark::Text {
                    x: x + run.x * look.size,
                    run,
                    baseline: PAGE.1 - MARGIN / 2.0,
                    size: look.size,
                    grey: look.grey,
                };
                if let Some(page) = self.pages.get_mut(page) {
                    page.push(Placed {
                        mark,
                        paragraph: None,
                    });
                }
            }
        }
    }
}

/// The left edge of a line.
fn beginning(
    line: &Line,
    direction: Direction,
    alignment: Alignment,
    area: Area,
    look: Look,
) -> f32 {
    let width = line.width * look.size;
    match (alignment, direction) {
        (Alignment::Center, _) => area.left + (area.width() - width) / 2.0,
        (Alignment::Left, _) | (Alignment::Natural, Direction::Ltr) => area.left,
        (Alignment::Right, _) | (Alignment::Natural, Direction::Rtl) => area.right - width,
    }
}
