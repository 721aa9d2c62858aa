/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store.h"
#include "tl-typed-notes.h"

G_BEGIN_DECLS

/* A group for each draft, called "table:id of its row", with a key for each field that differs; links as their ids. */
struct _TlTypedNotes
{
  GObject parent_instance;

  TlStore *store;
  GKeyFile *keys;
  /* While it is being written, and whether it is to be written once more. */
  gboolean writing;
  gboolean again;
};

void     tl_typed_notes_write      (TlTypedNotes *self);
gboolean tl_typed_notes_read_group (const char   *group,
                                    TlTable      *table,
                                    TlId         *row);
gboolean tl_typed_notes_read_link  (TlTypedNotes *self,
                                    const char   *group,
                                    const char   *column,
                                    TlId         *id);
gboolean tl_typed_notes_is_about   (TlTypedNotes *self,
                                    const char   *group,
                                    const TlId   *review,
                                    const TlId   *risk);

G_END_DECLS
