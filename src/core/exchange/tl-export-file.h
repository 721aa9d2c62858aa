/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/**
 * TlExportOptions:
 * @snapshot: the facts
 * @recorded: when they were last changed, in microseconds since 1970
 *
 * What is exported.
 */
typedef struct
{
  const TlSnapshot *snapshot;
  gint64 recorded;
} TlExportOptions;

gboolean tl_export_file (GFile                  *file,
                         const TlExportOptions  *options,
                         GCancellable           *cancellable,
                         GError                **error);

void     tl_export_file_async  (GFile                *file,
                                TlSnapshot           *snapshot,
                                gint64                recorded,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean tl_export_file_finish (GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
