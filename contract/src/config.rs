//! What a project sets: `errbook.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::change::Levels;
use crate::lint::{LINTS, Lint};
use crate::nearest::unknown;
use crate::read::{LockErrors, Mistakes, decode, in_order, table};
use crate::rule::{Level, RULES, Rule};

/// The settings of a project: the file `errbook.toml` beside the lock.
///
/// ```toml
/// [rules]
/// title-changed = "breaking"
///
/// [lint]
/// no-description = false
/// sections = ["Solution"]
/// title-length = 40
/// ```
///
/// # Examples
///
/// ```
/// use errbook_contract::{Config, Level, Rule};
///
/// let config = Config::parse("rules.title-changed = 'breaking'")?;
/// assert_eq!(config.levels().of(Rule::TitleChanged), Level::Breaking);
///
/// let errors = Config::parse("rules.title-changd = 'breaking'").unwrap_err();
/// assert_eq!(errors.to_string(), "1:7: unknown rule `title-changd`, did you mean `title-changed`?");
/// # Ok::<(), errbook_contract::LockErrors>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    levels: Levels,
    lints: BTreeMap<Lint, bool>,
    pub(crate) sections: Vec<String>,
    pub(crate) title_length: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            levels: Levels::new(),
            lints: BTreeMap::new(),
            sections: Vec::new(),
            title_length: TITLE_LENGTH,
        }
    }
}

/// The longest title, unless a project sets another.
const TITLE_LENGTH: usize = 60;

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// If the text is not TOML, or has an unknown key, rule, lint or level. All mistakes are reported with their places.
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, LockErrors> {
        let text = decode(text.as_ref())?;
        let table = table(&text)?;
        let mut reader = Reader { mistakes: Mistakes::new(&text), config: Self::default() };
        reader.root(table.get_ref());
        reader.mistakes.finish(reader.config)
    }

    /// The levels of the rules.
    pub fn levels(&self) -> &Levels {
        &self.levels
    }

    /// Whether a lint is on, as all are unless a project says otherwise.
    pub fn is_on(&self, lint: Lint) -> bool {
        self.lints.get(&lint).copied().unwrap_or(true)
    }

    /// The headings that every error has.
    pub fn sections(&self) -> &[String] {
        &self.sections
    }
}

struct Reader<'t> {
    mistakes: Mistakes<'t>,
    config: Config,
}

impl Reader<'_> {
    fn root(&mut self, table: &DeTable<'_>) {
        for (key, value) in in_order(table) {
            let entries = match value.get_ref().as_table() {
                Some(entries) => in_order(entries),
                None => {
                    self.mistake(value.span(), "expected a table");
                    continue;
                }
            };
            match &**key.get_ref() {
                "rules" => entries.into_iter().for_each(|(key, value)| self.rule(key, value)),
                "lint" => entries.into_iter().for_each(|(key, value)| self.lint(key, value)),
                other => self.mistake(key.span(), unknown("key", other, &["rules", "lint"])),
            }
        }
    }

    fn mistake(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.mistakes.push(span, message.into());
    }

    fn rule(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let level = value.get_ref().as_str().and_then(Level::of_name);
        match (Rule::of_id(key.get_ref()), level) {
            (None, _) => {
                let ids: Vec<&str> = RULES.iter().map(|rule| rule.id()).collect();
                self.mistake(key.span(), unknown("rule", key.get_ref(), &ids));
            }
            (Some(rule), _) if !rule.can_be_accepted() => {
                self.mistake(key.span(), format!("`{rule}` is always breaking"));
            }
            (Some(rule), Some(level)) => {
                let levels = std::mem::take(&mut self.config.levels);
                self.config.levels = levels.with(rule, level);
            }
            (Some(_), None) => self.mistake(value.span(), "expected `breaking`, `notable` or `compatible`"),
        }
    }

    fn lint(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        match &**key.get_ref() {
            "sections" => self.sections(value),
            "title-length" => {
                let length = value.get_ref().as_integer().and_then(|length| length.as_str().parse().ok());
                match length {
                    Some(length) => self.config.title_length = length,
                    None => self.mistake(value.span(), "expected a number of characters"),
                }
            }
            id => match (Lint::of_id(id), value.get_ref().as_bool()) {
                (Some(lint), Some(is_on)) => {
                    self.config.lints.insert(lint, is_on);
                }
                (Some(_), None) => self.mistake(value.span(), "expected `true` or `false`"),
                (None, _) => {
                    let ids: Vec<&str> =
                        LINTS.iter().map(|lint| lint.id()).chain(["sections", "title-length"]).collect();
                    self.mistake(key.span(), unknown("lint", id, &ids));
                }
            },
        }
    }

    fn sections(&mut self, value: &Spanned<DeValue<'_>>) {
        let items = value.get_ref().as_array();
        let names =
            items.map(|items| items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect());
        match names {
            Some(Some(names)) => self.config.sections = names,
            _ => self.mistake(value.span(), "expected a list of headings"),
        }
    }
}
