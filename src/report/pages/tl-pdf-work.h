/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pdf.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* A PDF that is being finished, shared by the thread that does so and whoever waits for it. */
typedef struct
{
  TlPdfFile *drawn;
  TlPdfFile *written;
  GPtrArray *alternatives;
  char *metadata;
  char *language;
  GCancellable *cancellable;

  qpdf_data pdf;
  guint n_figures;
  /* Numbers of pages, from 1, by object. */
  GHashTable *pages;
  /* Fonts that are done, by object. */
  GHashTable *fonts;
  int percent;

  /* Under the lock: who waits, and what for. */
  GMutex lock;
  GCond changed;
  gboolean is_finished;
  gboolean is_cancelled;
  GError *error;
} TlPdfWork;

void tl_pdf_work_complete (TlPdfWork *self);

G_END_DECLS
