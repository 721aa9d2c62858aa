/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asking which file is to be opened or written. */

GtkFileDialog *tl_file_asking_new      (const char    *title,
                                        const char    *kind,
                                        const char    *suffix,
                                        ...) G_GNUC_NULL_TERMINATED;
void           tl_file_asking_add_kind (GtkFileDialog *self,
                                        const char    *kind,
                                        const char    *suffix,
                                        ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
