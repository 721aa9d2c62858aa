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
badge_owners (TlOwnerMap      *self,
              const TlFinding *finding)
{
  const char *badge = get_owner_badge (finding->check);

  for (guint i = 0; badge != NULL && i < self->paths->len; i++)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, i);
      guint owner = path->nodes[TL_MAP_COLUMN_OWNER];
      const TlMapNode *risk = get_node (self, path->nodes[TL_MAP_COLUMN_RISK]);
      const TlPersonFacts *person = get_node (self, owner)->person;

      if (person == NULL || (finding->risk != NULL && finding->risk != risk->risk->facts))
        continue;
      if (finding->subject == NULL || g_strcmp0 (finding->subject, person->base.ref) == 0)
        tl_owner_map_set_badge (self, owner, finding->severity, badge, finding->text);
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

      for (guint j = 0; action != NULL && action->person != NULL && j < self->nodes->len; j++)
        {
          if (get_node (self, j)->person == action->person && get_node (self, j)->column == TL_MAP_COLUMN_SUPPORT)
            tl_owner_map_set_badge (self, j, finding->severity, _("2 alike"), finding->text);
        }
    }
}

void
tl_owner_map_add_badges (TlOwnerMap *self)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);

      badge_owners (self, finding);
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
      guint n = 0;

      if (get_node (self, i)->column != TL_MAP_COLUMN_OWNER)
        continue;
      for (guint j = 0; j < self->edges->len; j++)
        n += g_array_index (self->edges, TlMapEdge, j).to == i;
      g_free (get_node (self, i)->caption);
      get_node (self, i)->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
    }
}
