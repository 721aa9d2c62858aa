#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program makes the pictures that it is asked for, ends, and leaves nothing behind.

test-pictures.py PROGRAM SAMPLE: SAMPLE is a workbook."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, SAMPLE = sys.argv[1:]
# The history is of something that was done for its picture.
VIEWS = {'history', 'start'}

with tempfile.TemporaryDirectory() as folder:
    home = Path(folder)
    pictures = home / 'pictures'
    pictures.mkdir()
    # Long enough for a slow machine, and shorter than the test: it must end by itself.
    try:
        status = subprocess.run([PROGRAM, '--pictures', str(pictures), *(f'--picture={view}' for view in sorted(VIEWS)), SAMPLE],
                                timeout=100, env=os.environ | {'XDG_DATA_HOME': str(home / 'data')}, stdout=subprocess.DEVNULL).returncode
    except subprocess.TimeoutExpired:
        status = None
    kept = [file.name for file in (home / 'data').rglob('*.db')]
    made = {file.stem.partition('-')[0] for file in pictures.glob('*.png') if file.read_bytes().startswith(b'\x89PNG')}
    tests = {
        'ends': status == 0,
        'makes-those-views': made == VIEWS,
        'leaves-no-working-copy': not kept,
    }

print(f'1..{len(tests)}')
for number, (name, passed) in enumerate(tests.items(), 1):
    print(f'{"ok" if passed else "not ok"} {number} /app/pictures/{name}')
if not all(tests.values()):
    print(f'# it ended with {status}, made {sorted(made)} and left {kept}')
    sys.exit(1)
