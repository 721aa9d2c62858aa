/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-removal.h"

G_BEGIN_DECLS

/* What a removal would take with it is worked out and said in tl-removal.c, and written in tl-removal-change.c. */

/* A row that goes. */
typedef struct
{
  TlTable table;
  const TlFacts *row;
} TlRemovalGone;

/* A field that no longer names a row that goes. */
typedef struct
{
  TlTable table;
  const TlFacts *row;
  const TlField *field;
  const TlFacts *target;
} TlRemovalNaming;

struct _TlRemoval
{
  TlSnapshot *snapshot;
  char *title;
  TlTable table;
  GArray *gone;
  GHashTable *is_gone;
  GArray *naming;
  guint lost[TL_N_TABLES];
  guint named[TL_N_TABLES];
};

/* What a field of a row holds. */
#define TL_REMOVAL_FACT(Type, row, field) (*(const Type *) (gconstpointer) ((const guint8 *) (row) + (field)->offset))

G_END_DECLS
