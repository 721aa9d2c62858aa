#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop is told of the program: how it is started, which files are its own, how it looks, and what a software
centre says of it.

test-desktop.py SOURCE BUILD PROGRAM SAMPLE: SAMPLE is a workbook"""

import configparser
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ID = 'org.throughline.Throughline'
MIME = 'application/vnd.throughline+sqlite3'
SOURCE, BUILD, PROGRAM, SAMPLE = map(Path, sys.argv[1:])
DATA = SOURCE / 'data'


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60,
                          **options)
    assert done.returncode == 0, f'{" ".join(map(str, words))}: {done.stdout}'
    return done.stdout


def read(path, section):
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser[section]


def pixels(path):
    """What a picture has at a place, as red, green, blue and how much of it hides what is behind."""
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf
    picture = GdkPixbuf.Pixbuf.new_from_file(str(path))
    assert picture.get_has_alpha(), path
    data, stride = picture.get_pixels(), picture.get_rowstride()
    return lambda x, y: tuple(data[y * stride + 4 * x:y * stride + 4 * x + 4])


def find_icon(name):
    return list(DATA.glob(f'icons/hicolor/*/*/{name}.svg'))


# ── Starting ──────────────────────────────────────────────────────────────────

def test_desktop_file(folder):
    entry = read(BUILD / f'data/{ID}.desktop', 'Desktop Entry')
    assert entry['Exec'].split() == ['throughline', '%F'] and entry['DBusActivatable'] == 'true'
    assert entry['MimeType'] == f'{MIME};', entry['MimeType']
    assert find_icon(entry['Icon']) and find_icon(entry['Icon'] + '-symbolic')


def test_starts_from_the_bus(folder):
    """The bus starts it where nobody has, and ends it by its own action."""
    service = (BUILD / f'data/{ID}.service').read_text()
    assert f'Name={ID}\n' in service and re.search(r'^Exec=\S+/bin/throughline --gapplication-service$', service, re.M), service
    services = folder / 'share/dbus-1/services'
    services.mkdir(parents=True)
    (services / f'{ID}.service').write_text(re.sub(r'^Exec=\S+', f'Exec={PROGRAM}', service, flags=re.M))
    call = f'gdbus call --session --timeout 50 --dest {ID} --object-path /org/throughline/Throughline --method org.freedesktop.Application'
    environment = os.environ | {'XDG_DATA_DIRS': f'{folder}/share:/usr/share', 'XDG_DATA_HOME': str(folder / 'home'),
                                'XDG_STATE_HOME': str(folder / 'state'), 'G_DEBUG': '', 'GSETTINGS_BACKEND': 'memory'}
    run('dbus-run-session', '--', 'sh', '-c', f"{call}.Activate '{{}}' && {call}.ActivateAction quit '[]' '{{}}'", env=environment)


# ── Files ─────────────────────────────────────────────────────────────────────

def type_of(path, folder):
    """What the desktop takes a file for, and which icon it shows."""
    said = run('gio', 'info', '--attributes=standard::content-type,standard::icon', path,
               env=os.environ | {'XDG_DATA_HOME': str(folder / 'home'), 'LC_ALL': 'C.UTF-8'})
    return re.search(r'standard::content-type: (\S+)', said)[1], re.search(r'standard::icon: (.*)', said)[1].split(', ')


def test_files_are_known(folder):
    """By their name, and by what is in them; another program's database is none of ours."""
    packages = folder / 'home/mime/packages'
    packages.mkdir(parents=True)
    shutil.copy(DATA / f'{ID}.mime.xml', packages / f'{ID}.xml')
    run('update-mime-database', folder / 'home/mime')
    for name in ('workbook.throughline', 'without-an-ending'):
        shutil.copy(SAMPLE, folder / name)
        kind, icons = type_of(folder / name, folder)
        assert kind == MIME, f'{name} is taken for {kind}'
        assert icons[0] == f'{ID}-workbook' and find_icon(icons[0]), icons
    other = sqlite3.connect(folder / 'other')
    other.execute('CREATE TABLE song (title TEXT)')
    other.commit()
    assert type_of(folder / 'other', folder)[0] != MIME


# ── Icons ─────────────────────────────────────────────────────────────────────

