/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-search.h"

#include "tl-assessing.h"
#include "tl-search-index.h"

struct _TlRiskSearch
{
  GObject parent_instance;

  TlAssessment *assessment;
  TlSearchIndex *index;
  /* While words are being read. */
  GCancellable *reading;
  /* Whether the index is of what is concluded now. */
  gboolean current;
  char *text;
  /* Ids of what was found, which belong to the index. NULL while nothing is looked for. */
  GHashTable *found;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_BUSY = 1,
} TlRiskSearchProperty;

static GParamSpec *busy_property;

G_DEFINE_FINAL_TYPE (TlRiskSearch, tl_risk_search, G_TYPE_OBJECT)

static void
look (TlRiskSearch    *self,
      GtkFilterChange  change)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  if (self->index != NULL && self->text != NULL)
    self->found = tl_search_index_find (self->index, self->text);
  g_signal_emit (self, signals[CHANGED], 0, (int) change);
}

/* ── Reading ──────────────────────────────────────────────────────────────── */

/* What is concluded is let go of here, so that the next edit can bring it up to date. */
static void
read_words (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  TlAssessment **assessment = data;
  TlSearchIndex *index = tl_search_index_new (*assessment, cancellable);

  g_clear_pointer (assessment, tl_assessment_unref);
  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) tl_search_index_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
free_pointer (gpointer data)
{
  TlAssessment **assessment = data;

  if (*assessment != NULL)
    tl_assessing_let_go (*assessment);
  g_free (assessment);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TlRiskSearch *self = TL_RISK_SEARCH (source);
  TlSearchIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Only when it was cancelled, by what began it anew. */
  if (index == NULL)
    return;
  g_clear_object (&self->reading);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->index, tl_search_index_unref);
  self->index = index;
  look (self, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), busy_property);
}

static void
begin_reading (TlRiskSearch *self)
{
  g_autoptr (GTask) task = NULL;
  TlAssessment **assessment = g_new (TlAssessment *, 1);

  self->current = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  *assessment = tl_assessment_ref (self->assessment);
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, begin_reading);
  g_task_set_task_data (task, assessment, free_pointer);
  g_task_run_in_thread (task, read_words);
  g_object_notify_by_pspec (G_OBJECT (self), busy_property);
}

static void
stop_reading (TlRiskSearch *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static gboolean
is_used (TlRiskSearch *self)
{
  return self->text != NULL && self->text[0] != '\0';
}

static void
tl_risk_search_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TlRiskSearchProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, tl_risk_search_is_busy (TL_RISK_SEARCH (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_search_dispose (GObject *object)
{
  TlRiskSearch *self = TL_RISK_SEARCH (object);

  stop_reading (self);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->index, tl_search_index_unref);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tl_risk_search_parent_class)->dispose (object);
}

static void
tl_risk_search_class_init (TlRiskSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_risk_search_get_property;
  object_class->dispose = tl_risk_search_dispose;

  /**
   * TlRiskSearch:busy:
   *
   * Whether words are being read without which nothing can be found yet.
   */
  busy_property = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_BUSY, busy_property);

  /**
   * TlRiskSearch::changed:
   * @self: a search
   * @change: how, as a #GtkFilterChange
   *
   * Something else is found now.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_RISK_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_INT);
}

static void
tl_risk_search_init (TlRiskSearch *self)
{
}

/**
 * tl_risk_search_new:
 *
 * Returns: (transfer full): a search of nothing
 */
TlRiskSearch *
tl_risk_search_new (void)
{
  return g_object_new (TL_TYPE_RISK_SEARCH, NULL);
}

/**
 * tl_risk_search_set_assessment:
 * @self: a search
 * @assessment: (nullable): what is concluded of the workbook now
 *
 * Searches a workbook, or the same after something changed. What was found stays until its words have been read again.
 */
void
tl_risk_search_set_assessment (TlRiskSearch *self,
                               TlAssessment *assessment)
{
  g_return_if_fail (TL_IS_RISK_SEARCH (self));

  if (self->assessment == assessment)
    return;
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  self->current = FALSE;
  if (assessment == NULL)
    {
      stop_reading (self);
      g_clear_pointer (&self->found, g_hash_table_unref);
      g_clear_pointer (&self->index, tl_search_index_unref);
      return;
    }
  self->assessment = tl_assessment_ref (assessment);
  if (is_used (self))
    begin_reading (self);
}

/**
 * tl_risk_search_prepare:
 * @self: a search
 *
 * Reads the words of the workbook, since something is about to be looked for.
 */
void
tl_risk_search_prepare (TlRiskSearch *self)
{
  g_return_if_fail (TL_IS_RISK_SEARCH (self));

  if (self->assessment != NULL && !self->current)
    begin_reading (self);
}

/**
 * tl_risk_search_set_text:
 * @self: a search
 * @text: (nullable): what to look for
 */
void
tl_risk_search_set_text (TlRiskSearch *self,
                         const char   *text)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  g_autofree char *old = NULL;

  g_return_if_fail (TL_IS_RISK_SEARCH (self));

  old = g_strdup (self->text != NULL ? self->text : "");
  if (!g_set_str (&self->text, text))
    return;
  /* While more is typed, only those need be asked again that were there. */
  if (self->found != NULL && text != NULL && g_str_has_prefix (text, old))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (old, text != NULL ? text : ""))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  if (is_used (self))
    tl_risk_search_prepare (self);
  if (self->assessment == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), busy_property);
  look (self, change);
}

/**
 * tl_risk_search_has:
 * @self: a search
 * @risk: a risk
 *
 * Returns: whether @risk has what is looked for, or nothing is, or nothing can be found yet
 */
gboolean
tl_risk_search_has (TlRiskSearch *self,
                    TlRisk       *risk)
{
  return self->found == NULL || g_hash_table_contains (self->found, tl_record_get_id (TL_RECORD (risk)));
}

/**
 * tl_risk_search_is_busy:
 * @self: a search
 *
 * Returns: whether something is looked for that can't be found yet, since words are still being read
 */
gboolean
tl_risk_search_is_busy (TlRiskSearch *self)
{
  g_return_val_if_fail (TL_IS_RISK_SEARCH (self), FALSE);

  return (self->reading != NULL || self->assessment == NULL) && is_used (self);
}
