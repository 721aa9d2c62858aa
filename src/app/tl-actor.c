/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-actor.h"

#define ID_KEY "actor-id"
#define NAME_KEY "actor-name"

/* A random id stands for the person in the history; it is made on first use and kept. */
static TlId
get_id (GSettings *settings)
{
  g_autofree char *hex = g_settings_get_string (settings, ID_KEY);
  char text[TL_ID_HEX_LENGTH + 1];
  TlId id;

  if (!tl_id_from_hex (hex, &id) || tl_id_is_none (&id))
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_auto (GStrv) parts = g_strsplit (uuid, "-", -1);
      g_autofree char *digits = g_strjoinv ("", parts);

      tl_id_from_hex (digits, &id);
      tl_id_to_hex (&id, text);
      g_settings_set_string (settings, ID_KEY, text);
    }
  return id;
}

/**
 * tl_actor_dup_name:
 * @settings: the settings of the person at this computer
 *
 * Returns: (transfer full): who they said they are, or else whose account it is
 */
char *
tl_actor_dup_name (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, NAME_KEY);

  return name[0] != '\0' ? g_steal_pointer (&name) : g_strdup (g_get_real_name ());
}

static void
name_changed_cb (GSettings  *settings,
                 const char *key,
                 TlIdSource *ids)
{
  g_autofree char *name = tl_actor_dup_name (settings);

  tl_id_source_set_actor_name (ids, name);
}

/**
 * tl_actor_create_ids:
 * @settings: the settings of the person at this computer
 *
 * Returns: (transfer full): where new ids come from, with that person as the one who makes changes, under the name that
 *   the settings have at the time
 */
TlIdSource *
tl_actor_create_ids (GSettings *settings)
{
  g_autofree char *name = tl_actor_dup_name (settings);
  TlId id = get_id (settings);
  TlIdSource *ids = tl_id_source_new (&id, name);

  g_signal_connect_object (settings, "changed::" NAME_KEY, G_CALLBACK (name_changed_cb), ids, G_CONNECT_DEFAULT);
  return ids;
}
