/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-entry.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-owner-records.h"
#include "tl-words.h"

struct _TlOwnerEntry
{
  GObject parent_instance;

  char *title;
  char *caption;
  char *sentence;
  const char *badge;
  TlSeverity severity;
  gboolean has_risk;
  TlId risk;
  GListStore *parts;
};

G_DEFINE_FINAL_TYPE (TlOwnerEntry, tl_owner_entry, G_TYPE_OBJECT)

static void
tl_owner_entry_finalize (GObject *object)
{
  TlOwnerEntry *self = TL_OWNER_ENTRY (object);

  g_free (self->title);
  g_free (self->caption);
  g_free (self->sentence);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (tl_owner_entry_parent_class)->finalize (object);
}

static void
tl_owner_entry_class_init (TlOwnerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_owner_entry_finalize;
}

static void
tl_owner_entry_init (TlOwnerEntry *self)
{
}

static TlOwnerEntry *
entry_new (const char        *title,
           char              *caption,
           const TlRiskFacts *risk)
{
  TlOwnerEntry *self = g_object_new (TL_TYPE_OWNER_ENTRY, NULL);

  self->title = g_strdup (title != NULL ? title : _("No title"));
  self->caption = caption;
  self->has_risk = risk != NULL;
  if (risk != NULL)
    self->risk = risk->base.id;
  return self;
}

static void
append (GListStore   *store,
        TlOwnerEntry *entry)
{
  g_list_store_append (store, entry);
  g_object_unref (entry);
}

/* ── By person ── */

static void
append_risks (TlOwnerEntry    *self,
              const GPtrArray *risks,
              const char      *part)
{
  for (guint i = 0; i < risks->len; i++)
    {
      const TlRiskJudgement *risk = g_ptr_array_index (risks, i);

      /* Translators: what part somebody has in a risk, and its ref */
      append (self->parts, entry_new (risk->facts->title, g_strdup_printf (_("%1$s · %2$s"), part, risk->facts->base.ref),
                                      risk->facts));
    }
}

static void
append_actions (TlOwnerEntry    *self,
                const GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      const TlActionJudgement *action = g_ptr_array_index (actions, i);
      g_autofree char *due = action->due != TL_NO_DAY ? tl_format_day (action->due) : g_strdup (_("undated"));
      TlOwnerEntry *entry =
        entry_new (action->facts->title,
                   /* Translators: the ref of a risk, and when an action for it is due */
                   g_strdup_printf (_("open action for %1$s · %2$s"), action->facts->risk->base.ref, due), action->facts->risk);

      if (action->days_overdue > 0)
        {
          entry->badge = _("overdue");
          entry->severity = TL_SEVERITY_WATCH;
        }
      append (self->parts, entry);
    }
}

static void
append_kept (TlOwnerEntry    *self,
             const GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const TlExpectedJudgement *expected = g_ptr_array_index (kept, i);
      g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));
      TlOwnerEntry *entry =
        entry_new (source,
                   /* Translators: the ref of a risk, and how often evidence of it is expected */
                   g_strdup_printf (_("evidence for %1$s · %2$s"), expected->facts->risk->base.ref,
                                    tl_word_label (TL_TYPE_INTERVAL, (int) expected->facts->every)), expected->facts->risk);

      if (expected->days_late > 0)
        {
          entry->badge = _("late");
          entry->severity = TL_SEVERITY_WATCH;
        }
      append (self->parts, entry);
    }
}

