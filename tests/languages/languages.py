# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of the programs, and catalogues and locales that tests make of them."""

import csv
import json
import os
import re
import shutil
import struct
import subprocess
from pathlib import Path

# As meson's preset "glib" asks for them (mesonbuild/modules/i18n.py).
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
FLAGS = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
         'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
         'g_error_new:3:c-format', 'g_set_error:4:c-format']

# What a translation takes over as it is: places for values, markup, entities, options of commands, the program's name.
KEPT = re.compile(r"%%|%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:l|ll|z)?[a-zA-Z]|<[^<>]+>|&[#\w]+;|\n|--[a-z-]+|Throughline")
LETTERS = str.maketrans('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
                        'áƀçđéƒĝĥíĵķļɱñóþɋřšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŘŠŢÚṼŴẊÝŽ')
# Four letters of ten are as many as German or Finnish take more than English.
LONGER = 0.4
LONGEST = 8

ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


class Message:
    def __init__(self):
        self.context = None
        self.text = ''
        self.plural = None
        self.strings = {}
        self.places = []
        self.flags = []


def unescape(text):
    return re.sub(r'\\(.)', lambda match: ESCAPES[match.group(1)], text)


def escape(text):
    return text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')


def read_block(block):
    message, part = Message(), None
    for line in block.split('\n'):
        if line.startswith('#:'):
            message.places += line[2:].split()
        elif line.startswith('#,'):
            message.flags += [flag.strip() for flag in line[2:].split(',')]
        match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr)?(?:\[(\d)\])? ?"(.*)"$', line)
        if match is None:
            continue
        keyword, number, text = match.groups()
        part = part if keyword is None else (keyword, int(number or 0))
        text = unescape(text)
        if part[0] == 'msgctxt':
            message.context = (message.context or '') + text
        elif part[0] == 'msgid':
            message.text += text
        elif part[0] == 'msgid_plural':
            message.plural = (message.plural or '') + text
        else:
            message.strings[part[1]] = message.strings.get(part[1], '') + text
    return message


def read(path):
    """The messages of a .po or .pot file, its header and what is no longer used left out."""
    blocks = Path(path).read_text(encoding='utf-8').split('\n\n')
    messages = [read_block(block) for block in blocks if re.search('^msgid', block, re.MULTILINE)]
    return [message for message in messages if message.text]


def extract(root, pot):
    """Makes POT of every file that po/POTFILES.in names, as the build does."""
    subprocess.run(['xgettext', '--files-from=po/POTFILES.in', '--from-code=UTF-8', '--add-comments', '-o', str(pot),
                    *(f'--keyword={keyword}' for keyword in KEYWORDS), *(f'--flag={flag}' for flag in FLAGS)],
                   cwd=root, check=True, stderr=subprocess.DEVNULL,
                   env=os.environ | {'GETTEXTDATADIRS': str(Path(root) / 'help')})


def lengthen(text):
    """Text with an accent on every letter, and longer, by which it is known to have passed gettext."""
    parts, end = [], 0
    for match in KEPT.finditer(text):
        parts += [text[end:match.start()].translate(LETTERS), match.group()]
        end = match.end()
    parts.append(text[end:].translate(LETTERS))
    letters = sum(part.isalpha() for part in KEPT.sub('', text))
    longer = ''.join(parts)
    # Whatever ends it still ends it: what is glued to it by code may begin with a space.
    last = re.search(r'[\s.:…?!;,]*$', longer).start()
    # In words, as another language would have them.
    more = ' '.join('ø' * min(LONGEST, rest) for rest in range(round(letters * LONGER), 0, -LONGEST))
    return longer[:last] + (' ' if len(more) > LONGEST else '') + more + longer[last:]


