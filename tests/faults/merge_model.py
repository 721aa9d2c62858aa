# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own model of a workbook's history and of merging two copies of it, which says what the C code must do.

A change is (id, time, parents, writes); writes maps (row, field) to a value. The field '_live' is existence. 'risk' rows
carry a unique 'ref'; 'action' rows point to a risk in their field 'risk'. The ids are the C code's, since the order of
two changes of the same time depends on them; all else is worked out here.
"""


class Copy:
    """One copy of a workbook: all changes that it knows, and the head that stands for its present state. A change is
    never altered, so that what has been worked out about some of them stays so and is kept: what came before each, and
    how two of them diverge."""

    def __init__(self):
        self.changes, self.head = {}, None
        self.before, self.divergences, self.present = {}, {}, (0, {})

    def fork(self):
        other = Copy()
        other.changes, other.before, other.head = dict(self.changes), dict(self.before), self.head
        other.divergences, other.present = self.divergences, self.present
        return other

    def append(self, writes, parents, time, id):
        self.changes[id] = (id, time, tuple(sorted(parents)), writes)
        self.before[id] = {id}.union(*(self.before[parent] for parent in parents))
        self.head = id

    def take(self, other):
        self.changes.update(other.changes)
        self.before.update(other.before)

    def get_time(self, clock):
        """A change's time is always later than its parent's, however wrong this computer's clock is."""
        return max(clock, self.changes[self.head][1] + 1 if self.head else 0)

    def in_order(self, ids=None):
        return sorted((self.changes[i] for i in (ids if ids is not None else self.changes)), key=lambda c: (c[1], c[0]))

    def state(self):
        """A field has the value of the latest change that set it, by (time, id)."""
        if self.present[0] != len(self.changes):
            state = {}
            for _, _, _, writes in self.in_order():
                state.update(writes)
            self.present = (len(self.changes), state)
        return self.present[1]

    def ancestry(self, id):
        return self.before[id]


def alive(state, row):
    return bool(state.get((row, '_live')))


def repairs(state):
    """What must be written so that the united state keeps its rules: no orphan, no ref twice."""
    writes = {}
    for (row, field), value in sorted(state.items()):
        if field == 'risk' and alive(state, row) and not alive({**state, **writes}, value):
            writes[(value, '_live')] = 1
    state = {**state, **writes}
    risks = sorted(row for (row, field), value in state.items() if field == '_live' and value and row[0] == 'risk')
    taken, used = {state.get((r, 'ref')) for r in risks}, set()
    for risk in risks:  # in row order: of two equal refs the later row gets the next free one
        ref = state.get((risk, 'ref'))
        if ref in used:
            ref = next(n for n in range(1, len(taken) + 2) if n not in taken)
            taken.add(ref)
            writes[(risk, 'ref')] = ref
        used.add(ref)
    return writes


def diverge(copy, one, other):
    """What diverge_anew() says, worked out once."""
    if (one, other) not in copy.divergences:
        copy.divergences[(one, other)] = diverge_anew(copy, one, other)
    return copy.divergences[(one, other)]


def diverge_anew(copy, one, other):
    """What both sides set differently, each not knowing of the other, and the rows that stay because one side edited
    what the other deleted. The conflicts map (row, field) to the two writes, or to None for a row that stays."""
    mine, theirs = copy.ancestry(one), copy.ancestry(other)

    def last_writes(ids):
        last = {}
        for id, time, _, writes in copy.in_order(ids):
            for key, value in writes.items():
                last[key] = (time, id, value)
        return last

    a, b = last_writes(mine - theirs), last_writes(theirs - mine)
    conflicts = {key: tuple(sorted((a[key], b[key]))) for key in a.keys() & b.keys() if a[key][2] != b[key][2]}
    kept = set()
    for deleting, editing in ((a, b), (b, a)):
        for (row, field), (_, _, value) in deleting.items():
            if field == '_live' and value == 0 and any(r == row and f != '_live' for r, f in editing):
                kept.add(row)
                conflicts.setdefault((row, '_live'), None)
    return conflicts, kept


def merge(ours, theirs, id):
    """Unites theirs into ours. Returns the conflicts; a merge change, where there is one, gets the id."""
    ours.take(theirs)
    if theirs.head in ours.ancestry(ours.head):
        return {}
    if ours.head in ours.ancestry(theirs.head):
        ours.head = theirs.head
        return {}
    conflicts, kept = diverge(ours, ours.head, theirs.head)
    writes = {(row, '_live'): 1 for row in kept}
    writes.update(repairs({**ours.state(), **writes}))
    time = max(ours.changes[ours.head][1], ours.changes[theirs.head][1]) + 1
    ours.append(writes, [ours.head, theirs.head], time, id)
    return conflicts


def open_conflicts(copy):
    """All conflicts of all merges that nobody has settled since: (merge, row, field) with the two writes."""
    result = {}
    for merge_id, _, parents, _ in copy.in_order():
        if len(parents) < 2:
            continue
        for (row, field), sides in diverge(copy, *parents)[0].items():
            later = [writes for id, _, above, writes in copy.in_order()
                     if id != merge_id and merge_id in copy.ancestry(id) and len(above) < 2]
            if not any((row, field) in writes or writes.get((row, '_live')) == 0 for writes in later):
                result[(merge_id, row, field)] = sides
    return result
