/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/**
 * TlCsvWriter:
 *
 * Writes sheets into a folder, as CSV files that are named as they are.
 */
typedef struct _TlCsvWriter TlCsvWriter;

extern const TlExportWriter tl_csv_writer;

TlCsvWriter *tl_csv_writer_new  (GFile        *folder,
                                 GCancellable *cancellable);
void         tl_csv_writer_free (TlCsvWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsvWriter, tl_csv_writer_free)

G_END_DECLS