def make_pseudo(pot, folder):
    """A catalogue in FOLDER, of the language "qps", that nothing can pass for but a text that went through gettext."""
    source, target = folder / 'qps.po', folder / 'qps' / 'LC_MESSAGES' / 'throughline.mo'
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open('w', encoding='utf-8') as file:
        file.write('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
                   '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
        for message in read(pot):
            if message.context is not None:
                file.write(f'msgctxt "{escape(message.context)}"\n')
            file.write(f'msgid "{escape(message.text)}"\n')
            if message.plural is None:
                file.write(f'msgstr "{escape(lengthen(message.text))}"\n\n')
                continue
            file.write(f'msgid_plural "{escape(message.plural)}"\nmsgstr[0] "{escape(lengthen(message.text))}"\n'
                       f'msgstr[1] "{escape(lengthen(message.plural))}"\n\n')
    subprocess.run(['msgfmt', '-o', str(target), str(source)], check=True)


def list_texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in list_texts(item)]
    return [value] if isinstance(value, str) else []


def write_data(root, pot, path):
    """What the sample, the frameworks and the practice cases say in words that are nobody's to translate, a line each."""
    words = {message.text for message in read(pot)}
    texts = set()
    for sheet in Path(root, 'data', 'sample').glob('*.csv'):
        with sheet.open(newline='', encoding='utf-8-sig') as file:
            texts.update(cell for row in list(csv.reader(file))[1:] for cell in row)
    for framework in Path(root, 'data', 'frameworks').glob('*.json'):
        texts.update(list_texts(json.loads(framework.read_text(encoding='utf-8'))))
    for page in Path(root, 'data', 'practice').rglob('*.*'):
        if page.suffix == '.csv':
            texts.add(page.read_text(encoding='utf-8-sig'))
        elif page.suffix == '.json':
            told = list_texts(json.loads(page.read_text(encoding='utf-8')))
            texts.update(told + [text[:1].upper() + text[1:] for text in told])
    path.write_text('\n'.join(sorted(' '.join(text.split()) for text in texts if text not in words or not text.islower())), encoding='utf-8')


def compile_language(root, language, folder):
    target = folder / language / 'LC_MESSAGES' / 'throughline.mo'
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(['msgfmt', '-o', str(target), str(Path(root) / 'po' / f'{language}.po')], check=True)


def find_c_locale():
    for folder in ('/usr/lib/locale', '/usr/lib64/locale'):
        for name in ('C.utf8', 'C.UTF-8'):
            if (Path(folder) / name / 'LC_NUMERIC').exists():
                return Path(folder) / name
    return None


def write_numbers(source, target):
    """LC_NUMERIC as in Polish: glibc's own file, a table of offsets, with other strings at their ends."""
    data = source.read_bytes()
    magic, count = struct.unpack_from('=II', data)
    offsets = struct.unpack_from(f'={count}I', data, 8)
    # In the order of langinfo.h: decimal point, thousands separator, grouping, both again as wide characters, charset.
    charset = data[offsets[5]:data.index(b'\0', offsets[5]) + 1]
    parts = [b',\0', '\u202f'.encode() + b'\0', b'\3\0', struct.pack('=I', ord(',')), struct.pack('=I', 0x202f), charset]
    begin, places = 8 + 4 * count, []
    body = b''
    for part in parts:
        body += b'\0' * (-(begin + len(body)) % 4)
        places.append(begin + len(body))
        body += part
    target.write_bytes(struct.pack('=II', magic, count) + struct.pack(f'={count}I', *places) + body)


def make_locale(folder):
    """The locale pl_PL.UTF-8 in FOLDER, for LOCPATH; False where there is nothing to make it of.

    Machines that build and test rarely have a locale but C, for which gettext translates nothing."""
    source = find_c_locale()
    if source is None:
        return False
    shutil.copytree(source, folder / 'pl_PL.UTF-8', symlinks=False)
    numbers = folder / 'pl_PL.UTF-8' / 'LC_NUMERIC'
    numbers.chmod(0o644)
    write_numbers(source / 'LC_NUMERIC', numbers)
    return True
