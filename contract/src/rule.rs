//! The rules: what a change means for clients. This table is the only one; the diff, the command and the documentation read it.

use std::fmt;

/// How much a change matters to clients, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Clients need not know.
    Compatible,
    /// Clients go on working, but somebody may want to know.
    Notable,
    /// A client that followed the old contract can stop working.
    Breaking,
}

impl Level {
    /// All levels, the most severe first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Notable, Self::Compatible];

    /// `breaking`, `notable` or `compatible`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Notable => "notable",
            Self::Breaking => "breaking",
        }
    }

    /// The level of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

macro_rules! rules {
    ($($(#[$docs:meta])* $rule:ident $id:literal $level:ident <-> $mirror:tt: $reason:literal;)*) => {
        /// A rule about a change of the contract. Its [id](Self::id) is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = concat!("`", $id, "`: ", $reason)] $rule,)*
        }

        /// All rules, in the order of the documentation.
        pub const RULES: &[Rule] = &[$(Rule::$rule),*];

        impl Rule {
            /// The stable id, such as `code-removed`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// The level, unless a project [sets another](crate::Levels).
            pub const fn level(self) -> Level {
                match self { $(Self::$rule => Level::$level,)* }
            }

            /// What the change means for clients, one sentence.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$rule => $reason,)* }
            }

            /// The rule about the change back; `None` if only a lock can have the change.
            pub const fn mirror(self) -> Option<Self> {
                match self { $(Self::$rule => rules!(@mirror $mirror),)* }
            }
        }
    };
    (@mirror none) => { None };
    (@mirror $rule:ident) => { Some(Self::$rule) };
}

