#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random histories over three copies of a workbook: the C code and the model, told the same, end in the same state with
the same conflicts and heads, whichever side merges first. Most copies are in memory; each hundredth history has files.
TL_TEST_FULL tries 100,000; TL_TEST_SEED begins elsewhere, and with TL_TEST_RUNS=1 runs that one history again."""

import collections
import functools
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile

import merge_model as model

COLUMNS = {('risk', 'note'): 'baseline_issue', ('action', 'note'): 'expected_result'}

# How many histories one driver plays.
SOME = 250

# What has been tried so far.
COUNT = collections.Counter()


def hex_of(row):
    return f'{row[1]:032x}'


def column_of(row, field):
    return COLUMNS.get((row[0], field), field)


def text_of(field, value):
    if field == 'risk':
        return hex_of(value)
    return f'R{value}' if field == 'ref' else str(value)


class Driver:
    """The C code, in a process of its own."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, *words):
        self.process.stdin.write(' '.join(map(str, words)) + '\n')

    def ask(self, *words):
        self.tell(*words)
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f'the driver ended at: {words}')
        return answer.split()

    def end(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        return self.process.wait()


class Pair:
    """A copy in the C code and the same copy in the model."""

    def __init__(self, driver, name, copy, skew=0):
        self.driver, self.name, self.copy, self.skew = driver, name, copy, skew

    @classmethod
    def begin(cls, driver, kind):
        copy = model.Copy()
        id, time = driver.ask('new', 'base', kind)
        copy.append({}, [], int(time), id)
        return cls(driver, 'base', copy)

    def fork(self, name, skew=0):
        self.driver.tell('fork', self.name, name)
        return Pair(self.driver, name, self.copy.fork(), skew)

    def edit(self, writes, clock, order='edit'):
        state = self.copy.state()
        kept = {key: value for key, value in writes.items() if order == 'settle' or state.get(key) != value}
        time = self.copy.get_time(clock + self.skew)
        words = [word for (row, field), value in writes.items()
                 for word in (row[0], hex_of(row), column_of(row, field), text_of(field, value))]
        answer = self.driver.ask(order, self.name, clock + self.skew, *words)
        if not kept:
            check(answer == ['nothing'], 'an edit that changes nothing is kept')
            return
        check(int(answer[1]) == time, 'the time of an edit')
        self.copy.append(kept, [self.copy.head], time, answer[0])
        COUNT['edits'] += 1

    def merge(self, other):
        before = self.copy.head
        (id, time), found, rows, still_open = split(self.driver.ask('merge', self.name, other.name))
        conflicts = model.merge(self.copy, other.copy, id)
        check(self.copy.head == id and self.copy.changes[id][1] == int(time), 'the head after a merge')
        found = {tuple(word.split(',')) for word in found}
        if id not in (before, other.copy.head):
            fields = {(row, column) for row, column, _, _ in found}
            expected = {(hex_of(row), column_of(row, field)) for row, field in conflicts}
            check(fields == expected, f'the fields in conflict: {fields}, not {expected}')
            for (row, field), sides in conflicts.items():
                expected = (hex_of(row), column_of(row, field), *(side[1] for side in sides or ()))
                check(sides is None or expected in found, 'the two changes of a conflict')
        COUNT['merges'] += 1
        COUNT['conflicts'] += len(conflicts)
        self.compare(rows)
        self.compare_open(still_open)

    def compare(self, words):
        state = self.copy.state()
        rows, gone = set(), set()
        for word in words:
            (gone if word.startswith('gone,') else rows).add(word)
        expected = set()
        for row in {row for row, _ in state}:
            def get(field):
                return text_of(field, state[(row, field)]) if (row, field) in state else ''
            if model.alive(state, row):
                first = get('ref') if row[0] == 'risk' else get('risk')
                expected.add(','.join((row[0], hex_of(row), first, get('title'), get('note'))))
        check(rows == expected, f'the state: {sorted(rows ^ expected)}')
        check(gone == {f'gone,{hex_of(row)}' for row, field in state if field == '_live' and not state[(row, field)]},
              'the rows that have gone')

    def compare_open(self, words):
        found = {}
        for word in words:
            merge, row, column, *sides = word.split(',')
            found[(merge, row, column)] = sides
        expected = model.open_conflicts(self.copy)
        check(found.keys() == {(merge, hex_of(row), column_of(row, field)) for merge, row, field in expected},
              'the open conflicts')
        for (merge, row, field), sides in expected.items():
            if sides is not None:
                told = [word for _, id, value in sides for word in (id, text_of(field, value))]
                check(found[(merge, hex_of(row), column_of(row, field))] == told, 'the sides of an open conflict')


def split(answer):
    """The parts of an answer, between semicolons."""
    parts = [[]]
    for word in answer:
        if word == ';':
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


class Broken(Exception):
    pass


def check(kept, promise):
    if not kept:
        raise Broken(promise)


def random_edit(state):
    rows = sorted(row for (row, field), value in state.items() if field == '_live' and value)
    risks = [row for row in rows if row[0] == 'risk']
    dice = random.random()
    if dice < 0.25 or not risks:
        risk, used = ('risk', random.getrandbits(40)), {state.get((r, 'ref')) for r in risks}
        return {(risk, '_live'): 1, (risk, 'ref'): next(n for n in range(1, 99) if n not in used),
                (risk, 'title'): random.randrange(9)}
    if dice < 0.45:
        action = ('action', random.getrandbits(40))
        return {(action, '_live'): 1, (action, 'title'): random.randrange(9), (action, 'risk'): random.choice(risks)}
    if dice < 0.85:
        return {(random.choice(rows), random.choice(['title', 'note'])): random.randrange(9)}
    row = random.choice(rows)
    below = [r for (r, field), value in state.items() if field == 'risk' and value == row and model.alive(state, r)]
    return {(r, '_live'): 0 for r in [row, *below]}


def change_something(pair, clock):
    """Mostly an edit; now and then somebody settles a conflict, with the value that the field has."""
    state = pair.copy.state()
    conflicts = sorted(model.open_conflicts(pair.copy)) if random.random() < 0.3 else []
    if conflicts:
        _, row, field = random.choice(conflicts)
        if model.alive(state, row) and (row, field) in state:
            pair.edit({(row, field): state[(row, field)]}, clock, 'settle')
            return
    pair.edit(random_edit(state), clock)


def play(driver, seed):
    random.seed(seed)
    base, clock = Pair.begin(driver, 'memory' if seed % 100 else 'files'), 0
    for _ in range(random.randrange(1, 6)):
        clock += 1
        base.edit(random_edit(base.copy.state()), clock)
    copies = [base.fork(f'copy{i}', random.randrange(-50, 50)) for i in range(3)]
    for _ in range(random.randrange(3, 18)):
        clock += random.randrange(2)
        change_something(random.choice(copies), clock)
        if random.random() < 0.12:
            one, other = random.sample(copies, 2)
            one.merge(other)

    x, y = copies[0].fork('x'), copies[1].fork('y')
    x.merge(copies[1])
    y.merge(copies[0])
    check(x.copy.head == y.copy.head, 'either side makes the same merge')
    p, q = copies[0].fork('p'), copies[2].fork('q')
    p.merge(copies[1])
    p.merge(copies[2])
    q.merge(copies[1])
    q.merge(copies[0])
    pp, qq = p.fork('pp'), q.fork('qq')
    pp.merge(q)
    qq.merge(p)
    known = pp.copy.ancestry(pp.copy.head)
    check(pp.copy.head == qq.copy.head, 'three copies end in the same head, whichever came first')
    check(all(known.issuperset(copy.copy.changes) for copy in copies), 'every earlier head is an ancestor')
    state = pp.copy.state()
    refs = [value for (row, field), value in state.items() if field == 'ref' and model.alive(state, row)]
    check(len(refs) == len(set(refs)), 'no ref twice')
    fault = driver.ask('verify', 'pp')
    check(fault == ['sound'], ' '.join(fault))


def play_some(program, seeds):
    """Plays histories, and tells what they came to and what is wrong with the first that broke a promise."""
    COUNT.clear()
    # Where there is a disk in memory, nothing has to wait for a real one.
    base = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix='throughline-merge-', dir=base) as folder:
        driver, broken = Driver(program, folder), None
        for seed in seeds:
            try:
                play(driver, seed)
            except (Broken, RuntimeError, BrokenPipeError) as reason:
                broken = f'{reason} (again: TL_TEST_SEED={seed} TL_TEST_RUNS=1)'
                break
            COUNT['histories'] += 1
        status = driver.end()
    return dict(COUNT), broken or (f'the driver ended with {status}' if status else None)


def main():
    first = int(os.environ.get('TL_TEST_SEED', '0'))
    runs = int(os.environ.get('TL_TEST_RUNS', '0')) or (100000 if os.environ.get('TL_TEST_FULL') else 500)
    ends = [*range(first, first + runs, SOME), first + runs]
    play_here = functools.partial(play_some, sys.argv[1])
    total, broken = collections.Counter(), None
    print('1..1')
    with multiprocessing.Pool(min(os.cpu_count() or 1, len(ends) - 1)) as pool:
        for count, broken in pool.imap_unordered(play_here, map(range, ends, ends[1:])):
            before = total['histories']
            total.update(count)
            if total['histories'] // 10000 > before // 10000:
                print(f"# so far {total['histories']:,}", flush=True)
            if broken:
                break
    print(f"# {total['histories']:,} random histories over three copies, {total['edits']:,} edits, "
          f"{total['merges']:,} merges, {total['conflicts']:,} conflicts: "
          f"{'1 broken' if broken else '0 unlike the model, 0 edits lost'}")
    if broken:
        print(f'not ok 1 merging agrees with its model # {broken}')
        return 1
    print('ok 1 merging agrees with its model')
    return 0


if __name__ == '__main__':
    sys.exit(main())
