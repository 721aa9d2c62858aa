#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man page and the completion know every command and option that the program has, and no other.

test-guides.py PROGRAM DATA: DATA is the folder of both."""

import re
import subprocess
import sys

PROGRAM, DATA = sys.argv[1:]


def show_help(*arguments):
    return subprocess.run([PROGRAM, *arguments, '--help'], capture_output=True, text=True, check=True).stdout


def complete(*words):
    """What bash offers for the last of some words."""
    script = '''source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                _throughline_cli; printf '%s\\n' "${COMPREPLY[@]}"'''
    return set(subprocess.run(['bash', '-c', script, '-', f'{DATA}/throughline-cli.bash', 'throughline-cli', *words],
                              capture_output=True, text=True, check=True).stdout.split())


commands = re.findall(r'^  (\w+) +\w', show_help().split('Commands:')[1], re.M)
options = {command: set(re.findall(r'--[\w-]+', show_help(command).split('Help Options:')[1].split('\n\n')[0]
                                   + show_help(command).partition('Application Options:')[2].split('\n\n')[0]))
           for command in commands}
with open(f'{DATA}/throughline-cli.1', encoding='utf-8') as file:
    page = file.read().replace('\\-', '-')
described = set(re.findall(r'^\.BI? (--[\w-]+)', page.split('.SH OPTIONS')[1], re.M))

tests = {
    'man-page-has-commands': set(commands) == set(re.findall(r'^\.B (\w+)$', page.split('.SH COMMANDS')[1].split('.SH OPTIONS')[0], re.M)),
    'man-page-has-options': described == set().union(*options.values()) | {'--version'},
    'completes-commands': complete('') == set(commands) | {'--help', '--version'},
    'completes-options': all(complete(command, '-') == options[command] for command in commands),
    'completes-formats': complete('check', 'a.throughline', '--format', 'j') == {'json'},
}
print(f'1..{len(tests)}')
for number, (name, passed) in enumerate(tests.items(), 1):
    print(f'{"ok" if passed else "not ok"} {number} /cli/guides/{name}')
if not all(tests.values()):
    print(f'# the program has {commands} and {options}; the page describes {sorted(described)}')
    sys.exit(1)
