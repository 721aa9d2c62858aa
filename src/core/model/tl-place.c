/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place.h"

struct _TlPlace
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPlace, tl_place, TL_TYPE_RECORD)

static void
tl_place_class_init (TlPlaceClass *klass)
{
  tl_record_class_install_fields (TL_RECORD_CLASS (klass), TL_TABLE_PLACE);
}

static void
tl_place_init (TlPlace *self)
{
}

/**
 * tl_place_get_name:
 * @self: a place
 *
 * Returns: (nullable): the place's name
 */
const char *
tl_place_get_name (TlPlace *self)
{
  return tl_record_get_text (TL_RECORD (self), "name");
}

/**
 * tl_place_get_kind:
 * @self: a place
 *
 * Returns: what sort of place it is
 */
TlPlaceKind
tl_place_get_kind (TlPlace *self)
{
  return (TlPlaceKind) tl_record_get_word (TL_RECORD (self), "kind");
}
