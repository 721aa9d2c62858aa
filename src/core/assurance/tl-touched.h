/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlTouched:
 * @all: whether everything must be judged again
 * @risks: (element-type TlRiskFacts): risks of which something may be concluded that wasn't before
 * @evidence: (element-type TlEvidenceFacts): evidence that was made, edited, linked or removed
 *
 * What a change touches, as far as conclusions go.
 */
typedef struct
{
  gboolean all;
  GHashTable *risks;
  GHashTable *evidence;

  /* Mostly there are few, and many ask whether they are among them. */
  gconstpointer few[4];
  guint n;
} TlTouched;

TlTouched *tl_touched_new     (void);
void       tl_touched_free    (TlTouched        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTouched, tl_touched_free)
void       tl_touched_add     (TlTouched        *self,
                               const TlSnapshot *snapshot,
                               TlTable           table,
                               const TlFacts    *row);
gboolean   tl_touched_has     (const TlTouched  *self,
                               gconstpointer     row);

G_END_DECLS