/* The gravest alone is the badge; the sentence has them all. */
static void
say_what_is_wrong (TlOwnerEntry        *self,
                   const TlPersonParts *parts)
{
  g_autoptr (GString) text = g_string_new (self->sentence);

  if (parts->outside)
    {
      self->badge = _("outside the map");
      self->severity = TL_SEVERITY_WATCH;
      g_string_append_printf (text, " %s", _("Works on a risk without a part in it."));
    }
  if (parts->overload != NULL)
    {
      self->badge = _("overload");
      self->severity = TL_SEVERITY_WATCH;
      g_string_append_printf (text, " %s", parts->overload);
    }
  if (parts->left)
    {
      self->badge = _("has left");
      self->severity = TL_SEVERITY_ACT;
      g_string_append_printf (text, " %s", _("Has left the post."));
    }
  if (parts->person == NULL && parts->accountable->len > 0)
    {
      self->badge = _("name one");
      self->severity = TL_SEVERITY_ACT;
    }
  g_free (self->sentence);
  self->sentence = g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tl_owner_entry_list_people:
 * @people: people and what they do
 * @as_at: the day that is looked at
 *
 * Makes a line for nobody and each person, with a part for each thing that they do. May be called in any thread.
 *
 * Returns: (transfer full): the lines, in the order of the people
 */
GListModel *
tl_owner_entry_list_people (const TlPeopleParts *people,
                            TlDay                as_at)
{
  GListStore *store = g_list_store_new (TL_TYPE_OWNER_ENTRY);

  for (guint i = 0; i < tl_people_parts_count (people); i++)
    {
      const TlPersonParts *parts = tl_people_parts_get (people, i);
      TlOwnerEntry *entry = parts->person != NULL ? entry_new (parts->person->name, g_strdup (parts->person->role), NULL)
                                                  : entry_new (_("No one"), NULL, NULL);

      entry->parts = g_list_store_new (TL_TYPE_OWNER_ENTRY);
      entry->sentence = tl_person_parts_describe (parts, as_at);
      say_what_is_wrong (entry, parts);
      append_risks (entry, parts->accountable, parts->person != NULL ? _("answers for it") : _("nobody answers for it"));
      append_risks (entry, parts->supports, _("supports it"));
      append_actions (entry, parts->actions);
      append_kept (entry, parts->kept);
      append (store, entry);
    }
  return G_LIST_MODEL (store);
}

/* ── Names in records ── */

/**
 * tl_owner_entry_list_records:
 * @assessment: what is concluded
 * @filter: which of its open risks are wanted
 *
 * Makes a line for each risk whose records of the last three months name others than the map. May be called in any
 * thread.
 *
 * Returns: (transfer full): the lines, in the order of the risks
 */
GListModel *
tl_owner_entry_list_records (TlAssessment           *assessment,
                             const TlOwnerMapFilter *filter)
{
  GListStore *store = g_list_store_new (TL_TYPE_OWNER_ENTRY);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      g_autoptr (TlOwnerRecords) records = NULL;
      TlOwnerEntry *entry;

      if (!tl_owner_map_filter_matches (filter, risk, tl_assessment_get_as_at (assessment)))
        continue;
      records = tl_owner_records_new (assessment, risk);
      if (records->disagreements[0] == NULL)
        continue;
      entry = entry_new (risk->facts->title, g_strdup (risk->facts->base.ref), risk->facts);
      entry->sentence = g_strjoinv ("\n", records->disagreements);
      entry->badge = _("other names");
      entry->severity = TL_SEVERITY_WATCH;
      append (store, entry);
    }
  return G_LIST_MODEL (store);
}

/**
 * tl_owner_entry_get_title:
 * @self: a line
 *
 * Returns: (transfer none): whom or what it is about
 */
const char *
tl_owner_entry_get_title (TlOwnerEntry *self)
{
  return self->title;
}

/**
 * tl_owner_entry_get_caption:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what supports that
 */
const char *
tl_owner_entry_get_caption (TlOwnerEntry *self)
{
  return self->caption;
}

/**
 * tl_owner_entry_get_sentence:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what is to be said about it
 */
const char *
tl_owner_entry_get_sentence (TlOwnerEntry *self)
{
  return self->sentence;
}

/**
 * tl_owner_entry_get_badge:
 * @self: a line
 * @severity: (out): how grave what is wrong is
 *
 * Returns: (transfer none) (nullable): what is wrong, in a few words
 */
const char *
tl_owner_entry_get_badge (TlOwnerEntry *self,
                          TlSeverity   *severity)
{
  *severity = self->severity;
  return self->badge;
}

/**
 * tl_owner_entry_dup_name:
 * @self: a line
 *
 * Returns: (transfer full): all of it, for a screen reader
 */
char *
tl_owner_entry_dup_name (TlOwnerEntry *self)
{
  g_autoptr (GString) name = g_string_new (self->title);

  if (self->caption != NULL && *self->caption != '\0')
    g_string_append_printf (name, ", %s", self->caption);
  if (self->badge != NULL)
    g_string_append_printf (name, ", %s", self->badge);
  g_string_append_c (name, '.');
  if (self->sentence != NULL)
    g_string_append_printf (name, " %s", self->sentence);
  return g_string_free_and_steal (g_steal_pointer (&name));
}

/**
 * tl_owner_entry_get_risk:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the risk that it leads to
 */
const TlId *
tl_owner_entry_get_risk (TlOwnerEntry *self)
{
  return self->has_risk ? &self->risk : NULL;
}

/**
 * tl_owner_entry_get_parts:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the lines that belong to it
 */
GListModel *
tl_owner_entry_get_parts (TlOwnerEntry *self)
{
  return G_LIST_MODEL (self->parts);
}
