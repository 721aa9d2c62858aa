/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/* What the builder fills in and the snapshot then only reads. */
struct _TlSnapshot
{
  gatomicrefcount references;
  TlId document;
  TlArena *arena;
  GHashTable *keys;
  TlDay today;
  TlSettings settings;
  struct
  {
    GPtrArray *rows;
    GHashTable *by_id;
    GHashTable *by_ref;
  } tables[TL_N_TABLES];
};

TlSnapshot *tl_snapshot_new           (const TlId *document);
void        tl_snapshot_read_settings (TlSnapshot *self);

G_END_DECLS
