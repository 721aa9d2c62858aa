/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-report.h"

G_BEGIN_DECLS

/* Sends a report to the printer that somebody chooses, or into a PDF. Its pages are laid out on another thread. */

void     tl_print_report_async  (TlReport             *report,
                                 GtkWindow            *parent,
                                 GSettings            *settings,
                                 const char           *path,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean tl_print_report_finish (GAsyncResult         *result,
                                 GError              **error);
void     tl_save_report_async   (TlReport             *report,
                                 GFile                *file,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean tl_save_report_finish  (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
