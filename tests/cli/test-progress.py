#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever sits at a terminal is told what takes long, and a log isn't.

test-progress.py PROGRAM"""

import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
# Long enough on a quick machine too.
READINGS = 300_000


def write_source(folder):
    folder.mkdir()
    (folder / 'Risks.csv').write_text('Ref,Title\nR1,Missed doses\n')
    (folder / 'Measures.csv').write_text('Ref,Risk,Title,Kind,Direction,Period\nM1,R1,Doses,count,at most,weekly\n')
    (folder / 'Readings.csv').write_text('Measure,Date,Value\n' + 'M1,2026-03-31,1\n' * READINGS)


def run_at_terminal(*arguments):
    """How the command ended, and what stood on the terminal."""
    terminal, end = pty.openpty()
    process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    text = b''
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    return process.wait(), text.decode()


with tempfile.TemporaryDirectory() as name:
    os.environ |= {'XDG_STATE_HOME': f'{name}/state', 'TMPDIR': name}
    folder = pathlib.Path(name)
    write_source(folder / 'source')
    for workbook in 'a', 'b':
        subprocess.run([PROGRAM, 'new', f'{name}/{workbook}.throughline'], check=True)
    status, text = run_at_terminal('import', f'{name}/a.throughline', f'{name}/source')
    logged = subprocess.run([PROGRAM, 'import', f'{name}/b.throughline', f'{name}/source'], capture_output=True, text=True,
                            check=True)

tests = {
    'what-takes-long-is-told': status == 0 and re.search(r'(Writing: [\d,]+ of 300,?002 rows, \d+ %|Finishing)', text) is not None,
    'the-line-is-left-empty': text.endswith('\r\033[K'),
    'a-log-is-left-alone': logged.stderr == '',
}
print(f'1..{len(tests)}')
for number, (test, passed) in enumerate(tests.items(), 1):
    print(f'{"ok" if passed else "not ok"} {number} /cli/progress/{test}')
if not all(tests.values()):
    print(f'# {status}: {text!r}')
    sys.exit(1)
