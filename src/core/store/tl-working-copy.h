/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlWorkingCopy:
 *
 * The private folder in which a document is worked on: a lock, the database, and a note of which document it is, where
 * its file is, and what was last saved. Whoever has a TlWorkingCopy holds its lock; a program that is killed lets go of
 * it, and what it did is found by the next one.
 */
typedef struct _TlWorkingCopy TlWorkingCopy;

/**
 * TlWorkingCopyNote:
 * @document: the document's id
 * @address: (nullable): the URI of its file, %NULL when it has none yet
 * @mark: (nullable): how to recognise that the file is as it was left
 * @saved: the change that the file has
 *
 * What is noted beside the database.
 */
typedef struct
{
  TlId document;
  char *address;
  char *mark;
  TlDigest saved;
} TlWorkingCopyNote;

/* Is given a working copy, to be freed. */
typedef void (*TlWorkingCopyFunc) (TlWorkingCopy *copy,
                                   gpointer       user_data);

/* The name of what is taken in beside the database, to be looked at. */
#define TL_WORKING_COPY_INCOMING "incoming.db"

TlWorkingCopy *tl_working_copy_new          (GError                  **error);
GPtrArray     *tl_working_copy_find         (const char               *address);
GPtrArray     *tl_working_copy_find_all     (const char               *address,
                                             GError                  **error);
void           tl_working_copy_each         (TlWorkingCopyFunc         func,
                                             gpointer                  user_data);
TlWorkingCopy *tl_working_copy_take         (const char               *folder,
                                             GError                  **error);
void           tl_working_copy_free         (TlWorkingCopy            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWorkingCopy, tl_working_copy_free)
void           tl_working_copy_discard      (TlWorkingCopy            *self);

const char    *tl_working_copy_get_path     (TlWorkingCopy            *self);
char          *tl_working_copy_get_incoming (TlWorkingCopy            *self);
char          *tl_working_copy_make_opened  (TlWorkingCopy            *self,
                                             GError                  **error);
void           tl_working_copy_clear_opened (TlWorkingCopy            *self);
const TlWorkingCopyNote *tl_working_copy_get_note (TlWorkingCopy      *self);
gboolean       tl_working_copy_set_note     (TlWorkingCopy            *self,
                                             const TlWorkingCopyNote  *note,
                                             GError                  **error);


/* While it is open a working copy is marked, so that the next program knows how the last one ended. */
gboolean       tl_working_copy_begin        (TlWorkingCopy            *self);
void           tl_working_copy_end          (TlWorkingCopy            *self);

/* What is being typed isn't a change yet; it lies beside the database until it is one. */
gboolean       tl_working_copy_set_typed    (const char               *database,
                                             const char               *text);
char          *tl_working_copy_get_typed    (TlWorkingCopy            *self);
void           tl_working_copy_take_typed   (TlWorkingCopy            *self,
                                             TlWorkingCopy            *other);

/* What is erased for good leaves traces in the database until that is written anew. */
void           tl_working_copy_mark_traces  (TlWorkingCopy            *self,
                                             gboolean                  traces);
gboolean       tl_working_copy_has_traces   (TlWorkingCopy            *self);

G_END_DECLS
