/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/**
 * TlJsonWriter:
 *
 * Writes sheets as one JSON object, for other programs: each sheet is an array of its rows, each row an object with
 * the sheet's headings for keys. Days are texts like 2026-03-31, lists arrays of texts, what is missing is null.
 */
typedef struct _TlJsonWriter TlJsonWriter;

extern const TlExportWriter tl_json_writer;

TlJsonWriter *tl_json_writer_new   (GOutputStream *stream,
                                    GCancellable  *cancellable);
gboolean      tl_json_writer_close (TlJsonWriter  *self,
                                    GError       **error);
void          tl_json_writer_free  (TlJsonWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonWriter, tl_json_writer_free)

G_END_DECLS
