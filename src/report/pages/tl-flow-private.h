/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/* Shared by the files of the flow: tl-flow.c fills and draws it, tl-flow-break.c finds where its pages end. */

typedef struct
{
  TlBlock *block;
  guint index;
  TlSliceFlags flags;
  double height;
  float space;
  float head;
  float reach;
  guint page;
  double y;
} TlSlice;

struct _TlFlow
{
  TlTypesetter *typesetter;
  double x;
  double width;
  double height;
  GPtrArray *blocks;
  guint n_let_go;
  GArray *slices;
  GArray *insets;
  GArray *page_starts;
  double inset;
  double space;
  double head;
  gboolean flush;
  TlCloseness closeness;
  gboolean new_page;
};

G_END_DECLS
