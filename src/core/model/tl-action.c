/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-action.h"

struct _TlAction
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlAction, tl_action, TL_TYPE_RECORD)

static void
tl_action_class_init (TlActionClass *klass)
{
  tl_record_class_install_fields (TL_RECORD_CLASS (klass), TL_TABLE_ACTION);
}

static void
tl_action_init (TlAction *self)
{
}

/**
 * tl_action_get_title:
 * @self: a action
 *
 * Returns: (nullable): what is to be done, in a few words
 */
const char *
tl_action_get_title (TlAction *self)
{
  return tl_record_get_text (TL_RECORD (self), "title");
}

/**
 * tl_action_get_risk:
 * @self: a action
 *
 * Returns: (transfer none) (nullable): the risk it is for
 */
TlRisk *
tl_action_get_risk (TlAction *self)
{
  return (TlRisk *) tl_record_get_link (TL_RECORD (self), "risk");
}