rules! {
    CodeRemoved "code-removed" Breaking <-> CodeAdded:
        "The branch of a client that handles the code never runs again.";
    CodeRenamed "code-renamed" Breaking <-> CodeRenamed:
        "A client that handles the old code does not know the new one.";
    CodeReused "code-reused" Breaking <-> none:
        "Old clients do for the new error what was right for the retired one. This cannot be accepted: choose another code.";
    RetiredForgotten "retired-forgotten" Breaking <-> none:
        "A retired code that the lock does not remember can be used again.";
    CodeRestored "code-restored" Compatible <-> none:
        "A retired code is back, as the error that it was.";
    CodeAdded "code-added" Compatible <-> CodeRemoved:
        "Clients must expect codes that they do not know.";
    SharerAdded "sharer-added" Compatible <-> SharerRemoved:
        "One more error has a code that clients handle already.";
    SharerRemoved "sharer-removed" Notable <-> SharerAdded:
        "One of several errors with this code is not sent any more.";
    NumberChanged "number-changed" Breaking <-> NumberChanged:
        "Clients of numeric APIs match on the number.";
    NumberRemoved "number-removed" Breaking <-> NumberAdded:
        "Clients of numeric APIs match on the number.";
    NumberAdded "number-added" Compatible <-> NumberRemoved:
        "Clients skip what they do not know.";
    StatusChanged "status-changed" Breaking <-> StatusChanged:
        "Middleware, retries and alerts branch on the status.";
    StatusRemoved "status-removed" Breaking <-> StatusAdded:
        "A client that branches on this status does not see the error any more.";
    StatusAdded "status-added" Notable <-> StatusRemoved:
        "Middleware, retries and alerts see the error with a status that it did not have.";
    RetryWithdrawn "retry-withdrawn" Breaking <-> RetryGranted:
        "Clients go on sending what never succeeds.";
    RetryGranted "retry-granted" Notable <-> RetryWithdrawn:
        "Clients give up although the request may succeed later.";
    DetailRemoved "detail-removed" Breaking <-> DetailAdded:
        "A client that reads the detail fails, or reads nothing.";
    DetailRenamed "detail-renamed" Breaking <-> DetailRenamed:
        "A client that reads the detail by its old name fails, or reads nothing.";
    DetailTypeChanged "detail-type-changed" Breaking <-> DetailTypeChanged:
        "A client that parses the detail as its old type fails.";
    DetailTypeWidened "detail-type-widened" Breaking <-> DetailTypeNarrowed:
        "A client that parses the detail as an integer fails at a fraction.";
    DetailTypeNarrowed "detail-type-narrowed" Compatible <-> DetailTypeWidened:
        "Every integer is a number.";
    DetailRustTypeChanged "detail-rust-type-changed" Notable <-> DetailRustTypeChanged:
        "The JSON of a Rust type is not known here: look whether it is the same, or declare it with `json`.";
    DetailConstantChanged "detail-constant-changed" Breaking <-> DetailConstantChanged:
        "A client may match on a value that was always the same.";
    DetailBecameOptional "detail-became-optional" Breaking <-> DetailBecameRequired:
        "A client that expects the detail fails when it is omitted.";
    DetailBecameRequired "detail-became-required" Compatible <-> DetailBecameOptional:
        "Clients that handle its absence still work.";
    DetailAdded "detail-added" Compatible <-> DetailRemoved:
        "Clients skip details that they do not know.";
    HeaderRemoved "header-removed" Breaking <-> HeaderAdded:
        "Clients read the header: `Retry-After` decides how long they wait.";
    HeaderAdded "header-added" Compatible <-> HeaderRemoved:
        "Clients skip headers that they do not know.";
    HeaderValueChanged "header-value-changed" Notable <-> HeaderValueChanged:
        "A client may read the value.";
    ChallengeChanged "challenge-changed" Breaking <-> ChallengeChanged:
        "The challenge in `WWW-Authenticate` decides how a client logs in.";
    ViolationsRemoved "violations-removed" Breaking <-> ViolationsAdded:
        "A form that shows what is wrong with each field shows nothing.";
    ViolationsAdded "violations-added" Compatible <-> ViolationsRemoved:
        "Clients skip members that they do not know.";
    BodyMemberRemoved "body-member-removed" Breaking <-> BodyMemberAdded:
        "A client that reads the member fails, or reads nothing.";
    BodyMemberMoved "body-member-moved" Breaking <-> BodyMemberMoved:
        "A client looks for the value where it was.";
    BodyMemberTypeChanged "body-member-type-changed" Breaking <-> BodyMemberTypeChanged:
        "A client that parses the member as its old type fails.";
    BodyMemberBecameOptional "body-member-became-optional" Breaking <-> BodyMemberBecameRequired:
        "A client that expects the member fails when it is omitted.";
    BodyMemberBecameRequired "body-member-became-required" Compatible <-> BodyMemberBecameOptional:
        "Clients that handle its absence still work.";
    BodyMemberAdded "body-member-added" Compatible <-> BodyMemberRemoved:
        "Clients skip members that they do not know.";
    BodyConstantChanged "body-constant-changed" Breaking <-> BodyConstantChanged:
        "A client may match on a value that was always the same, such as `\"success\": false`.";
    BodyContentTypeChanged "body-content-type-changed" Breaking <-> BodyContentTypeChanged:
        "Clients choose their parser by the content type.";
    BodyStatusChanged "body-status-changed" Breaking <-> BodyStatusChanged:
        "Middleware, retries and alerts branch on the status of the response.";
    BodyLanguageChanged "body-language-changed" Notable <-> BodyLanguageChanged:
        "People read the messages.";
    BodyTextChanged "body-text-changed" Notable <-> BodyTextChanged:
        "A client may search the text.";
    TypeUriChanged "type-uri-changed" Breaking <-> TypeUriChanged:
        "The body sends the address as `type`, by which clients identify the problem (RFC 9457 section 3.1.1).";
    DocsUrlChanged "docs-url-changed" Notable <-> DocsUrlChanged:
        "Bookmarks and logs have the old address.";
    SentMetaChanged "sent-meta-changed" Breaking <-> SentMetaChanged:
        "The body sends this metadata, and a client may match on it.";
    MetaChanged "meta-changed" Compatible <-> MetaChanged:
        "No reply has this metadata.";
    SentTypeNameChanged "sent-type-name-changed" Breaking <-> SentTypeNameChanged:
        "The body sends the name of the Rust type, and a client may match on it.";
    RustRenamed "rust-renamed" Compatible <-> RustRenamed:
        "No reply has the names in the code.";
    TitleChanged "title-changed" Notable <-> TitleChanged:
        "Titles are for people, and yet clients match on them.";
    MessageChanged "message-changed" Notable <-> MessageChanged:
        "Messages are for people, and yet clients match on them.";
    Hidden "hidden" Notable <-> Documented:
        "The error is still sent, and nobody can look it up.";
    Documented "documented" Compatible <-> Hidden:
        "The error can be looked up again.";
    Deprecated "deprecated" Notable <-> Undeprecated:
        "The error will end; its removal will still be breaking.";
    Undeprecated "undeprecated" Compatible <-> Deprecated:
        "The error stays.";
    DeprecationChanged "deprecation-changed" Compatible <-> DeprecationChanged:
        "Only the notice is different.";
    DescriptionChanged "description-changed" Compatible <-> DescriptionChanged:
        "Only the documentation is different.";
    SectionChanged "section-changed" Compatible <-> SectionChanged:
        "Only the documentation is different.";
    SinceChanged "since-changed" Compatible <-> SinceChanged:
        "Only the documentation is different.";
    BookRenamed "book-renamed" Compatible <-> BookRenamed:
        "Only the documentation is different.";
    Reordered "reordered" Compatible <-> Reordered:
        "The order of members, details and headers means nothing.";
    EndpointErrorAdded "endpoint-error-added" Notable <-> EndpointErrorRemoved:
        "A client that handles all errors of the endpoint meets a new one.";
    EndpointErrorRemoved "endpoint-error-removed" Compatible <-> EndpointErrorAdded:
        "Clients handle what does not happen.";
    EndpointAdded "endpoint-added" Compatible <-> EndpointRemoved:
        "Clients do not know the endpoint yet.";
    EndpointRemoved "endpoint-removed" Notable <-> EndpointAdded:
        "The documentation of the endpoint names no errors.";
}

impl Rule {
    /// The rule with this id.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::{Level, Rule};
    ///
    /// let rule = Rule::of_id("title-changed").unwrap();
    /// assert_eq!(rule.level(), Level::Notable);
    /// ```
    pub fn of_id(id: &str) -> Option<Self> {
        RULES.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether a breaking change can be accepted by name.
    pub const fn can_be_accepted(self) -> bool {
        !matches!(self, Self::CodeReused | Self::RetiredForgotten)
    }
}

/// The id.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
