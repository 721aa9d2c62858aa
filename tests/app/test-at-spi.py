#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside, as a screen reader sees it: a walk through its views, an edit, what is wrong with it, saving and closing.

test-at-spi.py PROGRAM CLI SAMPLE: SAMPLE is a workbook, of which a copy is edited."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM, CLI, SAMPLE = sys.argv[1:]
PATIENCE = 25
ABSENT = 'AT-SPI, a display or a session bus of its own'
ANSWER = 'The night senior reads each chart aloud, and says so here.'
VIEWS = ['Overview', 'Risks', 'Owners', 'Timeline', 'Places', 'Reviews']
# What takes the keyboard and does something must say what.
CONTROLS = {'button', 'toggle button', 'check box', 'switch', 'radio button', 'combo box', 'text', 'entry', 'menu item', 'link',
            'spin button', 'slider', 'tab'}

# The reader's own warnings, of programs that begin or end while they are asked, are no concern of ours.
os.environ.pop('G_DEBUG', None)
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    print(f'1..0 # SKIP there is no {ABSENT}')
    sys.exit(0)
if 'DISPLAY' not in os.environ or 'DBUS_SESSION_BUS_ADDRESS' not in os.environ:
    print(f'1..0 # SKIP there is no {ABSENT}')
    sys.exit(0)


class Gone(Exception):
    """What was waited for didn't come."""


def children(node):
    try:
        return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child is not None]
    except GLib.Error:
        # It went while it was looked at.
        return []


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node):
    """What is shown of a node: each question goes to the other program and back."""
    try:
        if not is_shown(node):
            return
    except GLib.Error:
        return
    yield node
    for child in children(node):
        yield from walk(child)


def describe(node):
    try:
        return node.get_role_name(), node.get_name()
    except GLib.Error:
        return None, None


def find(root, role, name):
    """The first that is shown, of this role and name; a name may be a function."""
    for node in walk(root):
        its_role, its_name = describe(node)
        if its_role == role and (name(its_name) if callable(name) else its_name == name):
            return node
    return None


def find_dialog(node, depth=6):
    """Dialogs stand near the top, in something that isn't shown itself."""
    if describe(node)[0] == 'dialog' and is_shown(node):
        return node
    return next((found for child in children(node) if depth > 0 and (found := find_dialog(child, depth - 1))), None)


