/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-entry.h"

#include <glib/gi18n.h>

#include "tl-format.h"

struct _TlOverviewEntry
{
  GObject parent_instance;

  TlOverviewKind kind;
  char *title;
  char *ground;
  char *day;
  char *when;
  char *sentence;
  TlId risk;
  const char *view;
  gboolean urgent;
  /* Of a finding. */
  TlSeverity severity;
  TlRemedy remedy;
  TlId row;
  /* The link of the line that it is about. */
  TlLineLink link;
  /* Of a change. */
  TlMovement movement;
  TlLinkState before;
  TlLinkState now;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_GROUND,
  PROP_DAY,
  PROP_WHEN,
  PROP_SENTENCE,
} TlOverviewEntryProperty;

static GParamSpec *properties[PROP_SENTENCE + 1];

G_DEFINE_FINAL_TYPE (TlOverviewEntry, tl_overview_entry, G_TYPE_OBJECT)

static void
tl_overview_entry_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlOverviewEntry *self = TL_OVERVIEW_ENTRY (object);

  switch ((TlOverviewEntryProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_GROUND:
      g_value_set_string (value, self->ground);
      break;
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_entry_finalize (GObject *object)
{
  TlOverviewEntry *self = TL_OVERVIEW_ENTRY (object);

  g_free (self->title);
  g_free (self->ground);
  g_free (self->day);
  g_free (self->when);
  g_free (self->sentence);

  G_OBJECT_CLASS (tl_overview_entry_parent_class)->finalize (object);
}

static void
tl_overview_entry_class_init (TlOverviewEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_overview_entry_get_property;
  object_class->finalize = tl_overview_entry_finalize;

  /**
   * TlOverviewEntry:title:
   *
   * The fact.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlOverviewEntry:ground:
   *
   * What supports it, or what it is about.
   */
  properties[PROP_GROUND] = g_param_spec_string ("ground", NULL, NULL, NULL, flags);
  /**
   * TlOverviewEntry:day:
   *
   * The day, of what is due.
   */
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  /**
   * TlOverviewEntry:when:
   *
   * How late it is or how it moved, in a word or two.
   */
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  /**
   * TlOverviewEntry:sentence:
   *
   * All of it, as it is read aloud.
   */
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_overview_entry_init (TlOverviewEntry *self)
{
}

/* Where the thing can be looked at that a finding speaks of. */
static const char *
find_view (const TlFinding *finding)
{
  if (g_str_has_prefix (finding->check, "variation-") || g_str_equal (finding->check, "moved-together"))
    return "places";
  if (finding->risk != NULL)
    return "risks";
  return g_str_has_prefix (finding->check, "owner-") ? "owners" : "timeline";
}

/**
 * tl_overview_entry_new_finding:
 * @finding: a finding
 * @row: (nullable): the row to which its remedy is to be done
 *
 * Returns: (transfer full): what it says, and where it leads
 */
TlOverviewEntry *
tl_overview_entry_new_finding (const TlFinding *finding,
                               const TlFacts   *row)
{
  TlOverviewEntry *self = g_object_new (TL_TYPE_OVERVIEW_ENTRY, NULL);
  g_autofree char *severity = tl_format_capital (tl_word_label (TL_TYPE_SEVERITY, (int) finding->severity));

  self->kind = TL_OVERVIEW_ATTENTION;
  self->severity = finding->severity;
  self->title = g_strdup (finding->text);
  self->ground = finding->risk != NULL ? tl_format_risk (finding->risk) : g_strdup (finding->settle);
  self->view = find_view (finding);
  self->link = finding->link;
  if (finding->risk != NULL)
    {
      self->risk = finding->risk->base.id;
      self->remedy = finding->remedy;
    }
  if (row != NULL)
    self->row = row->id;
  /* Translators: how grave it is, what is wrong, and of which risk: "Act: Nobody answers for this risk. R2 Concerns not
   * escalated" */
  self->sentence = g_strdup_printf (_("%1$s: %2$s %3$s"), severity, self->title, self->ground);
  return self;
}

/**
 * tl_overview_entry_new_due:
 * @item: something that is due
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): what it says, and where it leads
 */
TlOverviewEntry *
tl_overview_entry_new_due (const TlDueItem *item,
                           TlDay            as_at)
{
  TlOverviewEntry *self = g_object_new (TL_TYPE_OVERVIEW_ENTRY, NULL);

  self->kind = TL_OVERVIEW_DUE;
  self->title = g_strdup (item->title);
  self->ground = g_strdup (item->ground);
  self->day = tl_format_day_short (item->day, as_at);
  self->when = tl_due_item_dup_when (item, as_at);
  self->urgent = item->days_late > 0;
  self->risk = item->risk;
  self->view = item->kind == TL_DUE_FORUM ? "reviews" : "risks";
  /* Translators: what is due, by whom, on which day, and how far off or how late that is */
  self->sentence = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), self->title, self->ground, self->day, self->when);
  return self;
}

/**
 * tl_overview_entry_new_change:
 * @item: something that changed
 *
 * Returns: (transfer full): what it says, and where it leads
 */
TlOverviewEntry *
tl_overview_entry_new_change (const TlSinceItem *item)
{
  TlOverviewEntry *self = g_object_new (TL_TYPE_OVERVIEW_ENTRY, NULL);

  self->kind = TL_OVERVIEW_CHANGES;
  self->title = g_strdup (item->title);
  self->ground = g_strdup (item->text);
  self->when = g_strdup (tl_movement_get_word (item->movement));
  self->urgent = item->movement == TL_MOVEMENT_WEAKER || item->movement == TL_MOVEMENT_REOPENED;
  self->risk = item->risk;
  self->view = "risks";
  self->movement = item->movement;
  self->link = item->link;
  self->before = item->before;
  self->now = item->now;
  /* Translators: a risk, how it moved ("weaker"), and what is so now */
  self->sentence = g_strdup_printf (_("%1$s, %2$s: %3$s"), self->title, self->when, self->ground);
  return self;
}

TlOverviewKind
tl_overview_entry_get_kind (const TlOverviewEntry *self)
{
  return self->kind;
}

/**
 * tl_overview_entry_get_sentence:
 * @self: an entry
 *
 * Returns: all that it says, as it is read aloud
 */
const char *
tl_overview_entry_get_sentence (const TlOverviewEntry *self)
{
  return self->sentence;
}

/**
 * tl_overview_entry_get_risk:
 * @self: an entry
 *
 * Returns: (nullable): the risk that it speaks of
 */
const TlId *
tl_overview_entry_get_risk (const TlOverviewEntry *self)
{
  return tl_id_is_none (&self->risk) ? NULL : &self->risk;
}

/**
 * tl_overview_entry_get_severity:
 * @self: an entry for a finding
 *
 * Returns: how grave it is
 */
TlSeverity
tl_overview_entry_get_severity (const TlOverviewEntry *self)
{
  return self->severity;
}

/**
 * tl_overview_entry_get_link:
 * @self: an entry
 * @movement: (out): how it moved, if it is for a change
 * @before: (out): the link's state then
 * @now: (out): the link's state now
 *
 * Returns: the link that it is about; none when that is the risk as a whole
 */
TlLineLink
tl_overview_entry_get_link (const TlOverviewEntry *self,
                            TlMovement            *movement,
                            TlLinkState           *before,
                            TlLinkState           *now)
{
  *movement = self->movement;
  *before = self->before;
  *now = self->now;
  return self->link;
}

/**
 * tl_overview_entry_get_remedy:
 * @self: an entry
 * @row: (out): the row to which it is to be done; none where there is none
 *
 * Returns: what settles it, if it is a finding on a risk
 */
TlRemedy
tl_overview_entry_get_remedy (const TlOverviewEntry *self,
                              TlId                  *row)
{
  *row = self->row;
  return self->remedy;
}

/**
 * tl_overview_entry_is_urgent:
 * @self: an entry
 *
 * Returns: whether it is late, or weaker than it was
 */
gboolean
tl_overview_entry_is_urgent (const TlOverviewEntry *self)
{
  return self->urgent;
}

/**
 * tl_overview_entry_get_view:
 * @self: an entry
 *
 * Returns: the name of the view that shows what it speaks of
 */
const char *
tl_overview_entry_get_view (const TlOverviewEntry *self)
{
  return self->view;
}
