//! Files of one row a line, or of one CSV record after the other.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::columns::Fields;
use super::{Reason, Row};

/// One JSON object a line; empty lines are none.
pub(super) fn json_lines<T>(
    file: &[u8],
    read: impl Fn(usize, &Map<String, Value>) -> Result<T, Reason>,
) -> Vec<Row<T>> {
    let file = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
    let lines = file.split(|byte| *byte == b'\n').enumerate();
    let filled = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    filled
        .map(|(at, line)| (at + 1, object(line).and_then(|row| read(at + 1, &row))))
        .collect()
}

fn object(line: &[u8]) -> Result<Map<String, Value>, Reason> {
    let line = str::from_utf8(line).map_err(|_| Reason::NotUtf8)?;
    serde_json::from_str(line).map_err(|_| Reason::NotJson)
}

/// A CSV record by the names of its columns.
pub(super) struct CsvRow<'a> {
    columns: &'a HashMap<String, usize>,
    record: Vec<String>,
}

impl Fields for CsvRow<'_> {
    fn text(&self, column: &str) -> Option<String> {
        self.record.get(*self.columns.get(column)?).cloned()
    }

    fn list(&self, column: &str) -> Option<Vec<String>> {
        // A list within a cell is written as JSON.
        serde_json::from_str(&self.text(column)?).ok()
    }
}

/// CSV with a header.
pub(super) fn csv<T>(
    file: &[u8],
    read: impl Fn(usize, &CsvRow<'_>) -> Result<T, Reason>,
) -> Vec<Row<T>> {
    let mut columns = HashMap::new();
    let mut rows = Vec::new();
    for (at, (line, record)) in records(file).into_iter().enumerate() {
        if at == 0 {
            match record {
                Ok(names) => {
                    let names = names.into_iter().map(|name| name.trim().to_owned());
                    columns = names.enumerate().map(|(at, name)| (name, at)).collect();
                }
                Err(reason) => return vec![(line, Err(reason))],
            }
            continue;
        }
        let row = record.and_then(|record| {
            let columns = &columns;
            read(line, &CsvRow { columns, record })
        });
        rows.push((line, row));
    }
    rows
}

/// CSV whose first record is a row.
pub(super) fn csv_without_header<T>(
    file: &[u8],
    read: impl Fn(usize, &[String]) -> Result<T, Reason>,
) -> Vec<Row<T>> {
    let records = records(file).into_iter();
    records
        .map(|(line, record)| (line, record.and_then(|record| read(line, &record))))
        .collect()
}

fn records(file: &[u8]) -> Vec<Row<Vec<String>>> {
    let file = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(file);
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        let Ok(record) = record else {
            rows.push((rows.len() + 1, Err(Reason::NotCsv)));
            break;
        };
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(|cell| {
            let cell = str::from_utf8(cell).map_err(|_| Reason::NotUtf8)?;
            Ok(cell.to_owned())
        });
        rows.push((usize::try_from(line).unwrap_or(usize::MAX), cells.collect()));
    }
    rows
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
