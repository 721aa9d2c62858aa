/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include <glib/gi18n-lib.h>

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

/* The short words for a finding on an owner; NULL for findings that the map shows otherwise. */
static const char *
get_owner_badge (const char *check)
{
  static const struct { const char *check, *badge; } badges[] = {
    { "owner-left", N_("has left") },
    { "owner-several", N_("one of several") },
    { "owner-disputed", N_("disputed") },
    { "owner-overloaded", N_("overload") },
    { "owner-own-witness", N_("own witness") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      if (g_str_equal (badges[i].check, check))
        return _(badges[i].badge);
    }
  return NULL;
}

static void
badge_owner (TlOwnerMap      *self,
             guint            owner,
             const TlFinding *finding,
             const char      *badge)
{
  const TlPersonFacts *person = get_node (self, owner)->person;

  if (person != NULL && (finding->subject == NULL || g_strcmp0 (finding->subject, person->base.ref) == 0))
    tl_owner_map_set_badge (self, owner, finding->severity, badge, finding->text);
}

/* A finding on a risk is its owners'; one on no risk, such as overload, is whoever's it is about. */
static void
badge_owners (TlOwnerMap      *self,
              GHashTable      *risks,
              const TlFinding *finding)
{
  const char *badge = get_owner_badge (finding->check);
  gpointer found;

  if (badge == NULL)
    return;
  if (finding->risk == NULL)
    {
      for (guint i = 0; i < self->nodes->len; i++)
        {
          if (get_node (self, i)->column == TL_MAP_COLUMN_OWNER)
            badge_owner (self, i, finding, badge);
        }
    }
  else if (g_hash_table_lookup_extended (risks, finding->risk, NULL, &found))
    {
      guint risk = GPOINTER_TO_UINT (found);

      for (guint i = self->right.starts[risk]; i < self->right.starts[risk + 1]; i++)
        badge_owner (self, g_array_index (self->edges, TlMapEdge, self->right.numbers[i]).to, finding, badge);
    }
}

static void
badge_duplicates (TlOwnerMap      *self,
                  const TlFinding *finding)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  const char *refs[] = { finding->subject, finding->other };

  for (gsize i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      const TlActionFacts *action = refs[i] != NULL ? tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, refs[i]) : NULL;

      for (gboolean flat = FALSE; action != NULL && action->person != NULL && flat <= TRUE; flat++)
        {
          guint node = tl_owner_map_find_person (self, TL_MAP_COLUMN_SUPPORT, action->person, flat);

          if (node != TL_NO_NODE)
            tl_owner_map_set_badge (self, node, finding->severity, _("2 alike"), finding->text);
        }
    }
}

void
tl_owner_map_add_badges (TlOwnerMap *self)
{
  g_autoptr (GHashTable) risks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (get_node (self, i)->risk != NULL)
        g_hash_table_insert (risks, (gpointer) get_node (self, i)->risk->facts, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);

      badge_owners (self, risks, finding);
      if (g_str_equal (finding->check, "action-duplicate"))
        badge_duplicates (self, finding);
    }
}

/* Owners are told by how much they answer for, which is what their role's name leaves out. */
void
tl_owner_map_caption_owners (TlOwnerMap *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint n = self->left.starts[i + 1] - self->left.starts[i];

      if (get_node (self, i)->column != TL_MAP_COLUMN_OWNER)
        continue;
      g_free (get_node (self, i)->caption);
      get_node (self, i)->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
    }
}
