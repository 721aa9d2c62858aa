/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-words-alike.h"

#define ALIKE 0.6

typedef struct
{
  const TlRiskJudgement *risk;
  const TlActionFacts *action;
} OpenAction;

typedef struct
{
  TlCheckRun *run;
  GArray *actions;
} Search;

static void
found_alike_cb (guint    first,
                guint    second,
                gpointer data)
{
  Search *search = data;
  const OpenAction *a = &g_array_index (search->actions, OpenAction, first);
  const OpenAction *b = &g_array_index (search->actions, OpenAction, second);
  TlFinding *finding;
  char *text;

  if (a->action->place != NULL && b->action->place != NULL && a->action->place != b->action->place)
    return;
  if (a->risk == b->risk)
    text = g_strdup_printf (_("“%1$s” and “%2$s” look like the same action."), a->action->title, b->action->title);
  else
    text = g_strdup_printf (_("“%1$s” and “%2$s”, of the risk “%3$s”, look like the same action."), a->action->title,
                            b->action->title, b->risk->facts->title);
  finding = tl_check_add (search->run, a->risk, text, _("Merge them, or say how they differ."));
  finding->subject = a->action->base.ref;
  finding->other = b->action->base.ref;
  finding->place = a->action->place != NULL ? a->action->place : b->action->place;
}

/* Two open actions say much the same, at one place or without one; each pair once, across open risks too. */
void
tl_check_action_duplicate (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (OpenAction));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  Search search = { run, actions };

  for (guint i = 0; i < run->n_risks; i++)
    {
      const TlRiskJudgement *one = &run->risks[i];

      for (guint j = 0; one->state == TL_RISK_STATE_OPEN && j < one->n_actions; j++)
        {
          OpenAction action = { one, one->actions[j].facts };

          if (!one->actions[j].open)
            continue;
          g_array_append_val (actions, action);
          g_ptr_array_add (titles, (gpointer) action.action->title);
        }
    }
  tl_words_find_alike ((const char * const *) titles->pdata, titles->len, ALIKE, found_alike_cb, &search);
}
