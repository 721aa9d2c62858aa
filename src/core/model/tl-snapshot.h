/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-change.h"
#include "tl-facts.h"
#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlSnapshot:
 *
 * All facts of a workbook at one moment, in memory: what conclusions are drawn from, on any thread. It never changes
 * while more than one holds it; who alone holds it may bring it up to date by a #TlSnapshotPatch.
 */
typedef struct _TlSnapshot TlSnapshot;

#define TL_TYPE_SNAPSHOT (tl_snapshot_get_type ())
GType              tl_snapshot_get_type     (void);
TlSnapshot        *tl_snapshot_ref          (TlSnapshot       *self);
void               tl_snapshot_unref        (TlSnapshot       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnapshot, tl_snapshot_unref)

const TlId        *tl_snapshot_get_document (const TlSnapshot *self);
const char        *tl_snapshot_get_provider (const TlSnapshot *self);
const char        *tl_snapshot_get_framework (const TlSnapshot *self);
const TlDigest    *tl_snapshot_get_head     (const TlSnapshot *self);
gboolean           tl_snapshot_is_shared    (TlSnapshot       *self);
TlDay              tl_snapshot_get_today    (const TlSnapshot *self);
const TlSettings  *tl_snapshot_get_settings (const TlSnapshot *self);
const char        *tl_snapshot_get_key      (const TlSnapshot *self,
                                             const char       *key);

guint              tl_snapshot_count        (const TlSnapshot *self,
                                             TlTable           table);
gconstpointer      tl_snapshot_get          (const TlSnapshot *self,
                                             TlTable           table,
                                             guint             index);
gconstpointer      tl_snapshot_find         (const TlSnapshot *self,
                                             TlTable           table,
                                             const TlId       *id);
gconstpointer      tl_snapshot_find_ref     (const TlSnapshot *self,
                                             TlTable           table,
                                             const char       *ref);
gint64             tl_snapshot_get_attached_size (const TlSnapshot *self);
int                tl_facts_compare         (TlTable           table,
                                             const TlFacts    *a,
                                             const TlFacts    *b);
int                tl_facts_compare_refs    (const char       *a,
                                             const char       *b);

/* The keys of the Workbook sheet. */
#define TL_KEY_PROVIDER "Provider"
#define TL_KEY_FRAMEWORK "Framework"
#define TL_KEY_TODAY "Today"

const char * const *tl_snapshot_list_keys   (void);
gboolean            tl_snapshot_check_key   (const char       *key,
                                             const char       *value,
                                             char            **expected);

G_END_DECLS