def test_icons(folder):
    """As the platform wants them: drawings of 128 and of 16, nothing but shapes, names that a Flatpak may export."""
    icons = sorted(DATA.glob('icons/hicolor/*/*/*.svg'))
    assert len(icons) == 3, icons
    for icon in icons:
        root = ElementTree.parse(icon).getroot()
        size = '16' if icon.stem.endswith('-symbolic') else '128'
        assert icon.stem.startswith(ID) and root.get('width') == root.get('height') == size, icon
        assert root.get('viewBox') == f'0 0 {size} {size}', icon
        assert {element.tag.split('}')[1] for element in root.iter() if isinstance(element.tag, str)} \
            <= {'svg', 'g', 'path', 'circle', 'rect', 'linearGradient', 'stop'}, icon
        # A symbolic icon is recoloured: it has one colour, and no strokes.
        if size == '16':
            assert 'stroke' not in icon.read_text() and set(re.findall(r'fill="(#\w+)"', icon.read_text())) == {'#222'}, icon


# ── Software centres ──────────────────────────────────────────────────────────

def test_metainfo(folder):
    """With an address for homepage and screenshots there is nothing to complain of."""
    text = (DATA / f'{ID}.metainfo.xml.in').read_text()
    metainfo = folder / f'{ID}.metainfo.xml'
    for word, value in (('@IF_ADDRESS@', ''), ('@END_ADDRESS@', ''), ('@ADDRESS@', 'https://throughline.example')):
        text = text.replace(word, value)
    metainfo.write_text(text)
    run('appstreamcli', 'validate', '--pedantic', '--strict', '--no-net', metainfo)
    root = ElementTree.parse(metainfo).getroot()
    assert root.find('content_rating').get('type') == 'oars-1.1'
    assert len({color.text for color in root.findall('branding/color')}) == 2 \
        and all(release.find('description') is not None for release in root.findall('releases/release'))
    assert len(root.find('summary').text) <= 35 and len(root.find('name').text) <= 15


def test_screenshots(folder):
    """They are pictures that build-aux/screenshots makes, of the size that is said, of a window with its round corners."""
    table = (SOURCE / 'src/app/tl-picture-list.c').read_text()
    root = ElementTree.fromstring((DATA / f'{ID}.metainfo.xml.in').read_text())
    images = root.findall('screenshots/screenshot/image')
    assert len(images) >= 3
    for image in images:
        # Or nobody could read them in a list of programs.
        assert int(image.get('width')) <= 1000 and int(image.get('height')) <= 700
        name = image.text.rsplit('/', 1)[1].removesuffix('.png')
        assert f'{{ "{name}", ' in table, f'build-aux/screenshots makes no {name}'
    name = images[0].text.rsplit('/', 1)[1].removesuffix('.png')
    (folder / 'made').mkdir()
    # On a screen with room for the window's own frame, as the script has it; the accessibility bus is that of the other screen.
    run('xvfb-run', '--auto-servernum', '--server-args=-noreset -screen 0 2200x1300x24', PROGRAM, '--pictures', folder / 'made',
        f'--picture={name}', SAMPLE,
        env=os.environ | {'XDG_DATA_HOME': str(folder / 'home'), 'XDG_STATE_HOME': str(folder / 'state'), 'GTK_A11Y': 'none'})
    size = struct.unpack('>II', (folder / f'made/{name}.png').read_bytes()[16:24])
    assert size == (int(images[0].get('width')), int(images[0].get('height'))), size
    across, down = size
    picture = pixels(folder / f'made/{name}.png')
    assert picture(across // 2, down // 2)[3] == 255, 'the window can be seen through'
    assert picture(0, 0)[3] < 128 and picture(across - 1, down - 1)[3] < 128, 'its corners are square'


tests = {name: test for name, test in globals().items() if name.startswith('test_')}
failed = False
print(f'1..{len(tests)}')
for number, (name, test) in enumerate(tests.items(), 1):
    problem = None
    with tempfile.TemporaryDirectory() as place:
        try:
            test(Path(place))
        except (AssertionError, OSError, subprocess.TimeoutExpired) as error:
            problem = error
    failed |= problem is not None
    print(f'{"not ok" if problem else "ok"} {number} /desktop/{name[5:].replace("_", "-")}', flush=True)
    if problem:
        print('# ' + str(problem).replace('\n', '\n# '), flush=True)
sys.exit(failed)
