#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak promises, in the real sandbox: it opens there as an ordinary user, takes a document through the document
portal, loses nothing in a crash, prints, and sees neither the computer's files nor a network.

test-flatpak.py FOLDER [NAME…]: all tests, or those of the NAMEs (recovers …); FOLDER is where build-aux/flatpak works, and
FLATPAK_USER_DIR is where it was installed. Isolation means nothing for root, who keeps its powers: started by root it
goes on as a user who has none."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

ID = 'org.throughline.Throughline'
SOURCE = Path(__file__).resolve().parents[2]
# Nobody's: only these files are.
ORDINARY = 61234
# How long anything may take before it counts as hung.
PATIENCE = 90


# ── An ordinary user's session ────────────────────────────────────────────────

def name_user(user, home):
    """The bus wants to know who somebody is: in our mounts, and only there, the user has a name."""
    for file, entry in (('passwd', f'ordinary:x:{user}:{user}::{home}:/bin/sh'), ('group', f'ordinary:x:{user}:')):
        known = home.with_name(f'{home.name}-{file}')
        known.write_text(Path('/etc', file).read_text() + entry + '\n')
        subprocess.run(['mount', '--bind', known, f'/etc/{file}'], check=True)
        known.unlink()


def open_fuse():
    """Where the device is root's alone, in a container, the user gets one as a computer with a desktop has it."""
    device = Path('/dev/fuse')
    if not device.exists() or device.stat().st_mode & 0o006 == 0o006:
        return
    shown = Path('/run/throughline-devices')
    shown.mkdir(exist_ok=True)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'dev,mode=755', 'tmpfs', shown], check=True)
    os.mknod(shown / 'fuse', stat.S_IFCHR | 0o666, device.stat().st_rdev)
    (shown / 'fuse').chmod(0o666)
    subprocess.run(['mount', '--bind', shown / 'fuse', device], check=True)


def enter_session(names):
    """Goes on in a session with a display and a bus of its own."""
    user = os.getuid() or ORDINARY
    home = Path(tempfile.mkdtemp(prefix='flatpak-', dir='/var/tmp'))
    runtime = Path(f'/run/user/{user}')
    installed = Path(os.environ['FLATPAK_USER_DIR'])
    command = []
    if os.getuid() == 0:
        # The cache of root is root's; a mount of our own shows what is installed there.
        shown = Path('/run/throughline-flatpak')
        shown.mkdir(exist_ok=True)
        subprocess.run(['mount', '--bind', installed, shown], check=True)
        installed = shown
        runtime.mkdir(parents=True, exist_ok=True)
        for path in (home, runtime):
            os.chown(path, user, user)
        runtime.chmod(0o700)
        name_user(user, home)
        open_fuse()
        command = ['setpriv', f'--reuid={user}', f'--regid={user}', '--clear-groups']
    environment = {
        'PATH': '/usr/local/bin:/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(runtime), 'LANG': 'C.UTF-8',
        'FLATPAK_USER_DIR': str(installed), 'GTK_A11Y': 'none', 'TMPDIR': str(home),
        'XDG_DATA_DIRS': f'{installed}/exports/share:/usr/local/share:/usr/share',
        'TL_INSTALLING': (SOURCE / 'help/C/installing.page').read_text(),
    }
    command += ['xvfb-run', '--auto-servernum', '--server-args=-noreset -screen 0 1366x768x24', 'dbus-run-session', '--',
                '/usr/bin/python3', '/proc/self/fd/3', '--inside', *names]
    # The source may be where only root can read.
    script = os.open(__file__, os.O_RDONLY)
    os.dup2(script, 3, inheritable=True)
    status = subprocess.run(command, env=environment, pass_fds=[3], cwd=home).returncode
    shutil.rmtree(home, ignore_errors=True)
    return status


# ── Tools ─────────────────────────────────────────────────────────────────────

def run(*words, check=True, **options):
    """One command, and what it said."""
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=PATIENCE, **options)
    if check and done.returncode:
        raise AssertionError(f'{" ".join(map(str, words))} ended with {done.returncode}: {done.stdout}')
    return done.stdout


