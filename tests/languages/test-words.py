#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word is asked of gettext in a file that is searched for words, and Polish has all of them.

test-words.py ROOT: the source tree."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import languages

ROOT = Path(sys.argv[1])
MOST_SHOWN = 40
ASKS = re.compile(r'(?<![\w])(?:N?C?_ ?\(\s*"|g_dn?gettext \(|ngettext \()')


def find_unnamed():
    """Files that ask gettext for words, and whose words nobody would ever translate."""
    named = set((ROOT / 'po' / 'POTFILES.in').read_text().split('\n'))
    for path in [*ROOT.glob('src/**/*.c'), *ROOT.glob('ui/**/*.ui')]:
        name = str(path.relative_to(ROOT))
        text = path.read_text(encoding='utf-8')
        if name not in named and (ASKS.search(text) if path.suffix == '.c' else 'translatable="y' in text):
            yield f'{name} has words, but po/POTFILES.in doesn’t name it'


def compare(message, translated):
    """What is wrong with a translation, beyond what msgfmt finds."""
    strings = [text for _, text in sorted(translated.strings.items())]
    if not all(strings) or len(strings) != (1 if message.plural is None else 3):
        yield 'isn’t translated'
        return
    for text in strings:
        if 'fuzzy' in translated.flags:
            yield 'is fuzzy'
        if re.findall(r'^\s*|\s*$', message.text) != re.findall(r'^\s*|\s*$', text):
            yield f'begins or ends with other spaces: “{text}”'
        if sorted(re.findall(r'</?\w+[^>]*>', message.text)) != sorted(re.findall(r'</?\w+[^>]*>', text)):
            yield f'has other tags: “{text}”'
        if len(re.findall(r'_\w', message.text)) == 1 and len(re.findall(r'_\w', text)) != 1:
            yield f'has no letter that opens it, or several: “{text}”'
        if message.text.endswith('…') != text.endswith('…'):
            yield f'opens something, or doesn’t, as the English: “{text}”'


def find_wrong(pot):
    polish = {(message.context, message.text, message.plural): message for message in languages.read(ROOT / 'po' / 'pl.po')}
    for message in languages.read(pot):
        place = message.places[0] if message.places else '?'
        translated = polish.get((message.context, message.text, message.plural))
        if translated is None:
            yield f'{place}: “{message.text}” isn’t translated'
        else:
            yield from (f'{place}: “{message.text}” {what}' for what in compare(message, translated))


def find_misshapen():
    """Placeholders and plurals that would crash or lie, by msgfmt."""
    result = subprocess.run(['msgfmt', '--check-format', '--check-domain', '-o', '/dev/null', 'po/pl.po'], cwd=ROOT,
                            capture_output=True, text=True)
    return result.stderr.splitlines() if result.returncode != 0 else []


def count(pot):
    return len(languages.read(pot))


with tempfile.TemporaryDirectory() as folder:
    pot = Path(folder) / 'throughline.pot'
    languages.extract(ROOT, pot)
    n_messages = count(pot)
    tests = {
        'every-file-is-named': list(find_unnamed()),
        'polish-is-complete': list(find_wrong(pot)),
        'polish-has-the-placeholders': find_misshapen(),
    }

print(f'1..{len(tests)}')
for number, (name, wrong) in enumerate(tests.items(), 1):
    print(f'{"not ok" if wrong else "ok"} {number} /languages/{name}')
    for line in wrong[:MOST_SHOWN]:
        print('# ' + line.replace('\n', '\\n'))
    if len(wrong) > MOST_SHOWN:
        print(f'# and {len(wrong) - MOST_SHOWN} more')
print(f'# {n_messages} messages, {len(tests["polish-is-complete"])} not or wrongly translated')
sys.exit(any(tests.values()))
