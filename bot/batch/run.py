"""The run over a file: lines in, lines out, in order, whatever is wrong with some of them."""

from __future__ import annotations

import sys
from functools import partial
from typing import BinaryIO, TextIO

from tqdm import tqdm

from bot.batch.company import RecordError, company_id, figures
from bot.batch.lines import lines
from bot.batch.records import ID, Record, ahead, reader
from bot.batch.write import assessment_line, error_line
from bot.eligibility.assessment import assess
from bot.guide.directions import fits
from bot.guide.model import Guide


def assess_file(guide: Guide, source: BinaryIO, output: TextIO, *, name: str, progress: bool) -> int:
    """Assesses each company of ``source`` and writes one JSON line each to ``output``.

    ``name`` is the file's name, whose extension tells the format (any other, such as ``-``: the first line tells).
    ``progress`` shows a bar on standard error. Returns the exit status: 0, or 1 where a line could not be used.
    """
    status = 0
    with tqdm(total=_size(source), unit="B", unit_scale=True, disable=not progress, file=sys.stderr) as bar:
        first, all_lines = ahead(lines(source, bar.update))
        if first is None:
            return status
        for record in reader(name, first, {ID, *guide.figure})(all_lines):
            usable, line = assessed_line(guide, record)
            output.write(line + "\n")
            status = status if usable else 1
    return status


def assessed_line(guide: Guide, record: Record) -> tuple[bool, str]:
    """Whether ``record`` could be used, and the line that answers it."""
    company = None
    try:
        company = company_id(record.cells)
        if record.fault:
            raise RecordError(record.fault)
        found = figures(guide, record.cells)
    except RecordError as error:
        return False, error_line(company, record.line, str(error))
    return True, assessment_line(company, assess(guide, found, partial(fits, guide)))


def _size(source: BinaryIO) -> int | None:
    """The number of bytes to come; None for a stream that has no end yet."""
    if not source.seekable():
        return None
    here = source.tell()
    size = source.seek(0, 2) - here
    source.seek(here)
    return size