def in_sandbox(script, check=True):
    return run('flatpak', 'run', '--command=sh', ID, '-c', script, check=check)


def cli(*words):
    return run('flatpak', 'run', '--file-forwarding', '--command=throughline-cli', ID, *words)


def wait(what, condition):
    """What CONDITION answers, once it is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f'{what} never came')


class Window:
    """The program, open on a document that it gets through the portal."""

    def __init__(self, document=None):
        words = ['flatpak', 'run', '--file-forwarding', '--env=GSK_RENDERER=cairo', '--env=GDK_BACKEND=x11', ID]
        words += ['@@', str(document), '@@'] if document else []
        self.process = subprocess.Popen(words, start_new_session=True)
        self.window = wait('The window', self._find)
        run('xdotool', 'windowfocus', '--sync', self.window)

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(f'The program ended with {self.process.returncode} before its window came')
        found = run('xdotool', 'search', '--onlyvisible', '--class', 'throughline', check=False).split()
        return found and found[-1]

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '60', *keys)

    def write(self, text):
        run('xdotool', 'type', '--delay', '20', text)

    def add_risk(self, title):
        """By keyboard, as somebody would who has only that."""
        kept = working_bytes()
        self.key('ctrl+2', 'ctrl+n')
        wait('The form', lambda: self._try_title(title, kept))

    def _try_title(self, title, kept):
        # The form may not be there yet: what is typed too early goes nowhere, and is typed again.
        self.key('ctrl+a')
        self.write(title)
        self.key('Return')
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if working_bytes() != kept:
                return True
            time.sleep(0.1)
        self.key('Escape', 'ctrl+n')
        return False

    def close(self):
        self.key('ctrl+q')
        assert self.process.wait(PATIENCE) == 0, 'it ended badly'

    def kill(self):
        run('flatpak', 'kill', ID)
        self.process.wait(PATIENCE)


def data():
    return Path.home() / '.var/app' / ID / 'data'


def working_bytes():
    """How large what is kept beside the document is: it grows with every change."""
    kept = Path.home() / '.var/app' / ID / '.local/state'
    return {path: path.stat().st_size for path in kept.rglob('*.db*') if path.is_file()}


def new_document(name):
    document = Path.home() / 'Documents' / name
    document.parent.mkdir(exist_ok=True)
    # The program inside makes it, where it may write, and the person puts it where they want it.
    run('flatpak', 'run', '--command=throughline-cli', ID, 'new', data() / name, '--provider', 'Larkfield Care')
    shutil.move(data() / name, document)
    return document


# ── What is promised ──────────────────────────────────────────────────────────

def test_asks_for_nothing():
    permissions = run('flatpak', 'info', '--user', '--show-permissions', ID)
    for word in ('network', 'filesystems', 'session-bus', 'Session Bus Policy', 'System Bus Policy', 'devices=all'):
        assert word not in permissions, f'{word} in {permissions}'


def test_sees_no_files():
    (Path.home() / 'diary.txt').write_text('private')
    seen = in_sandbox(f'cat {Path.home()}/diary.txt', check=False)
    assert 'private' not in seen, seen
    for folder in ('/home', '/root', '/run/host/etc', '/mnt'):
        assert in_sandbox(f'ls -A {folder} 2> /dev/null', check=False).strip() in ('', Path.home().name), folder


def test_sees_no_network():
    devices = in_sandbox('cut -d: -f1 /proc/net/dev | tail -n +3').split()
    assert devices in ([], ['lo']), devices


def test_command_line():
    document = new_document('line.throughline')
    assert 'Larkfield Care' in cli('check', '--format', 'json', '@@', document, '@@')
    assert 'fingerprint' in cli('verify', '@@', document, '@@')


def test_prints():
    document = new_document('print.throughline')
    pdf = data() / 'pack.pdf'
    cli('summary', '@@', document, '@@', pdf, '--report', 'pack')
    assert pdf.read_bytes().startswith(b'%PDF-1.')


def find_window(title):
    """A window of whatever program; a file chooser is the desktop's, not ours."""
    return run('xdotool', 'search', '--onlyvisible', '--name', title, check=False).split()


