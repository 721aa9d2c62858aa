#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help says is written on a button, in a menu or above a list is what the program writes there; and all that can
be printed is told of.

test-help-words.py SOURCE"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

SOURCE = Path(sys.argv[1])

said = set()
for path in SOURCE.glob('ui/**/*.ui'):
    said |= {element.text for element in ElementTree.parse(path).iter() if element.get('translatable') and element.text}
for path in SOURCE.glob('src/app/**/*.c'):
    said |= set(re.findall(r'N?_\s?\("((?:[^"\\]|\\.)*)"', path.read_text()))
said = {words.replace('_', '').replace('\n', ' ') for words in said}

wrong = []
for path in sorted(SOURCE.glob('help/C/*.page')):
    for element in ElementTree.parse(path).iter('gui'):
        words = ' '.join(element.text.split())
        if words not in said:
            wrong.append(f'{path.name}: nothing in the program is called “{words}”')

# Every report that can be printed is told of.
table = (SOURCE / 'src/report/tl-report-kind.c').read_text()
printing = (SOURCE / 'help/C/printing.page').read_text()
for title in re.findall(r'^    "[a-z-]+", N_\("([^"]+)"\)', table, re.M):
    if f'<em>{title}</em>' not in printing:
        wrong.append(f'printing.page: it doesn’t tell of “{title}”')

print('1..1')
print(f'{"not ok" if wrong else "ok"} 1 /help/words-of-the-window')
for problem in wrong:
    print(f'# {problem}')
sys.exit(bool(wrong))
