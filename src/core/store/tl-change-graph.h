/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlChangeGraph:
 *
 * All changes of a history with their parents, numbered from 0 in the order of time and then id. A change comes after
 * its parents. Bodies are read when they are asked for, and kept.
 */
typedef struct _TlChangeGraph TlChangeGraph;

TlChangeGraph  *tl_change_graph_new          (TlDatabase           *database,
                                              GError              **error);
void            tl_change_graph_free         (TlChangeGraph        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChangeGraph, tl_change_graph_free)

guint           tl_change_graph_get_length   (const TlChangeGraph  *self);
int             tl_change_graph_find         (const TlChangeGraph  *self,
                                              const TlDigest       *id);
const TlDigest *tl_change_graph_get_id       (const TlChangeGraph  *self,
                                              guint                 index);
gint64          tl_change_graph_get_time     (const TlChangeGraph  *self,
                                              guint                 index);
guint           tl_change_graph_get_parents  (const TlChangeGraph  *self,
                                              guint                 index,
                                              guint                 parents[2]);
gboolean       *tl_change_graph_get_ancestry (const TlChangeGraph  *self,
                                              guint                 index);
TlChange       *tl_change_graph_load         (TlChangeGraph        *self,
                                              guint                 index,
                                              GError              **error);

G_END_DECLS
