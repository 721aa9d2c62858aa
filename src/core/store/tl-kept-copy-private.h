/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-kept-copy.h"

G_BEGIN_DECLS

/* Filled by whoever looks for working copies, and the same ever after. */
struct _TlKeptCopy
{
  GObject parent_instance;

  TlId document;
  char *provider;
  GFile *file;
  GFile *folder;
  TlKeptPlace place;
  TlKeptTrouble trouble;
  gint64 edited;
  guint n_unsaved;
};

G_END_DECLS
