"""Reads documents, one JSON string on each line of standard input, as a site of MkDocs does, and writes `{"html": …}` for each."""

import json
import sys

import markdown

# What MkDocs switches on itself, and what the documentation of Material for MkDocs recommends.
EXTENSIONS = [
    "toc",
    "tables",
    "fenced_code",
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "meta",
    "wikilinks",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
OPTIONS = {"pymdownx.arithmatex": {"generic": True}, "toc": {"permalink": False}}

reader = markdown.Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)
for line in sys.stdin:
    try:
        answer = {"html": reader.reset().convert(json.loads(line))}
    except Exception as error:  # An extension may raise anything.
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
