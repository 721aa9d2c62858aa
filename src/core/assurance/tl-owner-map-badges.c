/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-assessment-private.h"
#include "tl-load.h"

#include <glib/gi18n-lib.h>

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

/* The short words for a finding on an owner, and whether it is of each owner of its risk, whoever its subject is. */
typedef struct
{
  const char *check;
  const char *badge;
  gboolean of_all;
} OwnerBadge;

/* NULL for findings that the map shows otherwise. */
static const OwnerBadge *
get_owner_badge (const char *check)
{
  static const OwnerBadge badges[] = {
    { "owner-left", N_("has left"), FALSE },
    { "owner-several", N_("one of several"), TRUE },
    /* Its subject is whoever claims the lead. */
    { "owner-disputed", N_("disputed"), TRUE },
    { "owner-overloaded", N_("overload"), FALSE },
    { "owner-own-witness", N_("own witness"), FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      if (g_str_equal (badges[i].check, check))
        return &badges[i];
    }
  return NULL;
}

static void
badge_owner (TlOwnerMap       *self,
             guint             owner,
             const TlFinding  *finding,
             const OwnerBadge *badge)
{
  const TlPersonFacts *person = get_node (self, owner)->person;
  g_autofree char *text = NULL;

  if (person == NULL
      || (!badge->of_all && finding->subject != NULL && g_strcmp0 (finding->subject, person->base.ref) != 0))
    return;
  if (finding->risk != NULL)
    /* Translators: the title of a risk, and a sentence about it */
    text = g_strdup_printf (_("“%1$s”: %2$s"), finding->risk->title, finding->text);
  tl_owner_map_add_wrong (self, owner, finding->severity, _(badge->badge), text != NULL ? text : finding->text);
}

/* A finding on a risk is its owners'; one on no risk, such as overload, is whoever's it is about. */
static void
badge_owners (TlOwnerMap      *self,
              GHashTable      *risks,
              const TlFinding *finding)
{
  const OwnerBadge *badge = get_owner_badge (finding->check);
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
            tl_owner_map_add_wrong (self, node, finding->severity, _("2 alike"), finding->text);
        }
    }
}

/* Somebody who helps is to say with what: else it is nobody's again. */
static void
badge_supporters (TlOwnerMap            *self,
                  const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_supporters; i++)
    {
      const TlOwnershipFacts *support = risk->supporters[i];
      guint node = support->person != NULL
                     ? tl_owner_map_find_person (self, TL_MAP_COLUMN_SUPPORT, support->person, FALSE) : TL_NO_NODE;
      g_autofree char *text = NULL;

      if (node == TL_NO_NODE || (support->contribution != NULL && *support->contribution != '\0'))
        continue;
      /* Translators: a name, and the title of a risk */
      text = g_strdup_printf (_("Nothing says what %1$s contributes to “%2$s”."), support->person->name, risk->facts->title);
      tl_owner_map_add_wrong (self, node, TL_SEVERITY_WATCH, _("contribution not said"), text);
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
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (get_node (self, i)->risk != NULL)
        badge_supporters (self, get_node (self, i)->risk);
    }
}

/* What everybody answers for, whether or not it is in the map, and how many risks nobody answers for. */
static GHashTable *
find_loads (TlOwnerMap *self,
            guint      *n_unowned)
{
  GHashTable *loads = tl_loads_new ();

  *n_unowned = 0;
  for (guint i = 0; i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);

      if (risk->state != TL_RISK_STATE_OPEN)
        continue;
      tl_loads_add (loads, &self->assessment->judge, risk);
      *n_unowned += risk->n_owners == 0;
    }
  return loads;
}

/* Owners are told by how much they answer for, which is what their role's name leaves out: by all of it, lest a part of
 * the map make light of it. */
void
tl_owner_map_caption_owners (TlOwnerMap *self)
{
  guint n_unowned;
  g_autoptr (GHashTable) loads = find_loads (self, &n_unowned);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      TlMapNode *node = get_node (self, i);
      guint n_here = self->left.starts[i + 1] - self->left.starts[i];
      const TlLoad *load = node->person != NULL ? g_hash_table_lookup (loads, node->person) : NULL;
      guint n_all = node->person == NULL ? n_unowned : load != NULL ? load->n_risks : 0;

      if (node->column != TL_MAP_COLUMN_OWNER)
        continue;
      g_free (node->caption);
      if (n_here < n_all)
        node->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u risk", "%u of %u risks", n_all), n_here, n_all);
      else
        node->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n_here), n_here);
    }
}