def wait(what, ask):
    """Asks until there is an answer; events aren't waited for, since those of another program may come before they count."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        # The other program has the time, and tells what it announces.
        GLib.usleep(20000)
        while GLib.MainContext.default().iteration(False):
            pass
    raise Gone(what)


def press(node):
    action = node.get_action_iface()
    if action is None or not action.do_action(0):
        raise Gone(f'{describe(node)} can’t be pressed')


def list_unnamed(window):
    for node in walk(window):
        role, name = describe(node)
        if role in CONTROLS and not name and node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
            yield role


class Walk:
    """Each step leans on the one before it."""

    def __init__(self, process, book):
        self.process, self.book = process, book
        self.application = self.window = None
        self.unnamed = []
        self.announced = []
        self.listener = Atspi.EventListener.new(lambda event: self.announced.append(str(event.any_data)))
        self.listener.register('object:announcement')

    def start(self):
        desktop = Atspi.get_desktop(0)
        self.application = wait('the program', lambda: next(
            (child for child in children(desktop) if child.get_process_id() == self.process.pid or child.get_name() == 'throughline'), None))
        self.window = wait('its window', lambda: next(iter(children(self.application)), None))
        wait('the register', lambda: find(self.window, 'list item', lambda name: name.startswith('Risks')))

    def select(self, item):
        place = next(i for i, child in enumerate(children(item.get_parent())) if child == item)
        item.get_parent().get_selection_iface().select_child(place)

    def show(self, view):
        row = wait(view, lambda: find(self.window, 'list item', lambda name: name.startswith(view)))
        self.select(row)
        wait(f'{view} being chosen', lambda: row.get_state_set().contains(Atspi.StateType.SELECTED))

    def go_through_the_views(self):
        for view in VIEWS:
            self.show(view)
            wait(f'the view {view}', lambda view=view: find(self.window, 'grouping', view))
            self.unnamed += [f'{view}: {role}' for role in list_unnamed(self.window)]

    def has_names(self):
        if self.unnamed:
            raise Gone(f'no names of {self.unnamed}')

    def open_a_risk(self):
        self.show('Risks')
        table = wait('the register', lambda: find(self.window, 'tree table', 'Risks'))
        self.select(wait('R1', lambda: find(table, 'table row', lambda name: name.startswith('R1 '))))
        wait('its page', lambda: find(self.window, 'toggle button', lambda name: name.startswith('Owned, sound: ')))

    def type_into(self, form, name, text):
        field = wait(f'the field {name}', lambda: next((node for node in walk(form) if is_field(node, name)), None))
        field.get_editable_text_iface().set_text_contents(text)

    def hear_what_is_wrong(self):
        press(wait('a button', lambda: find(self.window, 'button', 'Answer the Challenge')))
        form = wait('the form', lambda: find_dialog(self.window))
        self.type_into(form, 'Answered on', 'soon')
        press(wait('Save', lambda: find(form, 'button', 'Save')))
        wait('what is wrong being announced', lambda: any('"soon" is not a date' in said for said in self.announced))
        self.type_into(form, 'Answered on', '')

    def edit_a_field(self):
        form = wait('the form', lambda: find_dialog(self.window))
        self.type_into(form, 'Answer', ANSWER)
        press(wait('Save', lambda: find(form, 'button', 'Save')))
        wait('the form to close', lambda: find_dialog(self.window) is None)
        # Whoever works by ear or by keys is somewhere afterwards.
        wait('the keyboard being somewhere', lambda: next(
            (node for node in walk(self.window) if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None))

    def save(self):
        """Nobody has to: the file has it soon."""
        wait('the file', lambda: ANSWER in subprocess.run([CLI, 'history', str(self.book)], capture_output=True, text=True).stdout)
        wait('“Saved” being announced', lambda: any('Saved' in said for said in self.announced))

    def close(self):
        press(wait('Close', lambda: find(self.window, 'button', 'Close')))
        wait('the end of the program', lambda: self.process.poll() is not None)
        if self.process.returncode != 0:
            raise Gone(f'it ended with {self.process.returncode}')


def is_field(node, name):
    return describe(node)[1] == name and node.get_editable_text_iface() is not None and node.get_state_set().contains(Atspi.StateType.EDITABLE)


def run(trail):
    """A step that fails ends the walk; what it saw is told."""
    steps = [trail.start, trail.go_through_the_views, trail.has_names, trail.open_a_risk, trail.hear_what_is_wrong, trail.edit_a_field, trail.save, trail.close]
    print(f'1..{len(steps)}')
    for number, step in enumerate(steps, 1):
        name = step.__name__.replace('_', '-')
        try:
            step()
        except (Gone, GLib.Error) as error:
            print(f'not ok {number} /app/at-spi/{name}')
            print(f'# {error}; announced was {trail.announced}')
            for node in walk(trail.window) if trail.window is not None else []:
                if all(describe(node)):
                    print(f'# {describe(node)}')
            return 1
        print(f'ok {number} /app/at-spi/{name}')
    return 0


with tempfile.TemporaryDirectory() as folder:
    home = Path(folder)
    book = home / 'Quillbrook.throughline'
    shutil.copy(SAMPLE, book)
    book.chmod(0o644)
    environment = {key: value for key, value in os.environ.items() if key != 'GTK_A11Y'}
    environment |= {'G_DEBUG': 'fatal-criticals', 'XDG_DATA_HOME': str(home / 'data'), 'XDG_STATE_HOME': str(home / 'state'), 'GDK_DISABLE': 'gl,vulkan,dmabuf',
                    'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory', 'ADW_DISABLE_PORTAL': '1'}
    process = subprocess.Popen([PROGRAM, str(book)], env=environment, stdout=subprocess.DEVNULL)
    try:
        status = run(Walk(process, book))
    finally:
        process.kill()
        process.wait()
sys.exit(status)
