/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-summaries.h"

#include "tl-summary.h"

/* More would only wait for one another's memory; and a thread that reads the fonts for a few risks alone is no gain. */
#define MOST_THREADS 4
#define RISKS_PER_THREAD 4

struct _TlSummaries
{
  const TlReportMaking *making;
  TlSummary *summaries;
  TlPartFunc lay_out_part;
  /* (array length=n_parts): numbered after the risks. */
  TlFlow **parts;
  guint n_parts;
  GPtrArray *helpers;
  /* What sets the risks of the first half and of the second for whoever doesn't only help. */
  TlTypesetter *typesetters[2];
  /* What nobody lays out yet, from the first to before the last. */
  GMutex lock;
  guint first;
  guint end;
  gint n_done;
};

typedef struct
{
  TlSummaries *summaries;
  TlTypesetter *typesetters[2];
  GThread *thread;
} Helper;

/* The helpers take the last parts and risks. A summary is the same whoever lays it out. */
static gboolean
take_next (TlSummaries *self,
           gboolean     helps,
           guint       *number)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->first >= self->end)
    return FALSE;
  *number = helps ? --self->end : self->first++;
  return TRUE;
}

static void
lay_out_other (TlSummaries  *self,
               guint         part,
               TlTypesetter *typesetter)
{
  self->parts[part] = tl_flow_new_trial (tl_document_get_flow (self->making->document), typesetter);
  self->lay_out_part (self->making, part, self->parts[part]);
}

static gboolean
lay_out_next (TlSummaries  *self,
              TlTypesetter *typesetters[2])
{
  guint n_risks = self->making->risks->len, number;
  TlTypesetter *typesetter;

  if (!take_next (self, typesetters != self->typesetters, &number))
    return FALSE;
  /* The first pages of a PDF and its last are drawn at once: nobody waits where other typesetters set them. */
  typesetter = typesetters[number >= TL_DOCUMENT_FIRST_STRETCH (n_risks)];
  if (number >= n_risks)
    lay_out_other (self, number - n_risks, typesetter);
  else
    {
      tl_summary_lay_out (&self->summaries[number], tl_document_get_flow (self->making->document), typesetter);
      g_atomic_int_inc (&self->n_done);
    }

  return TRUE;
}

static gpointer
help (gpointer data)
{
  Helper *self = data;

  while (!g_cancellable_is_cancelled (self->summaries->making->cancellable)
         && lay_out_next (self->summaries, self->typesetters))
    continue;

  return NULL;
}

static void
begin_help (TlSummaries *self)
{
  Helper *helper = g_new0 (Helper, 1);

  helper->summaries = self;
  for (guint i = 0; i < G_N_ELEMENTS (helper->typesetters); i++)
    helper->typesetters[i] = tl_document_new_typesetter (self->making->document);
  helper->thread = g_thread_new ("summaries", help, helper);
  g_ptr_array_add (self->helpers, helper);
}

static void
end_help (gpointer data)
{
  Helper *helper = data;

  g_thread_join (helper->thread);
  g_free (helper);
}

/**
 * tl_summaries_new:
 * @making: what they are made of; must outlive them
 * @level: level of the heading of each risk
 * @lay_out_part: (nullable) (scope forever): lays one of the parts out
 * @n_parts: how many parts there are beside the summaries
 *
 * Begins to lay the summaries and parts out, where there is more than one processor. Other things may be added to the
 * document meanwhile.
 *
 * Returns: (transfer full): the summaries
 */
TlSummaries *
tl_summaries_new (const TlReportMaking *making,
                  guint                 level,
                  TlPartFunc            lay_out_part,
                  guint                 n_parts)
{
  TlSummaries *self = g_new0 (TlSummaries, 1);
  guint n_threads = MIN (g_get_num_processors (), MOST_THREADS);

  self->making = making;
  g_mutex_init (&self->lock);
  self->lay_out_part = lay_out_part;
  self->parts = g_new0 (TlFlow *, n_parts);
  self->n_parts = n_parts;
  self->end = making->risks->len + n_parts;
  self->helpers = g_ptr_array_new_with_free_func (end_help);
  self->summaries = g_new0 (TlSummary, making->risks->len);
  for (guint i = 0; i < making->risks->len; i++)
    self->summaries[i] = (TlSummary) {
      .assessment = making->assessment,
      .risk = g_ptr_array_index (making->risks, i),
      .as_at = tl_assessment_get_as_at (making->assessment),
      .level = level,
    };
  if (making->risks->len > RISKS_PER_THREAD)
    self->typesetters[1] = tl_document_new_typesetter (making->document);
  for (guint n = 1; n < n_threads && n * RISKS_PER_THREAD < making->risks->len; n++)
    begin_help (self);

  return self;
}

/**
 * tl_summaries_finish:
 * @self: summaries
 * @error: return location for an error
 *
 * Helps to lay the rest of them out, parts as well.
 *
 * Returns: whether all are; %FALSE when cancelled
 */
gboolean
tl_summaries_finish (TlSummaries  *self,
                     GError      **error)
{
  guint n = self->making->risks->len, told = 0;

  do
    for (guint done = (guint) g_atomic_int_get (&self->n_done); told <= done && told < n; told++)
      if (!tl_report_making_step (self->making, told, n, error))
        return FALSE;
  while (lay_out_next (self, self->typesetters));
  g_ptr_array_set_size (self->helpers, 0);

  return !g_cancellable_set_error_if_cancelled (self->making->cancellable, error);
}

/**
 * tl_summaries_add:
 * @self: summaries that are finished
 * @risk: number of a risk; each is added once
 * @anchor: set to where its summary begins
 *
 * Adds the summary of a risk on a page of its own.
 */
void
tl_summaries_add (TlSummaries *self,
                  guint        risk,
                  TlAnchor    *anchor)
{
  tl_flow_add_new_page (tl_document_get_flow (self->making->document));
  tl_summary_add (&self->summaries[risk], self->making->document, anchor);
}

/**
 * tl_summaries_add_part:
 * @self: summaries that are finished
 * @part: number of a part; each is added once
 *
 * Adds a part to the report's flow.
 */
void
tl_summaries_add_part (TlSummaries *self,
                       guint        part)
{
  tl_flow_take (tl_document_get_flow (self->making->document), g_steal_pointer (&self->parts[part]));
}

/**
 * tl_summaries_free:
 * @self: (transfer full): summaries
 *
 * Lets go of those that weren't added. Waits for the other threads.
 */
void
tl_summaries_free (TlSummaries *self)
{
  /* Whoever is still at it finds nothing more to do. */
  g_mutex_lock (&self->lock);
  self->end = 0;
  g_mutex_unlock (&self->lock);
  g_ptr_array_unref (self->helpers);
  g_mutex_clear (&self->lock);
  for (guint i = 0; i < self->making->risks->len; i++)
    tl_summary_drop (&self->summaries[i]);
  for (guint i = 0; i < self->n_parts; i++)
    g_clear_pointer (&self->parts[i], tl_flow_free);
  g_free (self->summaries);
  g_free (self->parts);
  g_free (self);
}
