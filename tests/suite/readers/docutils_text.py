"""Reads documents of reStructuredText (a JSON list of strings) and says what docutils makes of each.

Of each: `messages`, what it complains of; `titles` of sections; `tables`, the texts of cells in rows; `text`, all of it.
"""

import json
import sys

from docutils import nodes
from docutils.core import publish_doctree

SETTINGS = {"report_level": 2, "halt_level": 5, "warning_stream": False, "doctitle_xform": False}


def rows(table):
    return [[entry.astext() for entry in row.children] for row in table.findall(nodes.row)]


def read(document):
    tree = publish_doctree(document, settings_overrides=SETTINGS)
    # What is only said on demand: that a list begins with 3, or that two sections have one title.
    for message in list(tree.findall(nodes.system_message)):
        if message["level"] < SETTINGS["report_level"]:
            message.parent.remove(message)
    return {
        "messages": [message.astext() for message in tree.findall(nodes.system_message)],
        "titles": [title.astext() for title in tree.findall(nodes.title)],
        "tables": [rows(table) for table in tree.findall(nodes.table)],
        "text": tree.astext(),
    }


json.dump([read(document) for document in json.load(sys.stdin)], sys.stdout)