def try_until(what, keys, window, condition):
    """Keys that are pressed too early go nowhere, and are pressed again."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        window.key(*keys)
        pause = time.monotonic() + 5
        while time.monotonic() < pause:
            answer = condition()
            if answer:
                return answer
            time.sleep(0.1)
    raise AssertionError(f'{what} never came')


def test_prints_from_the_window():
    """To a PDF, by keyboard: the desktop's own file chooser says where, and only there the program may write."""
    document = new_document('window.throughline')
    pdf = Path.home() / 'summary.pdf'
    window = Window(document)
    window.add_risk('Call bells out of reach')
    window.key('ctrl+p')
    chooser = try_until('The file chooser', ['alt+s'], window, lambda: find_window('^Save as PDF$'))[-1]
    run('xdotool', 'windowfocus', '--sync', chooser)
    window.key('ctrl+a')
    window.write(str(pdf))
    window.key('Return')
    wait('The PDF', lambda: pdf.exists() and pdf.read_bytes().rstrip().endswith(b'%%EOF'))
    assert pdf.read_bytes().startswith(b'%PDF-1.')
    run('xdotool', 'windowfocus', '--sync', window.window)
    window.key('Escape')
    window.close()


def test_helps():
    """F1 opens a page, where there is neither Yelp nor a network."""
    window = Window()
    shown = try_until('The help', ['F1'], window, lambda: find_window('^Help$'))[-1]
    run('xdotool', 'windowfocus', '--sync', shown)
    window.key('ctrl+f')
    window.write('fingerprint')
    window.key('Return')
    assert find_window('^Help$'), 'it went away'
    run('xdotool', 'windowfocus', '--sync', window.window)
    window.close()


def test_licences():
    """Of the program and of everything that is bundled with it."""
    modules = in_sandbox(f'ls /app/share/licenses/{ID}').split()
    for module in ('throughline', 'libcsv', 'libstemmer', 'libxlsxwriter', 'libqrencode'):
        assert module in modules, f'{module} has none: {modules}'
        assert int(in_sandbox(f'cat /app/share/licenses/{ID}/{module}/* | wc -c')) > 500, f'{module} has an empty one'


def test_is_known_to_the_desktop():
    """What it exports has its own name, or it wouldn't be exported."""
    exports = Path(os.environ['FLATPAK_USER_DIR']) / 'exports/share'
    for path in (f'applications/{ID}.desktop', f'dbus-1/services/{ID}.service', f'mime/packages/{ID}.xml',
                 f'icons/hicolor/scalable/apps/{ID}.svg', f'icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
                 f'icons/hicolor/scalable/mimetypes/{ID}-workbook.svg'):
        assert (exports / path).exists(), f'{path} is not exported'


def publish_runtime(folder):
    """A runtime of nothing much, published and signed as Flathub does it, and the file that tells of it."""
    gpg = ['gpg', '--homedir', folder / 'gpg', '--batch']
    (folder / 'gpg').mkdir(mode=0o700)
    run(*gpg, '--passphrase', '', '--quick-gen-key', 'Publisher <publisher@throughline.example>', 'default', 'default', 'never')
    key = run(*gpg, '--list-keys', '--with-colons').split('fpr:::::::::')[1].split(':')[0]
    sign = [f'--gpg-sign={key}', f'--gpg-homedir={folder}/gpg']
    made = folder / 'made'
    for name in ('usr', 'files', 'export'):
        (made / name).mkdir(parents=True)
    (made / 'usr/anything').write_text('anything')
    arch = run('flatpak', '--default-arch').strip()
    (made / 'metadata').write_text(f'[Runtime]\nname=org.gnome.Platform\nruntime=org.gnome.Platform/{arch}/51\n'
                                   f'sdk=org.gnome.Sdk/{arch}/51\n')
    run('ostree', 'init', '--mode=archive', '--collection-id=org.flathub.Stable', f'--repo={folder}/repo')
    run('flatpak', 'build-export', '--runtime', '--disable-sandbox', '--collection-id=org.flathub.Stable', *sign, folder / 'repo',
        made, '51')
    run('flatpak', 'build-update-repo', *sign, folder / 'repo')
    public = run(*gpg, '--export', '--armor', key).split('\n\n')[1].split('\n=')[0].replace('\n', '')
    (folder / 'flathub.flatpakrepo').write_text(f'[Flatpak Repo]\nTitle=Flathub\nUrl=file://{folder}/repo\nGPGKey={public}\n')


