#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program in another language, with Polish numbers.

with-language.py ROOT LANGUAGE PROGRAM [ARGUMENT…]: LANGUAGE is "pl", or "qps" for one that is made up of the English by
putting an accent on every letter, and 40 % longer."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import languages

ROOT, LANGUAGE, *COMMAND = sys.argv[1:]

with tempfile.TemporaryDirectory() as name:
    home = Path(name)
    if not languages.make_locale(home):
        print('1..0 # SKIP this system has no C.UTF-8 to make a locale of')
        sys.exit(0)
    if LANGUAGE == 'qps':
        languages.extract(ROOT, home / 'throughline.pot')
        languages.make_pseudo(home / 'throughline.pot', home / 'words')
        languages.write_data(ROOT, home / 'throughline.pot', home / 'data.txt')
    else:
        languages.compile_language(ROOT, LANGUAGE, home / 'words')
    environment = {'LC_ALL': 'pl_PL.UTF-8', 'LOCPATH': str(home), 'LANGUAGE': LANGUAGE,
                   'THROUGHLINE_LOCALE_DIR': str(home / 'words'), 'TL_TEST_DATA': str(home / 'data.txt')}
    sys.exit(subprocess.run(COMMAND, env=os.environ | environment).returncode)
