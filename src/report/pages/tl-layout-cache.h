/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TlLayoutKey:
 * @style: the style of the text
 * @width: its width in units of Pango, -1 for none
 * @alignment: how its lines stand in it
 * @markup: the text
 *
 * What makes one set text the same as another.
 */
typedef struct
{
  int style;
  int width;
  PangoAlignment alignment;
  const char *markup;
} TlLayoutKey;

/**
 * TlLayoutCache:
 *
 * Texts that are set, those that were last used: a text is measured, sliced and drawn, and setting it is most of what a
 * page costs.
 */
typedef struct _TlLayoutCache TlLayoutCache;

TlLayoutCache *tl_layout_cache_new  (void);
void           tl_layout_cache_free (TlLayoutCache     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutCache, tl_layout_cache_free)

void           tl_layout_cache_clear (TlLayoutCache    *self);
PangoLayout   *tl_layout_cache_find (TlLayoutCache     *self,
                                     const TlLayoutKey *key);
void           tl_layout_cache_keep (TlLayoutCache     *self,
                                     const TlLayoutKey *key,
                                     PangoLayout       *layout);

G_END_DECLS