def test_installs_from_a_stick():
    """What the help says to type brings a runtime onto a computer that doesn't reach where it came from."""
    folder = Path.home() / 'published'
    folder.mkdir()
    (folder / 'stick').mkdir()
    publish_runtime(folder)
    page = ElementTree.fromstring(os.environ['TL_INSTALLING'])
    section = next(section for section in page.iter('section') if section.get('id') == 'runtime')
    commands = [code.text for code in section.iter('code') if code.text.split()[0] in ('flatpak', 'wget') and '//' in code.text
                or 'remote-' in code.text]
    assert len(commands) >= 7, commands
    online, offline = [], []
    for command in commands:
        (offline if offline or '/media/STICK/flathub' in command else online).append(
            command.replace('wget -P', 'cp -t').replace('https://dl.flathub.org/repo', str(folder))
            .replace('/media/STICK', str(folder / 'stick')).replace('flatpak ', 'flatpak --user ').replace('install ', 'install --noninteractive '))
    for commands, installed in ((online, 'there'), (offline, 'here')):
        for command in commands:
            run('sh', '-c', command, env=os.environ | {'FLATPAK_USER_DIR': str(folder / installed)})
        # From then on it can't be reached.
        if (folder / 'repo').exists():
            (folder / 'repo').rename(folder / 'unreachable')
    assert 'org.gnome.Platform' in run('flatpak', '--user', 'list', '--runtime', env=os.environ | {'FLATPAK_USER_DIR': str(folder / 'here')})


def test_opens_edits_and_saves():
    document = new_document('edit.throughline')
    window = Window(document)
    window.add_risk('Night calls unanswered')
    window.close()
    assert 'Night calls unanswered' in cli('history', '@@', document, '@@')


def test_recovers():
    document = new_document('crash.throughline')
    window = Window(document)
    window.add_risk('Hoists not checked')
    window.kill()
    window = Window(document)
    wait('The rescued change', lambda: 'Hoists not checked' in cli('history', '@@', document, '@@'))
    window.close()


def test_opens_alone():
    window = Window()
    window.close()


def test_starts_from_the_bus():
    run('gdbus', 'call', '--session', '--dest', ID, '--object-path', '/org/throughline/Throughline',
        '--method', 'org.freedesktop.Application.Activate', '{}')
    wait('The window', lambda: run('xdotool', 'search', '--onlyvisible', '--class', 'throughline', check=False))
    run('flatpak', 'kill', ID)


def inside(names):
    failed = 0
    tests = {name: test for name, test in globals().items()
             if name.startswith('test_') and (not names or name[5:].replace('_', '-') in names)}
    print(f'1..{len(tests)}', flush=True)
    for number, (name, test) in enumerate(tests.items(), 1):
        problem = None
        try:
            test()
        except (AssertionError, OSError, subprocess.TimeoutExpired) as error:
            problem = error
            subprocess.run(['flatpak', 'kill', ID], stderr=subprocess.DEVNULL)
        failed += problem is not None
        print(f'{"not ok" if problem else "ok"} {number} /flatpak/{name[5:].replace("_", "-")}', flush=True)
        if problem:
            print('# ' + str(problem).replace('\n', '\n# '), flush=True)
    print(f'{len(tests) - failed} passed, {failed} failed, 0 skipped')
    return failed


if __name__ == '__main__':
    if sys.argv[1:2] == ['--inside']:
        sys.exit(1 if inside(sys.argv[2:]) else 0)
    if os.getuid() == 0 and '--mounted' not in sys.argv:
        os.execvp('unshare', ['unshare', '--mount', sys.executable, __file__, *sys.argv[1:], '--mounted'])
    sys.exit(enter_session([word for word in sys.argv[2:] if word != '--mounted']))
