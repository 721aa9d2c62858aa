#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help says is written on a button, in a menu or above a list is what the program writes there.

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

print('1..1')
print(f'{"not ok" if wrong else "ok"} 1 /help/words-of-the-window')
for problem in wrong:
    print(f'# {problem}')
sys.exit(bool(wrong))
