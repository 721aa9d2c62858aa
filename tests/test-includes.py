#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers stay apart: no source file includes, itself or through a header, what its layer may
not; every source file is built; every file with text for people is translated."""

import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(sys.argv[1])

# For each layer: the layers that it may include, and the libraries' headers that it may not.
DISPLAY = r'(gtk|gdk|gsk|adwaita|graphene)\b.*'
DRAWING = r'(cairo|pango)\b.*'
DATABASE = r'sqlite3(ext)?\.h'
LAYERS = {
    'core/store': ({'core'}, f'{DISPLAY}|{DRAWING}'),
    'core': ({'core'}, f'{DISPLAY}|{DRAWING}|{DATABASE}'),
    'report': ({'core', 'report'}, f'{DISPLAY}|{DATABASE}'),
    'app': ({'core', 'report', 'app'}, DATABASE),
    'cli': ({'core', 'report', 'cli'}, f'{DISPLAY}|{DATABASE}'),
}
INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s*([<"])([^>"]+)[>"]', re.M)
GENERATED = {'config.h', 'tl-resources.h', 'tl-store-resources.h'}


def sources(folder, *endings):
    return sorted(path for path in (ROOT / folder).rglob('*') if path.suffix in endings)


@cache
def text(path):
    return path.read_text(encoding='utf-8')


def layer(path):
    """The entry of LAYERS for a file under src, None for what belongs to no layer."""
    within = path.relative_to(ROOT / 'src').as_posix()
    return next((name for name in LAYERS if within.startswith(name + '/')), None)


def reached(path, headers):
    """Every header that a file includes, with the shortest way to it: (is a library's, name, trail)."""
    seen = set()
    ways = [(path, ())]
    for at, trail in ways:
        for bracket, name in INCLUDE.findall(text(at)):
            own = headers.get(name.rsplit('/', 1)[-1])
            if name not in seen:
                seen.add(name)
                yield own is None and bracket == '<', name, (*trail, name)
                if own is not None:
                    ways.append((own, (*trail, name)))


def wrong_includes(name):
    headers = {path.name: path for path in sources('src', '.h')}
    layers, forbidden = LAYERS[name]
    for path in sources('src', '.c', '.h'):
        if layer(path) != name:
            continue
        for library, included, trail in reached(path, headers):
            way = f'{path.relative_to(ROOT)} includes {" → ".join(trail)}'
            own = headers.get(included.rsplit('/', 1)[-1])
            if library and re.fullmatch(forbidden, included):
                # The database's own layer may pass its header on to nobody.
                yield f'{way}, which {name} may not'
            elif own is not None and (layer(own) or 'no layer').split('/')[0] not in layers:
                yield f'{way}, which is part of {layer(own)}'
            elif own is None and not library and included not in GENERATED:
                yield f'{way}, which is nowhere in src'


def outside_layers():
    for path in sources('src', '.c', '.h'):
        if layer(path) is None:
            yield f'{path.relative_to(ROOT)} belongs to no layer'


def unbuilt():
    """Sources that no meson.build, of their own folder or one above, names."""
    for path in [*sources('src', '.c'), *sources('tests', '.c')]:
        folders = [folder for folder in path.parents if folder == ROOT or ROOT in folder.parents]
        if not any((folder / 'meson.build').is_file()
                   and re.search(f"['/]{re.escape(path.name)}'", text(folder / 'meson.build'))
                   for folder in folders):
            yield f'{path.relative_to(ROOT)} is in no meson.build'


def untranslated():
    listed = set(text(ROOT / 'po/POTFILES.in').split())
    for path in [*sources('src', '.c', '.h'), *sources('ui', '.ui', '.blp')]:
        marked = r'\b(N?C?_|ngettext|g_dngettext|g_dpgettext2?)\s?\(' if path.suffix in ('.c', '.h') \
            else r'translatable="(yes|true)"'
        if re.search(marked, text(path)) and path.relative_to(ROOT).as_posix() not in listed:
            yield f'{path.relative_to(ROOT)} has text for people but is not in po/POTFILES.in'
    for path in sources('help', '.page'):
        if path.relative_to(ROOT).as_posix() not in listed:
            yield f'{path.relative_to(ROOT)} is to be read by people but is not in po/POTFILES.in'
    for name in sorted(listed):
        if not name.startswith('#') and not (ROOT / name).is_file():
            yield f'po/POTFILES.in names {name}, which is not there'


def other_voices():
    """What is read out goes one way, or some of it would be said twice and some never."""
    for path in sources('src', '.c'):
        if 'gtk_accessible_announce' in text(path) and path.name != 'tl-announcement.c':
            yield f'{path.relative_to(ROOT)} speaks by itself; tl-announcement.h is for that'


CASES = [(f'/includes/{name}', lambda name=name: wrong_includes(name)) for name in LAYERS]
CASES += [('/includes/every-file-has-a-layer', outside_layers),
          ('/includes/every-source-is-built', unbuilt),
          ('/includes/every-text-is-translated', untranslated),
          ('/includes/one-voice', other_voices)]

print(f'1..{len(CASES)}')
failed = False
for number, (title, check) in enumerate(CASES, 1):
    problems = sorted(set(check()))
    failed |= bool(problems)
    print(f'{"not ok" if problems else "ok"} {number} {title}')
    for problem in problems:
        print(f'# {problem}')
sys.exit(failed)
