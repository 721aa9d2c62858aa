/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-recall.h"
#include "tl-row-block.h"

G_BEGIN_DECLS

/**
 * TlChangeItem:
 * @edit: the edit
 * @sequence: its place in the order in which edits were added
 * @expects: whether the edit is refused unless the field still has the value in @expected
 * @insists: whether the edit is kept even if the field has its value already, since it settles something
 * @kept: whether the edit changes something or insists, set by the writer
 * @expected: what the field is expected to be
 *
 * An edit while the writer works on it.
 */
typedef struct
{
  TlEdit edit;
  guint sequence;
  gboolean expects;
  gboolean insists;
  gboolean kept;
  TlValue expected;
} TlChangeItem;

/**
 * TlChangeSeal:
 * @parents: (array length=n_parents): the changes it follows, in the order of their ids
 * @n_parents: none for the first change, one, or two for a merge
 * @time: milliseconds since 1970, UTC
 * @actor: (nullable): who made it; nobody makes a merge
 * @version: the version of the tables whose names the body uses
 * @salt: (nullable): what keeps the body from being guessed; once something has been erased from it, another one
 * @digest: SHA-256 of the salt and the body, as they were when it was made
 * @erased: whether something has been erased from the body since
 *
 * What makes a change a part of the history, besides its kind and its body.
 */
typedef struct
{
  TlDigest parents[2];
  guint n_parents;
  gint64 time;
  const TlId *actor;
  guint version;
  GBytes *salt;
  TlDigest digest;
  gboolean erased;
} TlChangeSeal;

/* Its files are tl-change.c, which builds and reads it, and tl-change-seal.c, which makes it a part of the history. */
struct _TlChange
{
  gatomicrefcount references;
  char *kind;
  GStringChunk *names;
  GArray *items;
  /* Until somebody looks at their edits: rows that come to be, packed. */
  GPtrArray *blocks;
  GHashTable *notes;

  gboolean sealed;
  TlDigest id;
  TlId actor;
  TlChangeSeal seal;

  /* Until it is applied: the files whose content comes with it; the edits only name them. */
  GPtrArray *files;

  /* While it is applied: what the rows that it brings back last were. */
  TlRecall *recall;
};


void          tl_change_item_clear    (TlChangeItem       *item);
void          tl_change_add_edit      (TlChange           *self,
                                       const char         *table,
                                       const TlId         *row,
                                       const char         *column,
                                       const TlValue      *old_value,
                                       const TlValue      *new_value);
void          tl_change_settle        (TlChange           *self);
guint         tl_change_get_n_items   (const TlChange     *self);
TlChangeItem *tl_change_peek          (TlChange           *self,
                                       guint               index);
guint         tl_change_get_n_blocks  (const TlChange     *self);
TlRowBlock   *tl_change_get_block     (const TlChange     *self,
                                       guint               index);
void          tl_change_unpack        (TlChange           *self);
void          tl_change_sort          (TlChange           *self);
void          tl_change_drop_unkept   (TlChange           *self);
GPtrArray    *tl_change_get_files     (TlChange           *self);
GPtrArray    *tl_change_list_notes    (const TlChange     *self);
void          tl_change_seal          (TlChange           *self,
                                       const TlChangeSeal *seal);
void          tl_change_unseal        (TlChange           *self);
const TlChangeSeal *tl_change_get_seal (const TlChange    *self);

G_END_DECLS
