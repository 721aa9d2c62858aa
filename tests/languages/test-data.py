#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said goes by the language of whoever reads it; what is written into files never does.

test-data.py ROOT PROGRAM SAMPLE: throughline-cli, and the folder of CSV files that the sample is made of."""

import filecmp
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import languages

ROOT, PROGRAM, SAMPLE = sys.argv[1:]
# The same time, and the same ids where a seed is given.
CLOCK = {'SOURCE_DATE_EPOCH': '1767225600', 'TZ': 'Europe/London'}

# What is said to people in JSON.
SENTENCES = {'settle', 'text', 'unmet'}


def run(environment, *arguments):
    result = subprocess.run([PROGRAM, *map(str, arguments)], env=os.environ | CLOCK | environment, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f'Bail out! {arguments} ended with {result.returncode}: {result.stderr}')
    return result.stdout


def write_all(environment, folder):
    """Everything that the program writes into files, and what it says."""
    folder.mkdir()
    book = folder / 'book.throughline'
    said = run(environment, 'new', '--provider=Quillbrook', '--seed=languages', book)
    said += run(environment, 'import', '--seed=languages', book, SAMPLE)
    for name in ('book.json', 'book.xlsx', 'csv'):
        said += run(environment, 'export', book, folder / name)
    said += run(environment, 'check', '--as-at=2026-06-09', book)
    said += run(environment, 'history', book)
    said += run(environment, 'verify', book)
    said += run(environment, 'summary', '--as-at=2026-06-09', '--risk=R1', book, folder / 'summary.pdf')
    return said


def list_files(folder):
    """All but the paper, which is read by people."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file() and path.suffix != '.pdf')


def differ(one, other):
    names, others = list_files(one), list_files(other)
    if names != others:
        return [f'{set(names) ^ set(others)} are in one folder only']
    return [name for name in names if not filecmp.cmp(one / name, other / name, shallow=False)]


def leave_out_sentences(value):
    if isinstance(value, dict):
        return {key: leave_out_sentences(member) for key, member in value.items() if key not in SENTENCES}
    return [leave_out_sentences(item) for item in value] if isinstance(value, list) else value


with tempfile.TemporaryDirectory() as name:
    home = Path(name)
    if not languages.make_locale(home):
        print('1..0 # SKIP this system has no C.UTF-8 to make a locale of')
        sys.exit(0)
    languages.compile_language(ROOT, 'pl', home / 'words')
    polish = {'LC_ALL': 'pl_PL.UTF-8', 'LOCPATH': str(home), 'THROUGHLINE_LOCALE_DIR': str(home / 'words'), 'LANGUAGE': 'pl'}
    said = write_all({'LC_ALL': 'C.UTF-8'}, home / 'c')
    said_in_polish = write_all(polish, home / 'pl')
    # A share, as it is read in Polish; in files there are points.
    csv = (home / 'pl' / 'csv' / 'Readings.csv').read_text(encoding='utf-8')
    judged = [json.loads(run(environment, 'check', '--format=json', '--as-at=2026-06-09', home / 'c' / 'book.throughline'))
              for environment in ({'LC_ALL': 'C.UTF-8'}, polish)]
    paper = subprocess.run(['pdftotext', '-enc', 'UTF-8', str(home / 'pl' / 'summary.pdf'), '-'], capture_output=True, text=True).stdout
    tests = {
        'files-are-the-same-byte-for-byte': not differ(home / 'c', home / 'pl') and len(list_files(home / 'c')) > 20,
        'words-are-polish': 'ryzyko' in said_in_polish and 'ryzyko' not in said,
        'numbers-have-a-comma': '89,2%' in said_in_polish or ',5%' in said_in_polish,
        'files-have-a-point': '.' in csv,
        # Of what is concluded only the sentences are in a language.
        'json-says-the-same': leave_out_sentences(judged[0]) == leave_out_sentences(judged[1]) and judged[0] != judged[1],
        'paper-is-sound': subprocess.run(['qpdf', '--check', str(home / 'pl' / 'summary.pdf')], capture_output=True).returncode == 0,
        'paper-is-polish': 'Zestawienie dowodów' in paper and '95,0%' in paper,
    }
    print(f'1..{len(tests)}')
    for number, (test, passed) in enumerate(tests.items(), 1):
        print(f'{"ok" if passed else "not ok"} {number} /languages/data/{test}')
    for difference in differ(home / 'c', home / 'pl'):
        print(f'# {difference} differs')
    if not all(tests.values()):
        print('\n'.join('# ' + line for line in said_in_polish.splitlines()[:60]))
        sys.exit(1)
